"""The pieces of a message and what each is; what is off the record, secret or sensitive."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.language.segments import Segment, kept_out, off_record, secrets, segment, sensitive

FRAGMENTS = (
    "I live in Rome|my cat is called Bo|what can I cook|write me a poem|translate this:|suppose I had a dog|Dear Tom,|"
    "you're a dragon, I'm a king|\"we need to ship on Friday\"|“one two three four five”|```x = 1```|> quoted line|"
    "- a bullet|Best regards,|Dr. Smith|e.g. tea|3.2.1|9.30|https://a.example/b?c=d|😍|!!|?!|..|…|, and|; |- |"
    "but I hate it|because it rains|(i haven't)|btw|\n|\n\n|ok|thanks|don't|'|\""
).split("|")
CHATTER = st.lists(st.sampled_from(FRAGMENTS), max_size=20).map(" ".join)
MESSAGES = st.one_of(st.text(max_size=300), CHATTER)


def pieces(message: str, kind: str = "said") -> list[str]:
    return [piece.text for piece in segment(message) if piece.kind == kind]


def kinds(message: str) -> list[str]:
    return [piece.kind for piece in segment(message)]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("hi. i moved to berlin.. its great", ["hi.", "i moved to berlin..", "its great"]),
        ("ok thanks!! my cat is Mimi", ["ok thanks!!", "my cat is Mimi"]),
        ("love it 😍 my cat is called Mimi", ["love it 😍", "my cat is called Mimi"]),
        ("I was away... my brother fed the cat", ["I was away...", "my brother fed the cat"]),
        ("my favourite food is... pizza", ["my favourite food is... pizza"]),
        ("- I like tea\n- I hate coffee\n1. Bo is old", ["- I like tea", "- I hate coffee", "1. Bo is old"]),
        ("i have two cats,\nmimi and lulu", ["i have two cats,\nmimi and lulu"]),
        ("Dr. Smith works at St. Mary's. I like him.", ["Dr. Smith works at St. Mary's.", "I like him."]),
        ("I like tea, e.g. Earl Grey. Nothing else.", ["I like tea, e.g. Earl Grey.", "Nothing else."]),
        ("No. 5 is my house. No. I mean it.", ["No. 5 is my house.", "No.", "I mean it."]),
        ("We run v3.2.1 since 9.30. It works.", ["We run v3.2.1 since 9.30.", "It works."]),
        ("the call is at 10 a.m. tomorrow. i hate calls", ["the call is at 10 a.m. tomorrow.", "i hate calls"]),
        ("see https://a.example/b?c=d.e for it. Bye.", ["see https://a.example/b?c=d.e for it.", "Bye."]),
        ("J. R. Ewing is my uncle. So am I. My aunt too.", ["J. R. Ewing is my uncle.", "So am I.", "My aunt too."]),
        ("我住在北京。我喜欢茶。", ["我住在北京。", "我喜欢茶。"]),
        ("ok", ["ok"]),
    ],
)
def test_sentences_of_chat_are_told_apart(message: str, expected: list[str]) -> None:
    assert pieces(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("My wife is called Ana, and we have two cats", ["My wife is called Ana,", "and we have two cats"]),
        ("I love the sea but my husband hates boats", ["I love the sea", "but my husband hates boats"]),
        ("my name is Jo - I'm a nurse from Leeds", ["my name is Jo -", "I'm a nurse from Leeds"]),
        ("I chose Postgres; the team agreed on Tuesday", ["I chose Postgres;", "the team agreed on Tuesday"]),
        ("I'm 34, I live in Porto and I have two kids", ["I'm 34,", "I live in Porto", "and I have two kids"]),
    ],
)
def test_a_sentence_is_cut_where_both_sides_stand_alone(message: str, expected: list[str]) -> None:
    assert pieces(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "I can't eat gluten because I have coeliac disease",
        "I chose Postgres over Mongo since we need joins",
        "we moved so that my daughter could walk to school",
        "It was too loud, so we decided to move to the coast",
        "I have two dogs, Rex and Bo, and one of them is sick",
        "when I was young, I lived in Cork, and I loved it there",
        "I like my coffee black and strong",
        "my landlord is called Brown; he plays drums at night",
        "I'd come but I can't",
    ],
)
def test_a_reason_or_a_dependent_clause_stays_with_its_claim(message: str) -> None:
    assert pieces(message) == [message]


@pytest.mark.parametrize(
    "message",
    [
        "what is the capital of Peru?",
        "whats the half life of caffeine",
        "can you help me with this",
        "do u know any good films",
        "hey, how do i boil eggs",
        "is ibuprofen ok with coffee",
        "any tips for a first marathon",
        "I live in Berlin, right?",
        "is it just me or is it hot",
    ],
)
def test_a_question_needs_no_mark(message: str) -> None:
    assert kinds(message) == ["question"]


@pytest.mark.parametrize(
    "message",
    [
        "write me a cover letter",
        "please make a table of these",
        "give me 3 ideas for dinner",
        "pls shorten it",
        "I need ideas for a gift",
        "I'd like you to check my sums",
        "You are a senior engineer",
    ],
)
def test_an_imperative_asks_for_work_now(message: str) -> None:
    assert kinds(message) == ["request"]


@pytest.mark.parametrize(
    "message",
    [
        "always answer briefly",
        "from now on use metric units",
        "don't ever use emojis",
        "remember that my sister lives in Leeds",
        "make a note that the plumber comes on Tuesday",
        "call me Jo",
        "be brief",
        "please write in British English",
        "whenever I ask for code, give me TypeScript",
        "I want you to always cite sources",
        "what i love about rome is the food",
        "when i was young i lived in Cork",
        "I need a wheelchair",
        "imagine my surprise when I got the job",
        "if I have time tomorrow I'll go to the gym",
        "have a nice day",
        "we use tabs, not spaces",
    ],
)
def test_standing_instructions_and_plain_statements_are_said(message: str) -> None:
    assert set(kinds(message)) == {"said"}


@pytest.mark.parametrize(
    "message",
    [
        "If I won the lottery, I'd buy a boat, and I'd sail it",
        "i would live in monaco if i were rich",
        "suppose I had a dog",
        "what if I moved to Spain?",
        "say I had 3 kids (i haven't), how would I pay?",
        "imagine I run a bakery. I have two ovens.",
        "hypothetically I could sell the house",
    ],
)
def test_what_is_only_supposed_is_hypothetical(message: str) -> None:
    assert set(kinds(message)) == {"hypothetical"}


def test_a_question_what_if_is_over_with_its_mark() -> None:
    assert pieces("what if we'd taken the ferry? We lost the tent in the storm.") == ["We lost the tent in the storm."]
    assert pieces("Let's pretend I stayed. In the real world I left in May.") == ["In the real world I left in May."]


def test_a_plan_that_is_disclaimed_is_none() -> None:
    assert kinds("if we ever moved to Riga, which quarter suits a family? we're not moving") == [
        "question",
        "hypothetical",
    ]
    assert pieces("We looked at Riga. We're not moving.")[-1] == "We're not moving."


def test_a_verb_without_its_subject_stays_with_the_clause_that_has_it() -> None:
    told = "She's our goat, nine, has Barber's pole worm and gets a drench each spring."
    assert pieces(told) == [told]
    assert pieces("मैं पुणे में रहता हूँ। मुझे चाय पसंद है।") == ["मैं पुणे में रहता हूँ।", "मुझे चाय पसंद है।"]


def test_a_supposition_ends_with_its_paragraph_or_when_the_user_says_so() -> None:
    assert pieces("Imagine I run a bakery. I have two ovens.\n\nI work as a teacher.") == ["I work as a teacher."]
    assert pieces("Suppose I had a boat. In reality I own a bike.") == ["In reality I own a bike."]


@pytest.mark.parametrize(
    "message",
    [
        "you're a dragon, I'm a princess. I live in a tower with my cat.",
        "you are a dragon and I am a princess",
        "let's rehearse, you be the judge. I stole a car.",
        "Write six lines for a picture book. Tilda is a hedgehog. She loves apples.",
        "Tilda is a hedgehog. Write a bedtime story about Tilda.",
        "Write a short story in first person: I wake up on Mars. My suit is torn.",
        "In my novel, Otto is 40 and lives in Rome",
        "I need an NPC called Grom who hates elves",
    ],
)
def test_a_story_or_a_role_is_fiction(message: str) -> None:
    assert set(kinds(message)) == {"fiction"}


def test_what_the_user_says_of_themselves_beside_a_story_is_said() -> None:
    asked = "Write a story. Tilda is a hedgehog. It's for my daughter Mia, who is five."
    assert pieces(asked) == ["It's for my daughter Mia, who is five."]
    assert pieces("You be the judge, I'm the thief. I stole it. btw I live in Oslo now") == ["btw I live in Oslo now"]
    assert pieces("I'm writing a novel about a baker. In my novel, Otto is 40.") == [
        "I'm writing a novel about a baker."
    ]
    assert pieces("You're an angel, thanks! I'm done with the thesis")[-1] == "I'm done with the thesis"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("I'm vegan, what can I cook tonight?", ["I'm vegan,"]),
        ("since I'm vegan, what should I cook?", ["since I'm vegan,"]),
        ("suggest a film, i love horror", ["i love horror"]),
        ("give me a recipe without nuts because I'm allergic", ["because I'm allergic"]),
        ("thanks, that worked. can u make it shorter", ["thanks, that worked."]),
        ("for context I'm a teacher in Leeds. now write a plan", ["for context I'm a teacher in Leeds."]),
    ],
)
def test_a_question_or_a_task_gives_away_what_is_said_with_it(message: str, said: list[str]) -> None:
    assert pieces(message) == said


@pytest.mark.parametrize(
    "message",
    [
        "please don't save any of this",
        "do not remember this",
        "off the record, I quit",
        "just between us, don't note it",
        "forget I said that",
        "pretend I never mentioned it",
        "keep this out of your memory",
        "qwwww sorry pocket typed that",
        "oops, wrong chat",
        "bitte nicht speichern",
        "entre nous, je pars",
    ],
)
def test_a_message_can_be_off_the_record(message: str) -> None:
    assert off_record(message)


@pytest.mark.parametrize(
    "message",
    [
        "I don't remember this",
        "remember this: I'm vegan",
        "don't forget that I'm vegan",
        "don't store it in the fridge",
        "I never save anything",
        "is there a record shop here",
    ],
)
def test_other_words_about_remembering_are_on_the_record(message: str) -> None:
    assert not off_record(message)


@pytest.mark.parametrize(
    "text",
    [
        "my password is hunter2",
        "my wifi password: tulip77",
        "PIN 4821",
        "the gate code is 4482#",
        "the code for the alarm is 4482",
        "use sk-abcdefghijklmnop1234",
        "card 4111 1111 1111 1111",
        "pay to DE89 3704 0044 0532 0130 00",
        "my account number is 12345678",
        "ssn 123-45-6789",
    ],
)
def test_a_secret_is_known_by_its_shape_or_its_name(text: str) -> None:
    assert secrets(text)


@pytest.mark.parametrize(
    "text",
    [
        "I forgot my password",
        "that password is too long",
        "the zip code is 90210",
        "ring 01234 567890",
        "order 12345678901234 is late",
        "I pin photos on the wall",
    ],
)
def test_speaking_of_a_secret_is_none(text: str) -> None:
    assert not secrets(text)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("I'm allergic to nuts", "health"),
        ("I was diagnosed with ADHD", "health"),
        ("I earn £40k", "money"),
        ("my mortgage is killing me", "money"),
        ("I'm gay", "sexuality"),
        ("we go to church on Sundays", "religion"),
        ("I voted for the Greens", "politics"),
        ("I'm non-binary", "identity"),
        ("my visa runs out in May", "identity"),
        ("my daughter Mia is 5", "children"),
        ("my daughter has asthma", "health"),
        ("my son is 30", ""),
        ("we have technical debt", ""),
        ("I like tea", ""),
    ],
)
def test_sensitive_matters_are_known_by_their_words(text: str, category: str) -> None:
    assert sensitive(text) == category


@given(MESSAGES)
@settings(max_examples=300, deadline=None)
def test_the_pieces_hold_every_character_but_blanks_in_order_and_exactly(message: str) -> None:
    found = segment(message)
    position = 0
    for piece in found:
        assert isinstance(piece, Segment)
        assert message[position : piece.start].strip() == ""
        assert message[piece.start : piece.end] == piece.text == piece.text.strip() != ""
        position = piece.end
    assert message[position:].strip() == ""


@given(MESSAGES)
@settings(max_examples=100, deadline=None)
def test_no_text_makes_the_judgements_fail(message: str) -> None:
    assert off_record(message) in (True, False)
    assert secrets(message) in (True, False)
    assert isinstance(sensitive(message), str)


def test_a_sentence_that_is_to_be_kept_nowhere_leaves_the_rest_of_the_message() -> None:
    assert kept_out("the matter with my cousin stays between us, don't put it anywhere")
    assert not kept_out("I keep the difference between us and them in mind")
    assert not off_record("I take lithium. the matter with my cousin stays between us")
