"""What people say only to keep a conversation going: "good to know", "no worries". It tells nothing about anybody. Pure.

The head, which is trained on sentences that say something or ask something, took one in ten of them for a note.
"""

from __future__ import annotations

import re

_PHRASES = r"""
(?:that(?:['’]s| is) |it(?:['’]s| is) )?good to know|no (?:worries|problem|rush|hurry)|never ?mind|not to worry|i see|(?:i )?got it|gotcha
(?:ah )?understood|(?:that |it )?makes sense|fair enough|(?:that )?sounds (?:good|great|fine|like a plan)(?: to me)?|moving on|will do
let['’]?s (?:move on|go on|continue|carry on)|up to you|your call|as you (?:like|wish)|whatever you think(?: is best)?
(?:you['’]re |you are )?(?:very )?welcome|my pleasure|all (?:good|clear)|that(?:['’]s| is) (?:all|it)(?: for (?:now|today))?
(?:talk|speak|see you)(?: to you)?(?: later| soon| tomorrow| then)?|good ?night|take care|(?:good|great|fair|nice) (?:point|one|idea)
(?:many )?thanks?(?: you)?(?: (?:so|very) much| a lot)?|cheers|(?:much|i) appreciated?(?: it| that)?|interesting|i didn['’]t know that
(?:i )?(?:do not|don['’]?t|dont) (?:really )?(?:want|wanna|like) (?:to )?talk about (?:it|that)
i['’]?ll (?:try (?:that|it)|think about it|let you know)|let me (?:try|think|see)(?: that| it)?|hang on|one moment|just a (?:moment|second|sec|minute)
(?:brb|back|afk)(?: in)? ?\d* ?(?:a )?(?:min|mins|minutes?|sec|bit|moment)?|back in a (?:moment|second|sec|minute)|(?:okay|ok|oh|ah|hm+|right|well|sure|cool|great|perfect|lovely|brilliant|wonderful|nice|haha)
alles klar|gut zu wissen|kein problem|schon gut|(?:ich )?versteh(?:e|t)?|verstanden|ach so|macht nichts|mach(?:e)? ich|klingt gut|passt
bis (?:bald|später|morgen|dann|gleich)|(?:vielen )?dank(?:e)?(?: schön| dir| sehr)?|gern geschehen|weiter geht['’]?s|gute nacht|interessant
(?:c['’]est )?bon à savoir|pas de (?:souci|problème)s?|d['’]accord|je vois|ça (?:marche|va)|entendu|c['’]est (?:noté|compris)|compris
merci(?: beaucoup| bien)?|à (?:plus|bientôt|demain|tout à l['’]heure)|de rien|bonne nuit|intéressant
(?:es )?bueno saberlo|no hay problema|no pasa nada|ya veo|entendido|de acuerdo|vale|(?:muchas )?gracias|de nada|suena bien|buenas noches
hasta (?:luego|mañana|pronto)|interesante|(?:è )?buono a sapersi|nessun problema|capi(?:sco|to)|va bene|d['’]accordo|grazie(?: mille)?
a (?:dopo|presto|domani)|di niente|figurati|buonanotte|(?:é )?bom saber|sem problemas?|entendi|percebi|tudo bem|combinado|(?:muito )?obrigad[oa]
até (?:logo|amanhã|já)|boa noite|goed om te weten|geen probleem|snap ik|begrepen|klinkt goed|dank je(?: wel)?|bedankt|tot (?:straks|morgen|later)
"""
_SAID = re.compile(rf"(?i:{'|'.join(line.strip() for line in _PHRASES.strip().splitlines())})")
_PARTS = re.compile(r"\s*(?:[,;:.!…–—-]+|\b(?:and|und|et|y|e|en)\b)\s*")


def is_phatic(sentence: str) -> bool:
    """Whether a sentence is made of such phrases alone: "Good to know, thanks!" is, "No worries, I'm vegan anyway" is not."""
    parts = [part for part in _PARTS.split(sentence.strip().rstrip("?")) if part]
    return bool(parts) and all(_SAID.fullmatch(part) for part in parts)
