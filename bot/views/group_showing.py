"""What does a presenter of a group's views receive? No learner: a group is nobody's private chat."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.send import Presented
from storage.store import Store


@dataclass(frozen=True, slots=True)
class GroupShowing:
    """One view of a group being made: the store to load from, its arguments, the moment."""

    store: Store
    args: Mapping[str, Any]
    now: datetime


GroupPresenter = Callable[[GroupShowing], Awaitable[Presented]]
GROUP_PRESENTERS: dict[str, GroupPresenter] = {}
"""Every kind of view that a group is shown, and how it is made."""


def presents_to_group(kind: str) -> Callable[[GroupPresenter], GroupPresenter]:
    """Marks what makes the views of that kind."""

    def mark(presenter: GroupPresenter) -> GroupPresenter:
        assert kind not in GROUP_PRESENTERS, kind
        GROUP_PRESENTERS[kind] = presenter
        return presenter

    return mark
