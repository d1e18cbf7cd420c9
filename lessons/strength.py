"""How strong is a memory, in a word? And what does somebody know best and least, by any way of grouping it?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

LASTING_DAYS = 14
"""From this stability on a memory is strong: it takes several reviews over some weeks to get there."""
HELD = 0.8
"""A strong memory is also likely to be there today."""
SLIPPING = 0.7
"""Below this chance of recall a memory is weak."""
FEW = 3
"""Of a group with fewer facts met nothing is said."""


class Strength(StrEnum):
    """How well a fact that was met is held."""

    STRONG = "strong"
    GROWING = "growing"
    WEAK = "weak"


def strength(chance: float, stability: float) -> Strength:
    """By the chance of recall today, and the days after which it will have fallen to nine in ten."""
    if chance < SLIPPING:
        return Strength.WEAK
    return Strength.STRONG if stability >= LASTING_DAYS and chance >= HELD else Strength.GROWING


@dataclass(frozen=True, slots=True)
class Held:
    """A fact that was met: the chance of recall today, the memory's stability, its lapses.

    `missed`: the last answer was wrong. Whoever has just read the right one would recall it, which says little.
    """

    item: int
    chance: float
    stability: float
    lapses: int = 0
    missed: bool = False

    @property
    def strength(self) -> Strength:
        """In a word."""
        return Strength.WEAK if self.missed else strength(self.chance, self.stability)


def weakest(held: Iterable[Held]) -> list[Held]:
    """Those missed the last time first, then the ones most likely forgotten."""
    return sorted(held, key=lambda one: (not one.missed, one.chance, one.stability, one.item))


def strongest(held: Iterable[Held]) -> list[Held]:
    """The ones that will last longest first."""
    return sorted(held, key=lambda one: (-one.stability, -one.chance, one.item))


@dataclass(frozen=True, slots=True)
class Spot:
    """A group of facts: how likely they are recalled on average, how many were met, right answers of how many."""

    name: str
    chance: float
    met: int
    right: int
    answers: int
    weak: int


def spot(name: str, held: Iterable[Held], answers: Iterable[tuple[int, int]] = ()) -> Spot:
    """`answers` are (right, given) of each of its facts."""
    facts, given = list(held), list(answers)
    return Spot(
        name=name,
        chance=sum(one.chance for one in facts) / len(facts) if facts else 0.0,
        met=len(facts),
        right=sum(right for right, _ in given),
        answers=sum(count for _, count in given),
        weak=sum(one.strength is Strength.WEAK for one in facts),
    )


def weak_spots(spots: Iterable[Spot]) -> list[Spot]:
    """Those of which enough was met to say something, the weakest first."""
    enough = (one for one in spots if one.met >= FEW)
    return sorted(enough, key=lambda one: (round(one.chance, 2), -one.weak, one.name))
