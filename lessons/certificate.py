"""When has somebody earned a certificate, under which name may it be made out, and what is its code?"""

import hashlib
import hmac
import math
import unicodedata
from datetime import date

SHARE = 0.9
"""So much of a pack must be held strongly."""
LEAST_FACTS = 5
"""Of a smaller pack there is none to be had."""
LEAST_DAYS = 14
"""So many days must lie between the first answer and the certificate: what was crammed does not count."""
LONGEST_NAME = 40
JOINERS = "\u200c\u200d"
"""Hide in a line; Persian and Devanagari need them between letters."""
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without letters and digits that look alike."""
CODE_LENGTH = 12


def needed(total: int) -> int:
    """How many of a pack's facts must be held strongly."""
    return math.ceil(total * SHARE)


def is_earned(strong: int, total: int, first: date | None, today: date) -> bool:
    """Whether a pack with `total` facts is known well enough, and for long enough."""
    long_enough = first is not None and (today - first).days >= LEAST_DAYS
    return long_enough and total >= LEAST_FACTS and strong >= needed(total)


def clean_name(text: str) -> str | None:
    """A name as it may be printed: one line, no characters that steer text or hide, not too long; None for nothing.

    Marks and joiners that scripts need (Devanagari, Persian) stay; heaps of marks on one letter do not.
    """
    kept, marks = [], 0
    for sign in unicodedata.normalize("NFC", _usual_width(text)):
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind == "Mn" else 0
        if sign.isspace():
            kept.append(" ")
        elif marks <= 2 and ((kind[0] in "LMNPS" and kind != "So") or sign in JOINERS):
            kept.append(sign)
    name = _joined(" ".join("".join(kept).split())[:LONGEST_NAME])
    return name if any(sign.isalpha() for sign in name) else None


def _usual_width(text: str) -> str:
    """Letters as wide as a Chinese one, or half as wide as a Japanese one, as their usual selves: no font has both."""
    return "".join(
        unicodedata.normalize("NFKC", sign)
        if unicodedata.decomposition(sign).startswith(("<wide>", "<narrow>"))
        else sign
        for sign in text
    )


def _joined(name: str) -> str:
    """Without joiners that join no letters, such as those that a picture sign left behind; no space at the ends."""
    ends = [" ", *name, " "]
    kept = [
        sign
        for before, sign, after in zip(ends, name, ends[2:], strict=False)
        if sign not in JOINERS or (unicodedata.category(before)[0] in "LM" and unicodedata.category(after)[0] in "LM")
    ]
    return " ".join("".join(kept).split())


def code_of(secret: bytes, learner_id: int, pack_id: int) -> str:
    """The code of that learner's certificate of that pack: always the same, and hard to guess."""
    number = int.from_bytes(hmac.digest(secret, f"certificate:{learner_id}:{pack_id}".encode(), hashlib.sha256), "big")
    signs = []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def shown_code(code: str) -> str:
    """In groups of four, to be read aloud: "K7QX-3MZP-29AB"."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_code(text: str) -> str | None:
    """The code in what somebody typed; None where it can be none."""
    code = "".join(sign for sign in _usual_width(text).upper() if sign.isalnum())
    return code if len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) else None
