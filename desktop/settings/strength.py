"""How hard a passphrase is to guess, in plain words. A hint, no promise."""

from __future__ import annotations

import math
import string

from desktop.tongue import tr

SHORTEST = 8
_POOLS = (string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation + " ")
_LETTER = 2.6
"""Bits of a letter within words, which are guessed as words: six letters are one of 50,000."""
_STEPS = ((36, 10), (50, 14))
"""Bits and characters that fair and strong ones have at least. Who has the file tries some 10,000 a second on a rented machine:
36 bits take 80 days, 50 bits 3,600 years. The characters keep out short ones in disguise ("P4ssw0rd!")."""


def bits(text: str) -> float:
    """What each character could have been that is no repeat or step of the one before, in bits."""
    if all(char.isalpha() or char.isspace() for char in text):
        return _LETTER * sum(
            1 for before, char in zip(" " + text, text, strict=False) if char != before and char.isalpha()
        )
    pool = sum(len(one) for one in _POOLS if any(char in one for char in text))
    pool += 100 * any(all(char not in one for one in _POOLS) for char in text)
    fresh = [char for before, char in zip("\0" + text, text, strict=False) if abs(ord(char) - ord(before)) > 1]
    return min(len(fresh), 2 * len(set(text))) * math.log2(max(pool, 2))


def hint(text: str) -> str:
    """What to say below the field."""
    if not text:
        return tr("Several words that do not belong together are easiest to keep and hard to guess.")
    if len(text) < SHORTEST:
        return tr("Too short: at least {n} characters.").format(n=SHORTEST)
    weak, fair = (bits(text) < least or len(text) < length for least, length in _STEPS)
    if weak:
        return tr("Weak: somebody who has the file could guess it. Add a word or two.")
    return tr("Fair: a further word makes it strong.") if fair else tr("Strong.")
