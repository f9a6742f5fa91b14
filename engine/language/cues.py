"""Surface cues of a sentence: what the words show at a glance, beside what the embedding knows.

Each cue is one pattern, 1.0 or 0.0. The head learns their weights; nothing here decides anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PATTERNS: Mapping[str, str] = {
    "question": r"\?\s*$",
    "asks": r"^(?:(?:and|but|so|ok|hey|hi)[, ]+)?(?:what|whats|how|hows|why|who|when|where|which|can|could|would|should|do|does|did|is|are|will|any)\b",
    "imperative": r"^(?:(?:please|pls|now|ok|then|and)[, ]+)*(?:write|make|give|tell|show|explain|help|draft|list|find|translate|summari[sz]e|suggest|create|check|fix|rewrite|recommend|plan|describe|compare|calculate|convert|add|put|turn|polish|proofread|shorten|sketch|mark)\b",
    "i": r"\b(?:i|i'm|i’m|im|i've|i’ve|ive|i'd|i'll)\b",
    "my": r"\b(?:my|mine|our|ours)\b",
    "we": r"\b(?:we|we're|we’re|we've|we’ve|us)\b",
    "you": r"\b(?:you|your|you're|u|ur)\b",
    "third": r"\b(?:he|she|they|his|her|their|him|them|he's|she's)\b",
    "name_is": r"\b(?:my name|name's|call me|i go by|i am called|known as)\b|\bhere[.,!]?$",
    "am_a": r"\b(?:i'm|i’m|im|i am|i work|i teach|i run|working) (?:as )?(?:an?|the|in|at|for|with)\b",
    "live": r"\b(?:i live|we live|based in|i'm from|i am from|moved to|living in|grew up)\b",
    "prefer": r"\b(?:prefer|rather|favou?rite|love|hate|can't stand|like|dislike|enjoy|allergic|avoid|fan of)\b",
    "standing": r"\b(?:always|never|from now on|every time|whenever|in future|going forward|by default|ever)\b",
    "remember": r"\b(?:remember|note that|keep in mind|for the record|fyi|bear in mind|note for|make a note|don't forget)\b",
    "decided": r"\b(?:decided|decision|going with|we go with|we're going|chose|choosing|settled on|final call|turned down|turning down|instead of|opted|sticking with|ruled out|picked|agreed to)\b",
    "lesson": r"\b(?:lesson|learned|learnt|turns out|trick is|rule of thumb|tip|found out|moral|note to self|works better|otherwise|make sure|the secret|never again)\b",
    "if_when": r"^(?:if|when|whenever|before|after|once)\b",
    "goal": r"\b(?:goal|today i want|aim|by the end|plan for today|next step|so far|step \d|still (?:open|missing|to do)|done|finished|left to do|let's|first|then)\b",
    "change": r"\b(?:no longer|not any ?more|any ?more|used to|gave up|given up|quit|stopped|switched|changed|moved|instead|actually|correction|now|turned out|left|ex-)\b",
    "hypothetical": r"\b(?:if i|if we|suppose|imagine|say i|what if|would you|pretend|hypothetically|let's say)\b",
    "fiction": r"\b(?:story|poem|character|novel|npc|role ?play|scene|lyrics|dialogue|chapter|fairy|dragon|wizard|limerick)\b",
    "rumour": r"\b(?:reckons|apparently|supposedly|rumou?r|heard that|they say|someone said|might be|maybe|perhaps|no idea)\b",
    "quote": r"[\"“”«»„]",
    "number": r"\d",
    "date": r"\b(?:today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|next week|last week|next month|\d{4}-\d\d-\d\d)\b",
    "family": r"\b(?:wife|husband|partner|son|daughter|mother|mum|mom|father|dad|sister|brother|kids?|twins|baby|grand\w+|aunt|uncle|boss|friend|neighbou?r|colleague)\b",
    "health": r"\b(?:allerg\w+|diabet\w+|asthma|coeliac|celiac|vegan|vegetarian|pregnant|diagnos\w+|medication|blind|deaf|pain|migraine)\b",
    "because": r"\b(?:because|since|so that|due to|otherwise|reason)\b",
    "has": r"\b(?:i have|i've got|i own|we have|we've got|i bought|i drive|i use|we use)\b",
    "thanks": r"\b(?:thanks|thank you|thx|cheers|lol|haha|great|cool|ok|okay|hi|hello|hey|morning|goodnight|bye)\b",
}

_CUES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS.values())
_NAME = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][\w'’-]+")

NAMES = (*_PATTERNS, "capitalised", "short", "long")


def cues(sentence: str) -> list[float]:
    """The cues of one sentence, in the order of NAMES; each 0.0 to 1.0."""
    size = len(sentence.split())
    found = [1.0 if cue.search(sentence) else 0.0 for cue in _CUES]
    return [*found, 1.0 if _NAME.search(sentence) else 0.0, 1.0 if size <= 3 else 0.0, min(size, 40) / 40]
