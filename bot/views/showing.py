"""What does a presenter receive?"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.send import Presented
from bot.texts import Texts
from lessons.enrollment import Learner
from storage.store import Store
from storage.views import Place


@dataclass(frozen=True, slots=True)
class Showing:
    """One view being made: the store to load from, the learner whose chat it is (None once forgotten), its data."""

    store: Store
    args: Mapping[str, Any]
    now: datetime
    t: Texts
    learner: Learner
    place: Place = "edit"

    @property
    def message_id(self) -> int | None:
        """The message that the view takes the place of, where it was asked for by a button."""
        return self.args.get("message")


Presenter = Callable[[Showing], Awaitable[Presented]]
PRESENTERS: dict[str, Presenter] = {}
"""Every kind of view and how it is made."""


def presents(kind: str) -> Callable[[Presenter], Presenter]:
    """Marks what makes the views of that kind."""

    def mark(presenter: Presenter) -> Presenter:
        assert kind not in PRESENTERS, kind
        PRESENTERS[kind] = presenter
        return presenter

    return mark
