"""How is a bare number written in a pack, and when is it refused?"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from content.packfile import limits

EXACT = Context(prec=2 * (limits.NUMBER_DIGITS + limits.NUMBER_EXPONENT), Emax=10_000, Emin=-10_000)
"""Wide enough that nothing a pack may hold is ever rounded."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_NUMBER = re.compile(
    r"(?P<sign>[+\-−–]?)"
    r"(?:(?P<whole>[0-9]{1,3}(?:[  \u2009\u202f_'’][0-9]{3})+(?![0-9])|[0-9]+)(?P<part>\.[0-9]+)?|(?P<bare>\.[0-9]+))"
    r"(?:[eE](?P<exponent>[+\-−]?[0-9]+)"
    r"|\s*[×x*·]\s*10(?:\^\(?(?P<power>[+\-−]?[0-9]+)\)?|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?"
)
_COMMA = re.compile(r"[+\-−–]?[0-9]+(?:[  \u2009\u202f_'’.][0-9]+)*(,)[0-9]")


class BadNumeral(ValueError):
    """The text has no readable number where one is needed; `code` says why, `at` is the faulty character."""

    def __init__(self, code: str, at: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.at = at


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: its value, the power of ten written with it, its end in the text, its significant digits."""

    value: Decimal
    power: int
    end: int
    digits: int
    whole: bool


def numeral(text: str, start: int = 0) -> Numeral:
    """The number that begins at `start`. Raises BadNumeral ("none", "comma", "groups", "large")."""
    comma = _COMMA.match(text, start)
    if comma:
        raise BadNumeral("comma", comma.start(1))
    match = _NUMBER.match(text, start)
    if match is None:
        raise BadNumeral("none", start)
    if re.match(r"[  \u2009\u202f_'’][0-9]", text[match.end() : match.end() + 2]):
        raise BadNumeral("groups", match.end())
    digits = re.sub(r"[^0-9.]", "", (match["whole"] or "0") + (match["part"] or match["bare"] or ""))
    power = _power(match)
    if len(digits.replace(".", "")) > limits.NUMBER_DIGITS or power is None or abs(power) > limits.NUMBER_EXPONENT:
        raise BadNumeral("large", start)
    value = Decimal(digits)
    if match["sign"] and match["sign"] != "+":
        value = -value
    return Numeral(
        EXACT.scaleb(value, power),
        power,
        match.end(),
        len(digits.replace(".", "").strip("0")),
        not match["part"] and not match["bare"] and power >= 0,
    )


def _power(match: re.Match[str]) -> int | None:
    """The written exponent, 0 without one, None where it is too long to be worth converting."""
    raised = match["raised"].translate(_SUPERSCRIPTS) if match["raised"] else None
    written = (match["exponent"] or match["power"] or raised or "0").replace("−", "-")
    return int(written) if len(written) <= 5 else None


def plain_number(value: Decimal) -> str:
    """The value in digits that `numeral` reads: spaces between thousands, or a power of ten where it is very long."""
    bare = EXACT.normalize(value)
    exponent = bare.as_tuple().exponent
    if isinstance(exponent, int) and (exponent > 18 or bare.adjusted() < -12):
        mantissa = EXACT.scaleb(bare, -bare.adjusted())
        return f"{format(mantissa, 'f')}e{bare.adjusted()}"
    whole, dot, part = format(bare, "f").partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if len(whole) > 4:
        head = len(whole) % 3
        groups = [whole[:head]] * bool(head) + [whole[at : at + 3] for at in range(head, len(whole), 3)]
        whole = " ".join(groups)
    return sign + whole + dot + part
