"""What can one transaction do? The aggregates, each the questions we ask of one noun."""

from collections.abc import Callable
from typing import Generic, TypeVar

from storage.assignments import Assignments
from storage.certificates import Certificates
from storage.classes import Classes
from storage.corrections import Corrections
from storage.dailies import Dailies
from storage.drafts import Drafts
from storage.enrollments import Enrollments
from storage.learners import Learners
from storage.link import Link
from storage.meta import Meta
from storage.packs import Packs
from storage.progress import Progress
from storage.reports import Reports
from storage.reviews import Reviews
from storage.roles import Roles
from storage.rounds import Rounds
from storage.sessions import Sessions
from storage.sitting_polls import SittingPolls
from storage.statistics import Statistics
from storage.summaries import Summaries
from storage.updates import Updates
from storage.uploads import Uploads
from storage.views import Views
from storage.weekly import WeeklyMessages

T = TypeVar("T")


class Part(Generic[T]):
    """An aggregate of a transaction, made when it is first asked for: an update needs six of two dozen."""

    def __init__(self, kind: Callable[[Link], T]) -> None:
        self._kind = kind
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, store: "Store", owner: type) -> T:
        made = store.__dict__[self._name] = self._kind(store._link)
        return made


class Store:
    """Everything that may be read and written in one transaction, and only in it."""

    learners = Part(Learners)
    packs = Part(Packs)
    corrections = Part(Corrections)
    drafts = Part(Drafts)
    enrollments = Part(Enrollments)
    sessions = Part(Sessions)
    reviews = Part(Reviews)
    roles = Part(Roles)
    views = Part(Views)
    reports = Part(Reports)
    updates = Part(Updates)
    uploads = Part(Uploads)
    meta = Part(Meta)
    classes = Part(Classes)
    assignments = Part(Assignments)
    statistics = Part(Statistics)
    weekly = Part(WeeklyMessages)
    progress = Part(Progress)
    summaries = Part(Summaries)
    certificates = Part(Certificates)
    rounds = Part(Rounds)
    dailies = Part(Dailies)
    sitting_polls = Part(SittingPolls)

    def __init__(self, link: Link) -> None:
        self._link = link

    async def move_group(self, old_id: int, new_id: int) -> None:
        """A group has another number now: its rounds, its question of the day, what it is owed."""
        await self.rounds.migrate(old_id, new_id)
        await self.dailies.migrate(old_id, new_id)
        await self.views.move_chat(old_id, new_id)

    async def lock_chat(self, chat_id: int) -> None:
        """Until this transaction ends, no other replica works on that chat: its updates are taken one at a time."""
        await self._link.lock(chat_id)

    async def mark(self) -> None:
        """What follows may be taken back by `back_to_mark`; what came before stays, and so do the locks."""
        await self._link.mark()

    async def back_to_mark(self) -> None:
        """As if nothing had been done since the mark."""
        await self._link.back_to_mark()
        self.views.chats.clear()
