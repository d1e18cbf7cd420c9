"""What can one transaction do? The aggregates, each the questions we ask of one noun."""

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


class Store:
    """Everything that may be read and written in one transaction, and only in it."""

    __slots__ = (
        "_link",
        "assignments",
        "certificates",
        "classes",
        "corrections",
        "dailies",
        "drafts",
        "enrollments",
        "learners",
        "meta",
        "packs",
        "progress",
        "reports",
        "reviews",
        "roles",
        "rounds",
        "sessions",
        "sitting_polls",
        "statistics",
        "summaries",
        "updates",
        "uploads",
        "views",
        "weekly",
    )

    def __init__(self, link: Link) -> None:
        self._link = link
        self.learners = Learners(link)
        self.packs = Packs(link)
        self.corrections = Corrections(link)
        self.drafts = Drafts(link)
        self.enrollments = Enrollments(link)
        self.sessions = Sessions(link)
        self.reviews = Reviews(link)
        self.roles = Roles(link)
        self.views = Views(link)
        self.reports = Reports(link)
        self.updates = Updates(link)
        self.uploads = Uploads(link)
        self.meta = Meta(link)
        self.classes = Classes(link)
        self.assignments = Assignments(link)
        self.statistics = Statistics(link)
        self.weekly = WeeklyMessages(link)
        self.progress = Progress(link)
        self.summaries = Summaries(link)
        self.certificates = Certificates(link)
        self.rounds = Rounds(link)
        self.dailies = Dailies(link)
        self.sitting_polls = SittingPolls(link)

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
