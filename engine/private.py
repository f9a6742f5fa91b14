"""What must not be kept, and what is kept only when the user says so: off the record, secrets, sensitive matters."""

from __future__ import annotations

import re

_OBJECT = r"(?:this|that|it|any|anything|what|these|those|the (?:above|following|next)|my)\b"
_OFF_RECORD = re.compile(
    r"\boff[- ]the[- ]record\b"
    rf"|(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bi really )(?:\b(?:do not|don['’]?t|never|please not|no need to"
    rf"|you needn['’]?t|not to|without)\s+"
    rf"(?:you\s+)?(?:ever\s+|even\s+)?(?:save|saving|remember|remembering|store|storing|note|noting|record"
    rf"|recording|log|logging|"
    rf"memori[sz]e|memori[sz]ing|retain|write|learn|learning|keep track of)\s+(?:from\s+)?(?:down\s+)?{_OBJECT})"
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
    r"|\bno (?:lo |la |me )?(?:guardes|recuerdes|anotes|registres|guarde)\b",
    re.I,
)

_CONFIDENTIAL = (
    r"pass\s?words?|passwd|pwd|pass\s?codes?|pass\s?phrases?|pin(?:[- ]?(?:code|number))?|(?:access|door|gate"
    r"|alarm|entry|security|"
    r"safe|locker|recovery|backup|unlock|verification|2fa|login|building|garage"
    r"|key\s?pad)\s?(?:-\s?)?(?:codes?|combination)|"
    r"combination|api[- _]?keys?|secret[- _]?keys?|private[- _]?keys?|access[- _]?(?:keys?|tokens?)|bearer"
    r"|auth[- _]?tokens?|tokens?|"
    r"seed phrase|cvv2?|cvc|otp|one[- ]time code|account\s?(?:number|no\.?)|routing number|sort code"
    r"|card number|passport\s?(?:number|no\.?)|"
    r"social security number|ssn|national insurance number|ni number|tax id|driving licen[cs]e number|"
    r"passwort|kennwort|geheimzahl|zugangscode|kontonummer|mot de passe|code (?:secret|d['’]accès)|contraseña"
    r"|clave|número de cuenta"
)
_NO_VALUE = (
    r"(?:too|very|so|hard|weak|strong|wrong|not|never|no|expired|long|short|safe|secure|lost|gone|stolen"
    r"|the same|a|an|my|on|in|"
    r"at|really|always|still|easy|impossible|invalid|incorrect|saved|stored|required|needed|due|being|broken"
    r"|annoying|old|new)\b"
)
_SECRETS = re.compile(
    rf"\b(?:{_CONFIDENTIAL})\b(?:\s+(?:for|to|of|on|at)\s+[^.\n:=]{{1,40}}?)?\s*(?:is|was|are|=|:|->|→|ist"
    rf"|lautet|est|es)\s*:?\s*[\"'“`]?(?!{_NO_VALUE})\S{{2,}}"
    r"|\b(?:pin|passcode|code|cvv|cvc|otp)\s+(?:is\s+|of\s+)?#?\d{3,8}\b(?!\s*(?:kg|km|miles|people))"
    r"|(?<!zip )(?<!post )(?<!postal )(?<!area )(?<!dress )(?<!source )(?<!error )(?<!country )(?<!promo )"
    r"(?<!product )(?<!exit )"
    r"\bcode (?:for|to|of) [^.\n]{1,40}?(?:is|:)\s*[#*]?\d{3,}"
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
        r"allerg\w+|diabet\w+|insulin|asthma\w*|coeliac|celiac|cancer|tumou?r|chemo\w*|leuk(?:a?emia)"
        r"|diagnos\w+|prescri(?:bed|ption)\w*|"
        r"medication|meds|medicine|antidepressants?|antibiotics?|painkillers?|ibuprofen|metformin|statins?"
        r"|ssri|depress(?:ed|ion)|anxiety|"
        r"panic attacks?|therap(?:y|ist)|psychiatr\w+|psycholog(?:ist|ical)|counsell?ing|bipolar|schizo\w+"
        r"|adhd|autis\w+|asperger\w*|ocd|ptsd|"
        r"dyslexi\w+|dementia|alzheimer\w*|parkinson\w*|epilep\w+|seizures?|stroke|heart (?:attack|disease"
        r"|condition|surgery)|"
        r"blood pressure|hypertension|cholesterol|pregnan\w+|miscarr\w+|abortion|ivf|infertil\w+|menopaus\w*"
        r"|periods? (?:pain|cramps)|"
        r"endometriosis|hiv|aids|hepatitis|std|sti|herpes|covid|long covid|migraines?|chronic\w*|arthritis"
        r"|fibromyalgia|lupus|crohn\w*|"
        r"ibs|colitis|eczema|psoriasis|thyroid|an(?:a)?emi[ac]|disab(?:led|ility|ilities)|wheelchair|blind"
        r"|deaf|hearing aids?|dyspraxia|"
        r"surgery|operation on my|hospital\w*|injur(?:y|ed|ies)|broke my (?:arm|leg|wrist|ankle|foot|hip)|"
        r"alcoholi\w+|sober|rehab|addict\w+|overdose|self[- ]harm\w*|suicid\w+|eating disorder|anorexi\w+"
        r"|bulimi\w+|obes\w+|"
        r"lactose intoleran\w+|intoleran(?:t|ce) (?:to|of)|epipen|inhaler|pacemaker|transplant|dialysis|biopsy|mri|"
        r"my (?:doctor|gp|oncologist|cardiologist|neurologist|dermatologist)|symptoms?|vaccin\w+|burn(?:t|ed)?[- ]?out|"
        r"schwanger|krankheit|allergisch|enceinte|allergique|embarazada|alérgic\w+"
    ),
    "sexuality": (
        r"gay|lesbian|bisexual|bi-?sexual|homosexual\w*|queer|asexual|pansexual|lgbt\w*|sexual orientation"
        r"|sexuality|came out|"
        r"coming out|in the closet|sex life|libido|porn\w*|fetish\w*|kink\w*|polyamor\w+|one[- ]night stand"
        r"|affair with|cheat(?:ed|ing) on|"
        r"sleeping with|slept with|viagra|contracepti\w+|birth control|schwul|lesbisch|homosexuel\w*"
    ),
    "religion": (
        r"religio\w+|christian(?:ity)?|catholic\w*|protestant\w*|orthodox|baptist|methodist|evangelical|mormon"
        r"|jehovah\w*|muslim|moslem|"
        r"islam\w*|jewish|jew|judaism|hindu\w*|buddhis\w+|sikh\w*|atheist\w*|agnostic|pagan|church|mosque"
        r"|synagogue|rabbi|imam|priest|"
        r"pastor|vicar|baptis\w+|christening|bar mitzvah|bat mitzvah|communion|pray(?:er|ing|s)?|ramadan|eid"
        r"|lent|sabbath|shabbat|"
        r"yom kippur|passover|bible|qur['’]?an|koran|torah|hijab|kosher|halal|my faith|believe in god|faith in god|"
        r"kirche|moschee|église|iglesia"
    ),
    "politics": (
        r"vot(?:e|ed|ing|er)|elections?|political\w*|politics|republicans?|democrats?|conservatives?|tor(?:y"
        r"|ies)|labour party|lib ?dems?|"
        r"green party|liberals?|socialis\w+|communis\w+|libertarian|left[- ]wing|right[- ]wing|far[- ](?:left"
        r"|right)|marxis\w+|anarchis\w+|"
        r"trump|biden|brexit|maga|protest(?:ed|ing|s)?|activis\w+|trade union|union (?:member|rep)\w*"
        r"|campaign(?:ed|ing) for|"
        r"pro-life|pro-choice|cdu|csu|spd|afd|fdp|die grünen|psoe|vox|macron|le pen|wähle\w*"
    ),
    "identity": (
        r"transgender|trans (?:man|woman|person|girl|boy|guy)|i['’]?m trans|non-?binary|genderfluid"
        r"|gender identity|gender dysphoria|"
        r"transition(?:ing|ed) (?:to|from|mtf|ftm)|pronouns|ethnicit\w+|ethnic\w*|my race|mixed[- ]race|biracial|"
        r"i(?:['’]?m| am) (?:black|white|asian|hispanic|latin[oa]|arab|roma|indigenous|native american)"
        r"|immigra(?:nt|tion)\w*|"
        r"undocumented|refugee\w*|asylum|visa|green card|residence permit|work permit|citizenship|nationality"
        r"|deport\w+|"
        r"passport|social security|national insurance|criminal record|arrested|convict\w+|on parole"
        r"|probation officer|prison|jail|"
        r"date of birth|biometric|fingerprints?|dna test|adopted|intersex"
    ),
    "money": (
        r"salar(?:y|ies)|wages?|income|i (?:earn|make) (?:about |around |roughly )?[£$€]?\d|pay ?(?:rise|cut"
        r"|check|slip)|earn(?:s|ed|ing)? [£$€]?\d|"
        r"[£$€]\s?\d[\d,.]*\s?k?\s+(?:a|per|/) ?(?:year|month|hour|annum)|debts?|in the red|mortgage\w*|loans?"
        r"|overdraft|overdrawn|"
        r"bankrupt\w*|insolven\w+|foreclos\w+|credit (?:score|card|rating|history)|net worth|savings"
        r"|inherit\w*|pension\w*|"
        r"401\(?k\)?|invest(?:ed|ments?|ing)|portfolio|crypto\w*|bitcoin|stocks|shares in|alimony|child support|"
        r"unemployment benefits?|on benefits|universal credit|food stamps|welfare|bailiffs?|rent arrears"
        r"|behind on (?:the |my )?rent|"
        r"tax (?:return|bill|debt)|bank (?:account|balance)|gehalt|schulden|salaire|dettes|sueldo|deudas"
        r"|afford|broke(?= (?:right now|this month|until|again))"
    ),
    "children": (
        r"(?:my|our|his|her|their|['’]s|the) (?:\w+ ){0,2}?(?:sons?|daughters?|kids?|child(?:ren)?|toddlers?"
        r"|bab(?:y|ies)|newborn|infant|twins|"
        r"triplets|grandsons?|granddaughters?|grandchild(?:ren)?|grandkids?|step-?(?:sons?|daughters?|kids?"
        r"|child(?:ren)?)|god(?:son|daughter)|"
        r"foster (?:son|daughter|child|kid)|niece|nephew|little (?:one|boy|girl)|boys|girls|teenager|schoolkids)\b|"
        r"custody|nursery|kindergarten|kita|primary school|pre-?school|daycare|year-old (?:son|daughter|boy|girl|kid)|"
        r"meine? (?:tochter|sohn|kind(?:er)?)|mein (?:sohn|kind)|ma fille|mon fils|mes enfants|mi hij[oa]|mis hijos"
    ),
}
_CATEGORIES = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I) for name, words in _SENSITIVE.items()}
_GROWN_UP = re.compile(
    r"\b(?:son|daughter|nephew|niece|kids?|children|grandson|granddaughter)\b.{0,40}\b(?:is|are|turn(?:s|ed)"
    r"|aged?)\s+(?:1[89]|[2-9]\d)\b",
    re.I,
)
_NOT_SENSITIVE = re.compile(
    r"\b(?:pass(?:port)? control|baby (?:steps?|spinach|carrots?|corn|shower)|heart of"
    r"|side effects? of the (?:code|function)|"
    r"(?:technical|tech|sleep) debts?|class inherit\w*|inheritance (?:tree|hierarchy)|(?:unit"
    r"|regression) tests?|dead?line|"
    r"memory loss (?:in|of) the|colou?r[- ]?blind (?:friendly|safe|mode)|double[- ]blind|blind (?:spot|date|taste)s?|"
    r"conservative estimate|liberal (?:use|amount)|political science|vote (?:up|down)|up-?vote[ds]?"
    r"|down-?vote[ds]?|allergic to (?:meetings|mornings))\b",
    re.I,
)


def off_record(message: str) -> bool:
    """Whether the user asks that nothing of this message be kept: "don't save any of this", "just between us"."""
    return bool(_OFF_RECORD.search(message))


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
