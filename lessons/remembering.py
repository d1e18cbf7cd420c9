"""How is what an item works out again and again remembered? By the item itself, while it is among the last ones."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

KEPT = 2048
"""Values of each kind that a process remembers at most."""

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")


def remembered(work_out: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """For a method of something that never changes, with arguments that can be keys.

    Items are large, and comparing two takes longer than most of what they work out: they are told apart by identity.
    Each is held by its entry, so that no other can come by its number meanwhile.
    """
    kept: dict[tuple[Any, ...], tuple[S, R]] = {}

    @wraps(work_out)
    def remember(self: S, /, *args: P.args, **more: P.kwargs) -> R:
        key = (id(self), *args, *more.items())
        found = kept.get(key)
        if found is not None:
            return found[1]
        value = work_out(self, *args, **more)
        if len(kept) >= KEPT:
            kept.pop(next(iter(kept)), None)
        kept[key] = (self, value)
        return value

    return remember
