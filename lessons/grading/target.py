"""What is a key, seen by the grader? Its value with the digits shown, its size word and its looks."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from lessons.quantity import Quantity
from lessons.typed.figures import figures
from lessons.typed.fold import fold
from lessons.typed.lexicon import lexicon
from lessons.typed.literals import LITERAL, clean
from lessons.typed.units import Relation, codes_of, relations

SMALL_COUNT = 20
"""Whole figures up to this one are to be known exactly."""


@dataclass(frozen=True, slots=True)
class Target:
    """A quantity that can be meant. `step` is the place value of its last digit that counts."""

    quantity: Quantity
    step: Decimal
    scales: dict[str, int]
    """The key's own size words: what "billion" means in this question."""
    alike: frozenset[Decimal] = frozenset()
    """What the author's words are by themselves: two thirds, where the value is 0.6667."""
    written_in: Relation | None = None
    """The unit of the author's words, where the value is in another: 150 minutes, written "two and a half hours"."""
    silent: bool = False
    """Whether the author left the size word out, since the question names it."""

    @property
    def value(self) -> Decimal:
        """The key in plain units."""
        return self.quantity.value

    @property
    def small(self) -> bool:
        """Whether this is a small whole number or a rank, which must be exact."""
        if _RANK.search(self.quantity.written):
            return True
        whole = self.value == self.value.to_integral_value()
        return whole and abs(self.value) <= SMALL_COUNT and self.quantity.unit != "%"

    def like(self, value: Decimal, high: Decimal | None = None) -> str:
        """A figure (or range) in the looks of the key: "$12 billion" where the key is "$11.3 billion"."""
        shown = self.quantity.shown
        if self.value < 0 <= value:
            shown = _SIGN.sub("", shown, 1)
        elif self.value < 0 and high is None and _SIGN.search(shown):
            value = abs(value)
        start, end, word_end = _first_numeral(shown, self.quantity.scale)
        largest = abs(value if high is None else high).scaleb(-self.quantity.scale)
        if self.quantity.scale and not Decimal("0.1") <= largest < 10000:  # far off: without "billion"
            return shown[:start] + _span(value, high, 0, grouped=True) + shown[word_end:]
        told = _span(value, high, self.quantity.scale, grouped="," in shown)
        rest = _ORDINAL.match(shown, end)
        return shown[:start] + (told + _th(value) + shown[rest.end() :] if rest else told + shown[end:])


_SIGN = re.compile(r"[-−](?=[^\w\s]?\d)")
"""The minus of "−40 °C" and "−€3.4 million"."""
_LARGEST = Decimal(10) ** 20
"""From here on the context has not digits enough to round or to divide."""
_RANK = re.compile(r"\d(?:st|nd|rd|th)\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")


def _th(value: Decimal) -> str:
    """The ending of an English ordinal."""
    if abs(value) >= _LARGEST:
        return "th"
    ones, tens = abs(value) % 10, abs(value) % 100
    return "th" if 10 < tens < 14 or ones not in (1, 2, 3) else ("st", "nd", "rd")[int(ones) - 1]


def _span(low: Decimal, high: Decimal | None, scale: int, *, grouped: bool) -> str:
    return "–".join(_written(value.scaleb(-scale), grouped) for value in (low, high) if value is not None)


def _written(number: Decimal, grouped: bool) -> str:
    if abs(number) >= _LARGEST:
        return f"{number:.6g}"
    rounded = round(number, 6) if abs(number) >= 1 else Decimal(f"{number:.4g}")
    text = f"{rounded:,f}" if grouped or abs(number) >= 10000 else f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=4096)
def _first_numeral(shown: str, scale: int) -> tuple[int, int, int]:
    """Where the figure stands in the author's words, and where its size word ends."""
    found = LITERAL.search(shown)
    if not found:
        return 0, len(shown), len(shown)
    word = re.compile(r"\s*[^\W\d_]+\.?").match(shown, found.end()) if scale else None
    return found.start(), found.end(), word.end() if word else found.end()


@lru_cache(maxsize=4096)
def target(quantity: Quantity) -> Target:
    """The grader's view of a quantity."""
    scales = _own_scales(quantity)
    step = _shown_step(quantity, scales)
    if quantity.approximate:
        step = max(step, _significant_step(quantity.value))
    said = {one.value for readings in figures(quantity.written, "en", scales) for one in readings if one.high is None}
    alike = frozenset(value for value in said if abs(value - quantity.value) * 100 <= abs(quantity.value))
    bare = quantity.value.scaleb(-quantity.scale)
    silent = bool(quantity.scale) and not alike and bare in said
    return Target(quantity, step, scales, alike, _written_in(quantity, scales), silent)


def _written_in(quantity: Quantity, scales: dict[str, int]) -> Relation | None:
    """How the unit of the author's words stands to that of the value, where the two say the same."""
    for readings in figures(quantity.written, "en", scales):
        for one in readings if quantity.unit else ():
            for way in relations(one.units, quantity.unit) or ():
                if way.converted and way.of(one.value) == quantity.value:
                    return way
    return None


def _own_scales(quantity: Quantity) -> dict[str, int]:
    """The words behind the figure as the author wrote it, while they are no unit: "billion" is 9."""
    if not quantity.scale:
        return {}
    found = LITERAL.search(clean(quantity.written))
    words = clean(quantity.written)[found.end() :].split() if found else []
    for word in words:
        if not codes_of(word) or word in lexicon("en").scales:
            return {fold(word): quantity.scale}
    return {}


def _shown_step(quantity: Quantity, scales: dict[str, int]) -> Decimal:
    for readings in figures(quantity.written, "en", scales):
        for reading in readings:
            if reading.value == quantity.value:
                return reading.step
    if quantity.written and not any(map(str.isdigit, quantity.written)) and quantity.value % 1:  # "a third"
        return Decimal(1) if quantity.unit == "%" else Decimal("0.01")
    exponent = quantity.value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)


def _significant_step(value: Decimal) -> Decimal:
    """The place of the last digit that is not nought, at most a tenth of the value."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    return min(step, Decimal(1).scaleb(value.adjusted() - 1))


@lru_cache(maxsize=4096)
def scale_beside(prompt: str, scale: int, blank: str = "____") -> bool:
    """Whether the question itself names the size: "$____ billion", "in millions of dollars", "how many billion"."""
    words = [word for word, power in lexicon("en").scales.items() if power == scale and len(word) > 1]
    if not scale or not words:
        return False
    word = "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")s?\b"
    return bool(re.search(rf"(?:{blank}|\bin|\bhow many)\s*{word}", prompt, re.IGNORECASE))
