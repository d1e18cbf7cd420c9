"""Compare: sources that tell one thing differently. Which says which, and which is the more exact?"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from lessons.items.match import MatchItem, Pair
from lessons.typed.dates import dates
from lessons.typed.figures import Figure, figures


@dataclass(frozen=True, slots=True)
class Claim(Pair):
    """What one source says: `left` is what the source is called, `right` its words, `source` its key in the pack."""

    source: str = ""


@dataclass(frozen=True, slots=True)
class Apart:
    """How two claims stand to each other: how many percent the figures are apart, and which claim is more exact.

    `percent` is None for dates. `exact` is the claim that the other one is a rounding of; None where they contradict.
    """

    percent: Decimal | None
    exact: Claim | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareItem(MatchItem):
    """A match of sources and what each of them says."""

    kind: ClassVar[str] = "compare"
    answer: tuple[Claim, ...]

    @property
    def as_match(self) -> MatchItem:
        """The same for a format that knows no sources: things that belong together."""
        pairs = tuple(Pair(claim.left, claim.right) for claim in self.answer)
        common = {name: getattr(self, name) for name in _COMMON}
        return MatchItem(answer=pairs, **common)

    def apart(self, language: str) -> Apart | None:
        """How two claims stand to each other, where both are figures or both are dates; None otherwise."""
        if len(self.answer) != 2:
            return None
        found = [_figure(claim.right, language) for claim in self.answer]
        if all(figure is not None and (figure.units or figure.scaled) for figure in found):
            return _figures_apart(self.answer, found)
        return _dates_apart(self.answer, language) or _figures_apart(self.answer, found)


ROUGHEST = 4
"""A figure is taken for a rounding of the other only if it says at least a quarter of its size exactly."""
_COMMON = ("id", "stem", "reading", "context", "hints", "why", "sources", "level", "tags", "was", "position")


def _figures_apart(claims: tuple[Claim, ...], found: Sequence[Figure | None]) -> Apart | None:
    if found[0] is None or found[1] is None or not found[0].value or not found[1].value:
        return None
    one, other = found[0], found[1]
    if one.units and other.units and not one.units & other.units:
        return None
    smaller, larger = sorted((abs(one.value), abs(other.value)))
    steps = (_step(one), _step(other))
    fine = 0 if steps[0] < steps[1] else 1
    rough = steps[1 - fine]
    rounds = steps[fine] < rough and rough * ROUGHEST <= larger and (larger - smaller) * 2 <= rough
    return Apart((larger - smaller) * 100 / smaller, claims[fine] if rounds else None)


def _figure(text: str, language: str) -> Figure | None:
    """The one figure of a claim, with its unit where it can have one; None where there is none, or several."""
    found = figures(text, language)
    fair = [reading for reading in found[0] if not reading.slip] if len(found) == 1 else []
    fair.sort(key=lambda reading: not reading.units)
    return fair[0] if fair and fair[0].high is None else None


def _step(figure: Figure) -> Decimal:
    """What the last digit that says something stands for: noughts at the end are taken for rounding."""
    _, digits, exponent = figure.value.normalize().as_tuple()
    assert isinstance(exponent, int)
    return max(figure.step, Decimal(1).scaleb(exponent)) if digits else figure.step


def _dates_apart(claims: tuple[Claim, ...], language: str) -> Apart | None:
    """Equal as far as both go: 1942 is 11 June 1942, told less exactly."""
    said = [_date(claim.right, language) for claim in claims]
    if None in said:
        return None
    short, long = sorted((str(said[0]), str(said[1])), key=len)
    fine = 0 if said[0] == long else 1
    return Apart(None, claims[fine] if long != short and long.startswith(short) else None)


def _date(text: str, language: str) -> str | None:
    """The date of a claim, as far as it goes: "1942", "1942-06", "1942-06-11"."""
    found = [reading.date for reading in dates(text, language) if not reading.short and reading.end is None]
    if len(found) != 1 or not found[0].year:
        return None
    day = found[0]
    return "-".join([f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part)])
