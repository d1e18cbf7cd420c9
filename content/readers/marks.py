"""Is this superscript an exponent or a footnote mark? 10²³ is kept; the 1 of "in 1942¹" is dropped, never glued."""

import re

from content.readers.writer import ORDINALS, raised

REFERENCE = re.compile(
    r"\[?\s*(?:\d{1,3}|[a-z]|note \d+|citation needed|nb \d+)\s*\]|[*†‡§¶#]{1,3}|(?:TM|SM|™|®|©)", re.IGNORECASE
)
NUMBERS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*")
NUMBER_BEFORE = re.compile(r"\d[\d.,\u2009\u202f]*\Z")
WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
UNITS = frozenset(
    [
        "m",
        "km",
        "cm",
        "mm",
        "dm",
        "µm",
        "μm",
        "nm",
        "mi",
        "yd",
        "ft",
        "in",
        "s",
        "h",
        "min",
        "sec",
        "kg",
        "g",
        "mg",
        "t",
        "l",
        "cd",
        "mol",
        "k",
        "w",
        "j",
        "pa",
        "n",
        "v",
        "a",
        "c",
        "ha",
        "pc",
        "ly",
        "au",
        "metre",
        "metres",
        "meter",
        "meters",
        "mile",
        "miles",
        "foot",
        "feet",
        "inch",
        "inches",
        "yard",
        "yards",
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "centimetre",
        "centimetres",
        "centimeter",
        "centimeters",
        "second",
        "seconds",
        "hour",
        "hours",
        "м",
        "км",
        "см",
        "мм",
        "дм",
        "с",
        "ч",
        "кг",
        "г",
        "л",
    ]
)
SHORT_WORDS = frozenset(
    ["of", "in", "to", "on", "at", "by", "is", "it", "as", "an", "be", "he", "we", "or", "no", "so", "up"]
)
POWERS = frozenset({"2", "3", "4"})


def superscript(before: str, words: str, notes: frozenset[str] = frozenset()) -> str:
    """What is printed for a superscript after those words: itself, or nothing where it marks a footnote.

    `notes` are the marks of footnotes that are known to stand on the same page.
    """
    plain = words.strip()
    if not plain or REFERENCE.fullmatch(plain):
        return ""
    if plain.lower() in ORDINALS:
        return plain
    if NUMBERS.fullmatch(plain):
        return raised(plain) if _is_power(before, plain, notes) else ""
    if len(plain) == 1 and plain.islower() and plain.isascii():
        word = WORD_BEFORE.search(before)
        marks = before[-1:] in set(".,;:)”\"'") or (word is not None and len(word.group()) > 2)
        counted = before[-1:].isdigit() and plain in "abcdef"
        return "" if marks or counted or plain in notes else raised(plain)
    return raised(plain)


def _is_power(before: str, digits: str, notes: frozenset[str]) -> bool:
    if not digits.isdigit():
        return False
    if not before or before[-1].isspace():
        return digits not in notes  # the mass number of ¹⁴C; a note's own number at its beginning
    number = NUMBER_BEFORE.search(before)
    if number:
        base = number.group()
        return base == "10" or (base.isdigit() and len(base) < 4 and digits not in notes)
    word = WORD_BEFORE.search(before)
    if word:
        if word.group().lower() in UNITS:
            return digits in POWERS
        letters = word.group()
        return (len(letters) == 1 or (len(letters) == 2 and letters not in SHORT_WORDS)) and digits not in notes
    return before[-1] in ")]" and digits in POWERS and digits not in notes
