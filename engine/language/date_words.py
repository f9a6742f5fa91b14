"""The words that dates are made of, one table a language, and the guess at a text's language.

The rules in `engine.date_rules` are written once; a language only lends them words and word order. In a pattern `{n}`
stands for a number, `{u}` for a unit, `{w}` for a weekday, month or period, `{d}` for a day of the month, `{m}` for a
month, `{y}` for a year; a space stands for any white space. One language is chosen for a whole text, because words
collide: "hier" is here in German and yesterday in French, "mon" is a possessive in French and a day in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """One language's date words. Keys are casefolded; `units` maps a word to a unit and a count (fortnight: 14 days).

    next_is_coming: "next Friday" is the very next one ("nächsten Freitag"), not the one of next week (English).
    """

    marks: frozenset[str]
    days: Mapping[str, int]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, tuple[str, int]]
    ahead: tuple[str, ...]
    ago: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    last: tuple[str, ...]
    day_month: tuple[str, ...]
    month: tuple[str, ...]
    repeats: str
    past: str
    present: str
    next_is_coming: bool = True


def _numbered(words: str, start: int = 0) -> dict[str, int]:
    """Number the groups of a text: groups are parted by spaces, spellings of one group by `|`."""
    groups = enumerate(words.split(), start)
    return {word.replace("_", " "): number for number, group in groups for word in group.split("|")}


def _days(words: Mapping[int, str]) -> dict[str, int]:
    return {word: offset for offset, spelled in words.items() for word in spelled.split("|")}


def _units(day: str, week: str, month: str, year: str) -> dict[str, tuple[str, int]]:
    spelled = {"day": day, "week": week, "month": month, "year": year}
    return {word: (unit, 1) for unit, words in spelled.items() for word in words.split("|")}


def _english_numbers() -> dict[str, int]:
    numbers = _numbered(
        "a|an|one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
        start=1,
    )
    tens = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", start=2)
    for ten, value in tens.items():
        numbers[ten] = 10 * value
        numbers |= {f"{ten}{sep}{one}": 10 * value + numbers[one] for one in list(numbers)[2:11] for sep in "- "}
    return numbers | {"a couple of": 2, "a couple": 2, "couple of": 2, "a hundred": 100, "one hundred": 100}


ENGLISH = Language(
    marks=frozenset(
        "the and is i to my on of at we was were it for with you that this "
        "have has had next last ago be are from".split()
    ),
    days=_days(
        {
            0: "today|tonight|this morning|this afternoon|this evening|later today",
            1: "tomorrow|tmrw|tmr|tomorow|tommorow|tommorrow|2moro",
            2: "the day after tomorrow|day after tomorrow",
            -1: "yesterday|last night",
            -2: "the day before yesterday|day before yesterday|the night before last",
        }
    ),
    weekdays=_numbered(
        "monday|mon tuesday|tues|tue wednesday|wed thursday|thurs|thur|thu friday|fri saturday|sat sunday|sun"
    ),
    months=_numbered(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct "
        "november|nov december|dec",
        start=1,
    ),
    numbers=_english_numbers(),
    units=_units("days|day", "weeks|week|wks|wk", "months|month", "years|year|yrs|yr")
    | {"fortnight": ("day", 14), "fortnights": ("day", 14)},
    ahead=(
        r"in {n} {u}(?:'?s?'? time)?",
        r"{n} {u} from (?:now|today)",
        r"{n} {u} to go(?: counting from today)?",
    ),
    ago=(r"{n} {u} ago(?P<exact> today)?",),
    this=("this {w}",),
    next=("(?:this )?(?P<coming>coming|upcoming) {w}", "next {w}"),
    last=("(?:this past|last) {w}",),
    day_month=(
        r"(?:the )?{d}(?:st|nd|rd|th)?(?: of)? {m}(?:,? {y})?",
        r"{m}\.? (?:the )?{d}(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:,? {y})?",
    ),
    month=(r"(?P<lead>in|since|until|till|by|during|early|late|mid|of|around|before|after|from) {m}",),
    repeats=r"every|each|any|most|some|per|which|what|other|second|good|black|cyber|easter|ash|palm|happy|no",
    past=(
        r"was|were|wasn'?t|weren'?t|had|went|did|didn'?t|ate|got|came|saw|made|took|gave|said|told|met|left|bought|"
        r"brought|thought|found|felt|kept|held|heard|ran|sat|slept|spoke|spent|stood|swam|taught|threw|woke|wore|won|wrote|"
        r"drove|drank|flew|forgot|froze|grew|knew|led|lent|lost|paid|rang|rode|sang|sent|shot|sold|stole|understood|built|"
        r"broke|began|became|caught|chose|drew|fell|fought|hung|been|gone|done|seen|eaten|taken|given|written|driven|flown|"
        r"forgotten|broken|begun|(?!(?:need|feed|speed|bed|indeed|seed|weed|hundred|naked|sacred|tired|embed|supposed)\b)"
        r"[a-z]{2,}ed"
    ),
    present=(
        r"(?:decided|agreed|planned|promised|arranged|wanted|hoped|scheduled|invited) to [a-z]+|"
        r"(?:is|are|am|be|it'?s|i'm|im|we're|they're|gets?) (?:\w+ly |not |already |all |now )?[a-z]+ed|will|won'?t|"
        r"shall|going to|gonna|is|are|am|isn'?t|aren'?t|it's|that's|there's|he's|she's|can|"
        r"can'?t|should|must|might|have|has|needs?|wants?|plans?|hopes?|would|let'?s|please|do|does|don'?t|"
        r"starts?|ends?|leaves?|arrives?|comes?|goes|works|fly|flies|opens?|begins?|happens?|remind"
    ),
    next_is_coming=False,
)

GERMAN = Language(
    marks=frozenset(
        "ich und der das nicht ist wir mit nach für habe hat mein meine ein eine "
        "einen bin sind war auf zum wird fliege am".split()
    ),
    days=_days(
        {
            0: "heute|heute morgen|heute früh|heute abend|heute nacht",
            1: "morgen|morgen früh|morgen abend",
            2: "übermorgen",
            -1: "gestern|gestern morgen|gestern abend",
            -2: "vorgestern",
        }
    ),
    weekdays=_numbered("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
    months=_numbered(
        "januar|jänner februar märz april mai juni juli august september oktober november dezember", start=1
    ),
    numbers=_numbered("ein|eine|einem|einer|einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", start=1),
    units=_units("tagen|tage|tag", "wochen|woche", "monaten|monate|monat", "jahren|jahre|jahr"),
    ahead=("in {n} {u}", "heute in {n} {u}"),
    ago=("vor {n} {u}",),
    this=("diese[nrms]? {w}",),
    next=("(?:nächste[nrms]?|kommende[nrms]?) {w}",),
    last=("(?:letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?) {w}",),
    day_month=(r"{d}\. ?{m}(?: {y})?",),
    month=("(?P<lead>im|seit|bis|ab|anfang|mitte|ende) {m}",),
    repeats="jeden|jeder|jede|guten|jeweils|am frühen|den|der|dem",
    past=r"war\w*|hatte\w*|ging\w*|kam\w*|wurde\w*|sah\w*|fuhr\w*|blieb\w*|(?:hab|habe|hast|hat|haben|bin|ist|sind)\b[^.!?,]{0,60}\bge\w+(?:t|en)",
    present=r"(?:habe|hast|hat|haben|bin|ist|sind)(?!\b[^.!?,]{0,60}\bge\w+(?:t|en)\b)|werde|wird|werden|will|wollen|muss|müssen|soll|sollen|fliege\w*|fahre\w*|gehe\w*|kommt?",
)

FRENCH = Language(
    marks=frozenset(
        "je le les des est et nous mon ma pour dans il elle ai un une j avec "
        "que qui du au aujourd sur mes vais a de".split()
    ),
    days=_days(
        {
            0: "aujourd'hui|ce soir|ce matin|cet après-midi",
            1: "demain|demain matin|demain soir",
            2: "après-demain",
            -1: "hier|hier soir|hier matin",
            -2: "avant-hier",
        }
    ),
    weekdays=_numbered("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    months=_numbered(
        "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre décembre|decembre",
        start=1,
    ),
    numbers=_numbered(
        "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze", start=1
    ),
    units=_units("jours|jour", "semaines|semaine", "mois", "années|année|ans|an"),
    ahead=("dans {n} {u}",),
    ago=("il y a {n} {u}",),
    this=("(?:ce|cet|cette) {w}",),
    next=("{w} (?:prochaine?|qui vient)",),
    last=("{w} (?:dernière|dernier|passée?)",),
    day_month=(r"{d}(?:er)? {m}(?: {y})?",),
    month=("(?P<lead>en|depuis|début|mi|fin|jusqu'en) {m}",),
    repeats="chaque|les|le|tous les",
    past=(
        r"ét(?:ais|ait|ions|aient)|av(?:ais|ait|ions|aient)|"
        r"(?:ai|as|a|avons|avez|ont|suis|est|sommes|êtes|sont) (?:\w+ )?\w+(?:é|ée|és|ées|i|ie|u|ue|is|it)"
    ),
    present=r"vais|vas|va|allons|allez|vont|est|sont|ai|pars|prends|dois|veux",
)

SPANISH = Language(
    marks=frozenset("el los las que y en mi con para tengo es un una del voy fui al por se lo me de".split()),
    days=_days(
        {
            0: "hoy|esta noche|esta mañana|esta tarde",
            1: "mañana",
            2: "pasado mañana",
            -1: "ayer|anoche",
            -2: "anteayer|antes de ayer",
        }
    ),
    weekdays=_numbered("lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo"),
    months=_numbered(
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre", start=1
    ),
    numbers=_numbered(
        "un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", start=1
    ),
    units=_units("días|día|dias|dia", "semanas|semana", "meses|mes", "años|año"),
    ahead=("(?:dentro de|en) {n} {u}",),
    ago=("hace {n} {u}", "{n} {u} atrás"),
    this=("(?:este|esta) {w}",),
    next=("(?:próximo|próxima|proximo|proxima) {w}", "{w} (?:que viene|próximo|próxima)"),
    last=("(?:último|última) {w}", "{w} (?:pasado|pasada)"),
    day_month=(r"{d} de {m}(?: del? {y})?",),
    month=("(?P<lead>en|desde|hasta) {m}",),
    repeats="cada|los|todos los|la|buena",
    past=r"fu(?:i|e|imos|eron)|est(?:aba|uve|uvo)|era|hice|hizo|tuve|tuvo|vi|(?!día\b)\w{2,}(?:é|ó|aste|aron|ieron|aba|ía)",
    present=r"voy|vas|va|vamos|van|es|son|tengo|tiene|será|quiero|debo|iré|empieza\w*",
)


def language_of(text: str) -> Language:
    """The language of a text by its little words and date words; English unless another clearly has more of them."""
    words = [word.casefold() for word in _WORD.findall(text)]
    best, most = ENGLISH, _evidence(ENGLISH, words)
    for language in (GERMAN, FRENCH, SPANISH):
        if (count := _evidence(language, words)) > most:
            best, most = language, count
    return best


def _evidence(language: Language, words: list[str]) -> int:
    return sum(
        word in language.marks or word in language.days or word in language.weekdays or word in language.months
        for word in words
    )
