"""How good is a question, seen from its answers? Difficulty, discrimination, and how many they rest on."""

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FEW = 8
"""With fewer first answers than this, a figure about a question says little, and none is given for discrimination."""


@dataclass(frozen=True, slots=True)
class First:
    """A learner's first answer to an item; `right` without a hint."""

    learner_id: int
    item_id: int
    right: bool


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """`share_right` (0 to 1) is of the first answers, n of them: low is hard.

    `discrimination` (-1 to 1) is the correlation between getting this item right and the share right of the learner's
    other items (point-biserial, the item itself left out): near 0 or below, the question does not tell who knows the
    rest. None where n is below `FEW`, or where everybody did alike.
    """

    item_id: int
    n: int
    share_right: float
    discrimination: float | None

    @property
    def few(self) -> bool:
        """Whether n is too small to conclude anything from."""
        return self.n < FEW


def item_statistics(answers: Iterable[First]) -> dict[int, ItemStatistics]:
    """Of every item answered; where a learner has several first answers to an item, the first counts."""
    by_learner: dict[int, dict[int, bool]] = {}
    for answer in answers:
        by_learner.setdefault(answer.learner_id, {}).setdefault(answer.item_id, answer.right)
    by_item: dict[int, list[tuple[bool, float | None]]] = {}
    for given in by_learner.values():
        for item, right in given.items():
            by_item.setdefault(item, []).append((right, _rest(given, item)))
    return {item: _of(item, pairs) for item, pairs in by_item.items()}


def worst(found: Mapping[int, ItemStatistics], count: int) -> list[ItemStatistics]:
    """The hardest items first: those with enough answers before those with few, then by the share right."""
    return sorted(found.values(), key=lambda one: (one.few, one.share_right, -one.n, one.item_id))[:count]


def _rest(given: Mapping[int, bool], item: int) -> float | None:
    """The share right of the learner's other items."""
    others = len(given) - 1
    return (sum(given.values()) - given[item]) / others if others else None


def _of(item: int, pairs: Sequence[tuple[bool, float | None]]) -> ItemStatistics:
    n = len(pairs)
    return ItemStatistics(item, n, sum(right for right, _ in pairs) / n, _correlation(pairs))


def _correlation(pairs: Sequence[tuple[bool, float | None]]) -> float | None:
    both = [(float(right), rest) for right, rest in pairs if rest is not None]
    if len(both) < FEW:
        return None
    try:
        return statistics.correlation(*zip(*both, strict=True))
    except statistics.StatisticsError:  # everybody alike: nothing to tell apart
        return None
