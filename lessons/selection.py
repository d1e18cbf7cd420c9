"""Which item comes next? Due before new, within the day's limits."""

from collections.abc import Iterable, Sequence
from datetime import datetime


def choose_due(due: Iterable[tuple[int, datetime]], limit: int) -> tuple[int, ...]:
    """At most `limit` of the due items, longest overdue first; equal ones by their id."""
    ordered = sorted(due, key=lambda pair: (pair[1], pair[0]))
    return tuple(item for item, _ in ordered[: max(0, limit)])


def choose_new(available: Sequence[int], limit: int) -> tuple[int, ...]:
    """At most `limit` new items, in the order of teaching."""
    return tuple(dict.fromkeys(available))[: max(0, limit)]


def review_queue(
    due: Sequence[tuple[int, datetime]],
    new_available: Sequence[int] = (),
    *,
    reviews_per_day: int,
    new_per_day: int,
    reviews_today: int = 0,
    new_today: int = 0,
    size: int | None = None,
) -> tuple[int, ...]:
    """The items of the next review sitting: what is due, then what is new, each within what is left of today's limit.

    `size` cuts the sitting; a backlog beyond it waits for the next one. No item comes twice.
    """
    reviews = choose_due(due, reviews_per_day - reviews_today)
    known = {item for item, _ in due}
    fresh = [item for item in new_available if item not in known]
    queue = reviews + choose_new(fresh, new_per_day - new_today)
    return queue if size is None else queue[: max(0, size)]
