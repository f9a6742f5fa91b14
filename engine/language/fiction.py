"""Which pieces of a message belong to a story, a poem or a role that is played; nothing in them is about the user."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.language.kinds import is_question, is_request, returns_to_life
from engine.language.names import fold, proper_names

_WORK = (
    r"(?:bedtime |short |fairy |ghost |love |horror |children['’]?s |kids['’]? |funny |silly |little |"
    r"rhyming )*(?:stor(?:y|ies)|tales?|poems?|haikus?|limericks?|sonnets?|ballads?|songs?|lyrics|verses?|rhymes?|"
    r"picture book|novel|novella|chapters?|scenes?|screenplay|monologues?|dialogues?|dialogs?|fairy[- ]?tales?|"
    r"fables?|characters?|npcs?|villains?|backstor(?:y|ies)|plot(?! the| of data)|fan ?fic(?:tion)?|role ?-?plays?|"
    r"quest|one-shot|sketch about|skits?|comic|legend|myth|opening line|epilogue|prologue|sci-?fi|parody"
    r"|stage play|puppet (?:show|play))"
)
_MAKE = (
    r"(?:write|make|create|invent|tell|compose|give|come up with|draft|continue|describe|generate|need|want|"
    r"would like|['’]d like|help(?: me)?(?: to)?(?: write)?|finish|sing|start|do|imagine|flesh out|another|for|"
    r"let['’]?s write|can i get|can i have)"
)
_ASKS = re.compile(rf"\b{_MAKE}\b[^.?!\n]{{0,70}}?\b{_WORK}\b", re.I)
_NEXT_PART = re.compile(
    r"(?i)\W*(?:(?:ok|okay|now|and|then|great|good|love it|nice)\b[\s,.!:]*)*(?:(?:next|another|last|second|third|final)"
    r" (?:verse|stanza|chorus|refrain|couplet|scene)|(?:verse|stanza|scene) (?:\d+|two|three|four|five)"
    r"|(?:the )?(?:chorus|refrain))\b"
)
"""The next part of a song or play that is being made: "verse 2 now, still the captain singing"."""
_ORDERED = re.compile(
    r"(?i)\W*(?:backstor(?:y|ies)|monologues?|limericks?|haikus?|sonnets?|ballads?|skits?|fan ?fic(?:tion)?)"
    r" (?:for|about|of|where)\b"
)
"""A work named first, as one orders it: "backstory for Saturday's campaign: I was raised by wolves"."""
_REAL_WORK = re.compile(
    r"\b(?:user stor|success stor|news stor|cover stor|my life story|true story|long story|story points?"
    r"|characters? (?:limit|set|encoding|count|long|or less|max)|"
    r"\d+ characters|special characters|chinese characters|love stor(?:y|ies) (?:are|is)|scenes? of the crime)\b",
    re.I,
)
_ACTED = (
    r"role ?-?play(?:ing)?|improv\b|(?:let['’]?s|lets) (?:pretend|rehearse|roleplay|act out|improvise)|stay in character"
    r"|in character|be my (?:dungeon master|dm|game master)|you be (?:the|a|an|my)\b"
    r"|(?:i['’]?ll|i will) (?:be|play) (?:the|a|an) \w+|pretend (?:to be|i(?:['’]?m| am)|that i)\b"
    r"|(?:story|adventure|tale|campaign|quest) (?:where|in which) i(?:['’]?m| am)\b|interactive (?:story|fiction)|text adventure"
    r"|choose[- ]your[- ]own[- ]adventure|(?<![\w'’,] )(?<!\bto )(?:play|be) (?:the|a|an) (?!(?:piano|guitar|violin"
    r"|drums|song|game|video)\b)"
    r"\w+[^.?!\n]{0,60}[.,;!]\s*(?:and )?i['’]?m\b"
)
_PAIR = (
    r"you(?:['’]?re| are) (?:now )?(?:a|an|the|my)\b[^.?!\n]{0,60}?[,;]?\s*(?:and |& )?"
    r"(?:i(?:['’]?m| am|['’]?ll be| will be|m)\b)"
    r"|i(?:['’]?m| am|['’]?ll be|['’]?ll play) (?:a|an|the)\b[^.?!\n]{0,40}?[,;]?\s*(?:and |& )?"
    r"you(?:['’]?re| are|['’]?ll be| be| play)\b"
)
_VOICE = (
    r"let['’]?s play(?! (?:chess|a song|some music|football|tennis))|you play (?:the|a|an|my)\b"
    r"|i (?:be|play) (?:the|a|an) \w+[^.?!\n]{0,30}\byou\b|pretend (?:you(?:['’]?re| are)|that you)"
    r"|(?:act|speak|talk|answer|respond|behave) (?:as|like) (?:if you|a|an|the)\b"
    r"|you are (?:now )?(?:a|an) (?:dragon|wizard|pirate|knight|king|queen|robot|vampire|ghost|detective|goblin|elf|dwarf|troll"
    r"|witch|alien|npc|dungeon master)\b"
)
_ROLE = re.compile(rf"\b(?:{_ACTED}|{_PAIR}|{_VOICE})", re.I)
_STAGE = r"(?:play|practi[sc]e|rehears\w+|scene|game|you (?:start|begin|go first)|simulat\w+|make (?:stuff|things) up)"
_BOTH_ACT = re.compile(rf"\b(?:{_ACTED})|\b{_STAGE}\b[\s\S]*\b(?:{_PAIR})|\b(?:{_PAIR})[\s\S]*\b{_STAGE}\b", re.I)
"""A game in which the user has a role too: what they say in it from then on is the role's."""
_LEAVES = re.compile(
    r"(?i)^\W*(?:(?:ok|okay|alright|right|great|haha|lol|good|well|so|and|phew|wow)\b[\s,.!]*)*"
    r"(?:that was|(?:let['’]?s |please )(?:stop|pause)\b|(?:stop|pause|enough)(?:\.|\W*$| (?:the|this|it|acting"
    r"|pretending|here|now)\b)"
    r"|end (?:of )?(?:the )?(?:scene|game|role ?-?play)|(?:thanks|thank you)\b[^.?!\n]{0,20}(?:\W*$|\bthat (?:was|helped)\b"
    r"|\bfor (?:the )?(?:practi[sc]e|game|fun|playing)\b)|back to|time out|cut\b|game over"
    r"|(?:a )?(?:new|different|another|real|serious) (?:topic|question|thing)|out of character|ooc\b|in real life|irl\b|for real"
    r"|no more (?:acting|pretending|role ?-?play\w*)|how (?:was|did) (?:i|that))"
)
_FIRST_PERSON_TALE = re.compile(
    r"\b(?:first[- ]person|narrator|from (?:my|the) (?:character['’]?s )?(?:point of view|perspective|pov)"
    r"|as if i were|in my voice)\b",
    re.I,
)
_INSIDE = re.compile(
    r"\b(?:my|our|the) (?:novel|story|tale|campaign|screenplay|comic|picture book)['’]s\b|\b(?:in|of|for) (?:my|the|"
    r"our|this) (?:\w+ )?(?:novel|story|tale|campaign|screenplay|comic|fan ?fic|picture book|short story|d&d|dnd|"
    r"game world|fantasy world)\b|\b(?:the|my|our) (?:\w+ )?(?:hero|heroine|protagonist|main character|villain|"
    r"antagonist|narrator|npc"
    r"|sidekick|character)(?:['’]s)?\b(?! (?:limit|set|count|encoding))",
    re.I,
)
_WANTS = re.compile(
    r"\bi(?:['’]?d| would)? (?:need|want|like)\b|^\W*(?:need|want|looking for|gimme|a|an|one|another|six|four|\d+)\b",
    re.I,
)
_ABOUT_ME = re.compile(r"\b(?:i|i['’](?:m|ve|ll|d)|im|ive|my|mine|we|we['’]\w+|our)\b", re.I)
_ABOUT_THE_WORK = re.compile(
    r"\b(?:i(?:['’]?m| am) (?:writing|working on|drafting|planning|running)|i (?:write|run|started|wrote"
    r"|have written))\b",
    re.I,
)


def still_acting(earlier: Sequence[str]) -> bool:
    """Whether the user plays a role after these messages of theirs: "you're a customs officer, I'm a spy", not yet left."""
    acting = False
    for message in earlier:
        acting = bool(_BOTH_ACT.search(message)) or (acting and not _LEAVES.match(message))
    return acting


def fictional(pieces: Sequence[str], wholes: Sequence[str], *, acting: bool = False) -> list[bool]:
    """For each piece of one message, in order, whether it belongs to fiction; `wholes`: the sentence of each; `acting`:
    the user plays a role when it begins.

    A role ("you're a dragon, I'm a princess") takes all that follows, "I" included, until the user leaves it. A story
    takes what follows unless it speaks of the user ("it's for my daughter"), and what came before about its cast.
    """
    flags = [False] * len(pieces)
    story, role = False, acting and not (pieces and _LEAVES.match(pieces[0]))
    game, place = _BOTH_ACT.search(" ".join(pieces)), 0
    for n, (piece, whole) in enumerate(zip(pieces, wholes, strict=True)):
        place += len(piece) + 1
        if returns_to_life(piece):
            story = role = False
            continue
        asks = asks_for_fiction(piece)
        story = story or asks
        role = (
            role
            or (game is not None and game.start() < place)
            or bool(_ROLE.search(whole) or (story and _FIRST_PERSON_TALE.search(piece)))
        )
        inside = bool(_INSIDE.search(piece)) and not _ABOUT_THE_WORK.search(piece)
        tells_on = n > 0 and flags[n - 1] and whole == wholes[n - 1]
        own = bool(_ABOUT_ME.search(piece)) and not asks and not tells_on
        flags[n] = role or asks or inside or (story and not own)
    return _with_prelude(pieces, flags)


def asks_for_fiction(text: str) -> bool:
    """Whether a piece asks for a story, a poem, a character or the like."""
    wants = is_request(text) or is_question(text) or _wants(text)
    return bool(_NEXT_PART.match(text) or _ORDERED.match(text)) or (
        bool(_ASKS.search(text)) and not _REAL_WORK.search(text) and wants
    )


def _wants(text: str) -> bool:
    return bool(_WANTS.search(text))


def _with_prelude(pieces: Sequence[str], flags: list[bool]) -> list[bool]:
    """Pieces before the request that name the same characters, and not the user, belong to it too."""
    cast = {fold(name) for piece, flag in zip(pieces, flags, strict=True) if flag for name in proper_names(piece)}
    first = flags.index(True) if True in flags else 0
    early = [
        n < first and not _ABOUT_ME.search(piece) and any(fold(name) in cast for name in proper_names(piece))
        for n, piece in enumerate(pieces)
    ]
    return [flag or before for flag, before in zip(flags, early, strict=True)]
