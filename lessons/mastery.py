"""How well is a topic known?"""

from collections.abc import Iterable
from dataclasses import dataclass

KNOWN = 0.8
"""From this chance of recall on, an item counts as known; one that is not overdue stands at 0.9 or more."""


@dataclass(frozen=True, slots=True)
class Mastery:
    """A lesson's or topic's items by how well they are known; the three counts add up to all of them.

    `share` (0 to 1) is how much of it the learner would recall today.
    """

    known: int
    learning: int
    unseen: int
    share: float

    @property
    def total(self) -> int:
        """All items of the topic."""
        return self.known + self.learning + self.unseen


def mastery(retrievabilities: Iterable[float | None], total: int | None = None) -> Mastery:
    """Mastery of items with that chance of recall each; None is an item never answered.

    `total` counts the topic's items where the unseen ones are not listed.
    """
    chances = list(retrievabilities)
    met = [chance for chance in chances if chance is not None]
    count = max(len(chances), total or 0)
    known = sum(chance >= KNOWN for chance in met)
    share = sum(met) / count if count else 0.0
    return Mastery(known, len(met) - known, count - len(met), share)
