"""What must not be kept, and what is kept only when the user says so: off the record, secrets, sensitive matters."""

from __future__ import annotations

import re

_OBJECT = r"(?:this|that|it|any|anything|what|these|those|the (?:above|following|next)|my)\b"
_OFF_RECORD = re.compile(
    r"\boff[- ]the[- ]record\b"
    rf"|(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bi really )(?:\b(?:do not|don['’]?t|never|please not|no need to"
    rf"|you needn['’]?t|not to|without)\s+"
    rf"(?:you\s+)?(?:ever\s+|even\s+)?(?:save|saving|remember|remembering|store|storing|note|noting|record|recording|"
    rf"log|logging|memori[sz]e|memori[sz]ing|retain|write|learn|learning|"
    rf"keep track of)\s+(?:from\s+)?(?:down\s+)?{_OBJECT})"
    r"(?!\s+(?:in|into|on) (?:the|my|a) (?!memory|memories|record|file|notes|chat))"
    r"|\b(?:don['’]?t|do not|no need to)\s+(?:keep|make|take)\s+(?:a\s+|any\s+)?(?:record|notes?|memory|trace)"
    r"|\b(?:just|strictly|only|purely|keep (?:it|this|that))\s+between (?:us|you and me|the two of us)\b"
    r"|\bforget (?:that )?(?:i|what i|everything i)(?: just| have|['’]ve)?(?: ever)? (?:said|told|mentioned"
    r"|wrote|asked)"
    r"|\bpretend (?:that )?i (?:never|didn['’]?t) (?:said?|mention(?:ed)?|tell|told)"
    r"|\b(?:isn['’]?t|is not|not) (?:for|part of) (?:the|your) (?:memory|record|notes)"
    r"|\b(?:keep|leave) (?:this|that|it) out of (?:your |the )?(?:memory|memories|notes|record)"
    r"|\bnot (?:to )?be (?:saved|stored|remembered|recorded|noted)\b|\bremember (?:nothing|none) of (?:this|it|that)"
    r"|\b(?:merk|merke) dir (?:das|dies|es|nichts)\b.{0,12}\b(?:nicht|davon)\b|\bnicht (?:speichern|merken"
    r"|notieren|aufschreiben)\b"
    r"|\bspeicher[en]* (?:das|dies|es|nichts)\b.{0,8}\bnicht\b|\bunter uns\b|\bentre nous\b|\bentre nosotros\b"
    r"|\bn['’e]\s?(?:enregistre[zr]?|retiens|retenez|note[zr]?|mémorise[zr]?)\s+(?:pas|rien)\b"
    r"|\b(?:pocket|bum|butt)[- ]?(?:typ|dial)\w*|\b(?:sorry|oops|ignore)\b[^.!?\n]{0,20}\bwrong (?:window|chat|tab)\b"
    r"|\bno (?:lo |la |me )?(?:guardes|recuerdes|anotes|registres|guarde)\b",
    re.I,
)

_CONFIDENTIAL = (
    r"pass\s?words?|passwd|pwd|pass\s?codes?|pass\s?phrases?|pin(?:[- ]?(?:code|number))?|(?:access|door|gate|alarm|"
    r"entry|security|safe|locker|recovery|backup|unlock|verification|2fa|login|building|garage|"
    r"key\s?pad)\s?(?:-\s?)?(?:codes?|combination)|combination|api[- _]?keys?|secret[- _]?keys?|private[- _]?keys?|"
    r"access[- _]?(?:keys?|tokens?)|bearer|auth[- _]?tokens?|tokens?|seed phrase|cvv2?|cvc|otp|one[- ]time code|"
    r"account\s?(?:number|no\.?)|routing number|sort code|card number|passport\s?(?:number|no\.?)|"
    r"social security number|ssn|national insurance number|ni number|tax id|driving licen[cs]e number|passwort|"
    r"kennwort|geheimzahl|zugangscode|kontonummer|mot de passe|code (?:secret|d['’]accès)|contraseña"
    r"|clave|número de cuenta"
)
_NO_VALUE = (
    r"(?:too|very|so|hard|weak|strong|wrong|not|never|no|expired|long|short|safe|secure|lost|gone|stolen|the same|a|"
    r"an|my|on|in|at|really|always|still|easy|impossible|invalid|incorrect|saved|stored|required|needed|due|being|"
    r"broken|annoying|old|new)\b"
)
_NO_PUBLIC = "".join(
    f"(?<!{word} )"
    for word in "zip post postal area dress source error country promo product exit status voucher".split()
)
_SECRETS = re.compile(
    rf"\b(?:{_CONFIDENTIAL})\b(?:\s+(?:for|to|of|on|at)\s+[^.\n:=]{{1,40}}?)?\s*(?:is|was|are|=|:|->|→|ist"
    rf"|lautet|est|es)\s*:?\s*[\"'“`]?(?!{_NO_VALUE})\S{{2,}}"
    r"|\b(?:password|passphrase|passwort|pwd|pw)\s+(?=\S*[\d!@#$%^&*])(?=\S*[a-z])\S{6,}"
    r"|\b(?:pin|passcode|cvv|cvc|otp)\s+(?:is\s+|of\s+)?#?\d{3,8}\b(?!\s*(?:kg|km|miles|people))"
    rf"|{_NO_PUBLIC}\bcode (?:(?:for|to|of) [^.\n]{{1,40}}?)?(?:is|:)?\s*[#*]?\d{{3,8}}\b"
    r"|\b(?:sk|pk|rk)[-_](?:live[-_]|test[-_]|ant[-_]|proj[-_])?[A-Za-z0-9_-]{16,}|\bAKIA[0-9A-Z]{16}\b"
    r"|\bgh[pousr]_[A-Za-z0-9]{20,}"
    r"|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bAIza[\w-]{30,}|\bhf_[A-Za-z0-9]{20,}|\beyJ[\w-]{10,}\.[\w-]{5,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY"
    r"|\b\d{3}-\d{2}-\d{4}\b|\b(?:https?|ftp|postgres\w*|mysql|mongodb\S*)://[^\s:/@]+:[^\s/@]+@",
    re.I,
)
_CARD = re.compile(r"(?<![\d.-])\d(?:[ -]?\d){12,18}(?![\d.-])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")

_SENSITIVE = {
    "health": (
        r"allerg\w+|diabet\w+|insulin|asthma\w*|coeliac|celiac|cancer|tumou?r|chemo\w*|leuk(?:a?emia)|diagnos\w+|"
        r"prescri(?:bed|ption)\w*|medication|meds|medicine|antidepressants?|antibiotics?|painkillers?|ibuprofen|"
        r"metformin|statins?|ssri|depress(?:ed|ion)|anxiety|panic attacks?|therap(?:y|ist)|psychiatr\w+|"
        r"psycholog(?:ist|ical)|counsell?ing|bipolar|schizo\w+|adhd|autis\w+|asperger\w*|ocd|ptsd|dyslexi\w+|"
        r"dementia|alzheimer\w*|parkinson\w*|epilep\w+|seizures?|stroke|heart (?:attack|disease|condition|surgery)|"
        r"blood pressure|hypertension|cholesterol|pregnan\w+|miscarr\w+|abortion|ivf|infertil\w+|menopaus\w*|"
        r"periods? (?:pain|cramps)|endometriosis|hiv|aids|hepatitis|std|sti|herpes|covid|long covid|migraines?|"
        r"chronic\w*|arthritis|fibromyalgia|lupus|crohn\w*|ibs|colitis|eczema|psoriasis|thyroid|an(?:a)?emi[ac]|"
        r"disab(?:led|ility|ilities)|wheelchair|blind|deaf|hearing aids?|dyspraxia|surgery|operation on my|"
        r"hospital\w*|injur(?:y|ed|ies)|broke my (?:arm|leg|wrist|ankle|foot|hip)|alcoholi\w+|sober|rehab|addict\w+|"
        r"overdose|self[- ]harm\w*|suicid\w+|eating disorder|anorexi\w+|bulimi\w+|obes\w+|lactose intoleran\w+|"
        r"intoleran(?:t|ce) (?:to|of)|epipen|inhaler|pacemaker|transplant|dialysis|biopsy|mri|my (?:doctor|gp|"
        r"oncologist|cardiologist|neurologist|dermatologist)|symptoms?|vaccin\w+|burn(?:t|ed)?[- ]?out|schwanger|"
        r"krankheit|allergisch|enceinte|allergique|embarazada|alérgic\w+"
    ),
    "sexuality": (
        r"gay|lesbian|bisexual|bi-?sexual|homosexual\w*|queer|asexual|pansexual|lgbt\w*|sexual orientation|sexuality|"
        r"came out|coming out|in the closet|sex life|libido|porn\w*|fetish\w*|kink\w*|polyamor\w+|one[- ]night stand|"
        r"affair with|cheat(?:ed|ing) on|sleeping with|slept with|viagra|contracepti\w+|birth control|schwul|"
        r"lesbisch|homosexuel\w*"
    ),
    "religion": (
        r"religio\w+|christian(?:ity)?|catholic\w*|protestant\w*|orthodox|baptist|methodist|evangelical|mormon|"
        r"jehovah\w*|muslim|moslem|islam\w*|jewish|jew|judaism|hindu\w*|buddhis\w+|sikh\w*|atheist\w*|agnostic|pagan|"
        r"church|mosque|synagogue|rabbi|imam|priest|pastor|vicar|baptis\w+|christening|bar mitzvah|bat mitzvah|"
        r"communion|pray(?:er|ing|s)?|ramadan|eid|lent|sabbath|shabbat|yom kippur|passover|bible|qur['’]?an|koran|"
        r"torah|hijab|kosher|halal|my faith|believe in god|faith in god|kirche|moschee|église|iglesia"
    ),
    "politics": (
        r"vot(?:e|ed|ing|er)|elections?|political\w*|politics|republicans?|democrats?|conservatives?|tor(?:y|ies)|"
        r"labour party|lib ?dems?|green party|liberals?|socialis\w+|communis\w+|libertarian|left[- ]wing|"
        r"right[- ]wing|far[- ](?:left|right)|marxis\w+|anarchis\w+|trump|biden|brexit|maga|protest(?:ed|ing|s)?|"
        r"activis\w+|trade union|union (?:member|rep)\w*|campaign(?:ed|ing) for|pro-life|pro-choice|cdu|csu|spd|afd|"
        r"fdp|die grünen|psoe|vox|macron|le pen|wähle\w*"
    ),
    "identity": (
        r"transgender|trans (?:man|woman|person|girl|boy|guy)|i['’]?m trans|non-?binary|genderfluid|gender identity|"
        r"gender dysphoria|transition(?:ing|ed) (?:to|from|mtf|ftm)|pronouns|ethnicit\w+|ethnic\w*|my race|"
        r"mixed[- ]race|biracial|i(?:['’]?m| am) (?:black|white|asian|hispanic|latin[oa]|arab|roma|indigenous|"
        r"native american)|immigra(?:nt|tion)\w*|undocumented|refugee\w*|asylum|visa|green card|residence permit|"
        r"work permit|citizenship|nationality|deport\w+|passport|social security|national insurance|criminal record|"
        r"arrested|convict\w+|on parole|probation officer|prison|jail|date of birth|biometric|fingerprints?|dna test|"
        r"adopted|intersex"
    ),
    "money": (
        r"salar(?:y|ies)|wages?|income|i (?:earn|make) (?:about |around |roughly )?[£$€]?\d[\d,.]*k?"
        r"|pay ?(?:rise|cut|check|"
        r"slip)|earn(?:s|ed|ing)? [£$€]?\d[\d,.]*k?|[£$€]\s?\d[\d,.]*\s?k?\s+(?:a|per|/) ?(?:year|month|hour"
        r"|annum)|debts?|"
        r"in the red|mortgage\w*|loans?|overdraft|overdrawn|bankrupt\w*|insolven\w+|foreclos\w+|credit (?:score|card|"
        r"rating|history)|net worth|savings|inherit\w*|pension\w*|401\(?k\)?|invest(?:ed|ments?|ing)|portfolio|"
        r"crypto\w*|bitcoin|stocks|shares in|alimony|child support|unemployment benefits?|on benefits|"
        r"universal credit|food stamps|welfare|bailiffs?|rent arrears|behind on (?:the |my )?rent|tax (?:return|bill|"
        r"debt)|bank (?:account|balance)|gehalt|schulden|salaire|dettes|sueldo|deudas"
        r"|afford|broke(?= (?:right now|this month|until|again))"
    ),
    "children": (
        r"(?:my|our|his|her|their|['’]s|the) (?:\w+ ){0,2}?(?:sons?|daughters?|kids?|child(?:ren)?|toddlers?|bab(?:y|"
        r"ies)|newborn|infant|twins|triplets|grandsons?|granddaughters?|grandchild(?:ren)?|grandkids?|step-?(?:sons?|"
        r"daughters?|kids?|child(?:ren)?)|god(?:son|daughter)|foster (?:son|daughter|child|kid)|niece|nephew|"
        r"little (?:one|boy|girl)|boys|girls|teenager|schoolkids)\b|custody|nursery|kindergarten|kita|primary school|"
        r"pre-?school|daycare|year-old (?:son|daughter|boy|girl|kid)|meine? (?:tochter|sohn|kind(?:er)?)|"
        r"mein (?:sohn|kind)|ma fille|mon fils|mes enfants|mi hij[oa]|mis hijos"
    ),
}
_CATEGORIES = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I) for name, words in _SENSITIVE.items()}
SENSITIVE = tuple(_SENSITIVE)
"""The names of the sensitive categories."""
_GROWN_UP = re.compile(
    r"\b(?:son|daughter|nephew|niece|kids?|children|grandson|granddaughter)\b.{0,40}\b(?:is|are|turn(?:s|ed)"
    r"|aged?)\s+(?:1[89]|[2-9]\d)\b",
    re.I,
)
_NOT_SENSITIVE = re.compile(
    r"\b(?:pass(?:port)? control|baby (?:steps?|spinach|carrots?|corn|shower)|heart of|side effects? of the (?:code|"
    r"function)|(?:technical|tech|sleep) debts?|class inherit\w*|inheritance (?:tree|hierarchy)|(?:unit|"
    r"regression) tests?|dead?line|memory loss (?:in|of) the|colou?r[- ]?blind (?:friendly|safe|mode)|"
    r"double[- ]blind|blind (?:spot|date|taste)s?|conservative estimate|liberal (?:use|amount)|political science|"
    r"vote (?:up|down)|up-?vote[ds]?"
    r"|down-?vote[ds]?|allergic to (?:meetings|mornings))\b",
    re.I,
)


_KEPT_OUT = re.compile(
    r"\b(?:stays?|remains?|is|keep (?:it|this|that)) (?:just |strictly )?between (?:us|you and me)\b"
    r"|\b(?:don['’]?t|do not|never) (?:keep|put|store|save|note|write) (?:that|this|it|them)(?: down)? (?:anywhere|in writing)\b",
    re.I,
)


def off_record(message: str) -> bool:
    """Whether the user asks that nothing of this message be kept: "don't save any of this", "just between us"."""
    return bool(_OFF_RECORD.search(message))


def kept_out(sentence: str) -> bool:
    """Whether a sentence asks that what it speaks of be kept nowhere: "the thing about X stays between us"."""
    return bool(_KEPT_OUT.search(sentence))


def secrets(text: str) -> bool:
    """Whether a text holds a password, PIN, access code, key, card, IBAN or account number, not only speaks of one."""
    if _SECRETS.search(text):
        return True
    cards = (re.sub(r"\D", "", match.group()) for match in _CARD.finditer(text))
    ibans = (match.group().replace(" ", "") for match in _IBAN.finditer(text))
    return any(_luhn(digits) for digits in cards) or any(_mod_97(iban) for iban in ibans)


def sensitive(text: str) -> str:
    """The sensitive matter that a text touches by its words, or "".

    health, sexuality, religion, politics, identity, money or children; of several the first in this order. Children
    means minors: a son who is said to be 18 or older is none.
    """
    plain = _NOT_SENSITIVE.sub(" ", text)
    for category, words in _CATEGORIES.items():
        if words.search(plain) and not (category == "children" and _GROWN_UP.search(plain)):
            return category
    return ""


def _luhn(digits: str) -> bool:
    doubled = [sum(divmod(int(digit) * (2 if n % 2 else 1), 10)) for n, digit in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0 and len(set(digits)) > 1


def _mod_97(iban: str) -> bool:
    if not 15 <= len(iban) <= 34:
        return False
    return int("".join(str(int(char, 36)) for char in iban[4:] + iban[:4])) % 97 == 1
