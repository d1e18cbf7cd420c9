"""Which numbers can a run of digits be? Every reading of its points, commas and gaps."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from lessons.typed.fold import digits

MAX_DIGITS = 40
MAX_EXPONENT = 400

LITERAL = re.compile(
    r"(?:\d+(?:[.,_]\d+|·(?!10\s?[\^*])\d+|(?:['’]|, |\. | )\d{3}(?!\d))*|(?<![\w.,])[.,]\d+)"
    r"(?:e[+]?(-?\d+)(?![\w])|\s*[x×*·]\s*10\s*(?:\^|\*\*)\s*\(?([+-]?\d+)\)?)?"
)
POWER_OF_TEN = re.compile(r"10\s*(?:\^|\*\*)\s*\(?([+-]?\d+)\)?")
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_SUPERS = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_RAISED = re.compile(r"(?<![^\W\d_])(km|cm|mm|m|mi|ft|км|см|мм|м)\^?([23])(?!\w)")
"""A unit of area or volume on a keyboard without raised figures: "km2", "m^3"."""
_LETTER_ONE = re.compile(r"(?<!\w)[li|](?=\d{3}(?!\w))")
"""A letter for a one, as in "l941"."""
_LETTER_NOUGHTS = re.compile(r"(?<=\d)([.,]?)ooo(?![^\W_])")
"""Letters for noughts: "51,OOO"."""
_LETTER_NOUGHT = re.compile(r"(?<=\d)o(?=\d)|(?<=\d{3})o(?!\w)", re.IGNORECASE)
"""A letter for a nought: "19o5"."""
_DEVANAGARI_STOP = re.compile(r"(?<=[\u0904-\u0939\u093e-\u094c])०(?![०-९])")
"""The nought that ends an abbreviation: "1776 ई०"."""
_EXPONENT = re.compile(r"(?<=\d)е(?=[+-]?\d)")
"""A Cyrillic letter for the E of "1,13Е10"."""
_RAISED_POINT = re.compile(r"(?<=\d)·(?=\d)(?!10\s?[\^*])")
"""The decimal point of older English books: "2·7"."""
_GIGA = re.compile(r"(?<=\d)\s?[Gg](?=[$€£])")
"""As engineers and Canadians write a billion of money: "14.6 G$"."""
_VULGAR = re.compile(r"[\u00bc-\u00be\u2150-\u215e]")
_PLAIN = str.maketrans({"−": "-", "‐": "-", "‑": "-", "‒": "–", "—": "–", "⁄": "/", "∕": "/", "٬": ",", "٫": "."})


@dataclass(frozen=True, slots=True)
class Literal:
    """One reading of digits: `step` is the place value of the last one written (0.1 for 11.3)."""

    value: Decimal
    step: Decimal


def clean(text: str) -> str:
    """The text in plain digits and lower case, superscripts as ^, vulgar fractions as "1/2"."""
    text = _DEVANAGARI_STOP.sub(" ", text)
    text = _SUPERS.sub(lambda match: "^" + match[0].translate(_SUPER), text)
    text = _VULGAR.sub(lambda match: f" {unicodedata.normalize('NFKC', match[0])} ", text)
    text = text.replace("²", "\ue002").replace("³", "\ue003")  # km² must not become km2
    text = digits(unicodedata.normalize("NFKC", text)).translate(_PLAIN).casefold()
    text = _RAISED.sub(lambda found: found[1] + ("²" if found[2] == "2" else "³"), text)
    text = _LETTER_NOUGHTS.sub(r"\g<1>000", text)
    text = _GIGA.sub(" billion ", _LETTER_ONE.sub("1", _LETTER_NOUGHT.sub("0", text)))
    text = _EXPONENT.sub("e", _RAISED_POINT.sub(".", text))
    return re.sub(r"\s+", " ", text.replace("\ue002", "²").replace("\ue003", "³")).strip()


def readings(text: str, exponent: str = "0") -> tuple[Literal, ...]:
    """Every number that digits with points, commas and gaps can be; () for none, or for one too large to be meant."""
    if sum(char.isdigit() for char in text) > MAX_DIGITS or len(exponent) > 4:
        return ()
    power = int(exponent)
    if abs(power) > MAX_EXPONENT:
        return ()
    found: dict[Decimal, Literal] = {}
    for form in _forms(text):
        value = Decimal(form).scaleb(power)
        step = Decimal(1).scaleb(power - len(form.partition(".")[2]))
        found.setdefault(value, Literal(value, step))
    return tuple(found.values())


def _forms(text: str) -> list[str]:
    """The text as plain decimals with a point."""
    text = re.sub(r"(?<=[.,]) ", "", text)
    text = text if text[0].isdigit() else f"0{text}"
    marks = [char for char in text if not char.isdigit()]
    if not marks:
        return [text]
    forms = []
    if _grouped(text):
        forms.append("".join(char for char in text if char.isdigit()))
    last = marks[-1]
    if last in ".," and marks.count(last) == 1:
        whole, _, part = text.rpartition(last)
        if (whole.isdigit() or _grouped(whole)) and not (forms and part == "000"):  # "24,000" is not 24
            forms.append("".join(char for char in whole if char.isdigit()) + f".{part}")
    return forms


def _grouped(text: str) -> bool:
    """Whether the marks part thousands (1,234,567), or lakhs and crores (12,34,567)."""
    marks = {char for char in text if not char.isdigit()}
    groups = re.split(r"\D", text)
    if len(marks) != 1 or not 1 <= len(groups[0]) <= 3 or groups[0].startswith("0"):
        return False
    middle, last = groups[1:-1], groups[-1]
    sizes = {len(group) for group in middle}
    return len(last) == 3 and (sizes <= {3} or (sizes == {2} and len(groups[0]) <= 2))
