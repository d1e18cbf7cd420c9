"""What is in the database? Every table, told by what it is about; `migrations/` tells how it came to be.

Two rules. A row about a learner names the learner in a column called `learner_id` (or `chat_id`) and goes when the
learner is forgotten. And no table is scanned: whatever grows has the index that its questions need, named beside it.

Import tables from here, so that whoever sees one sees all: a foreign key needs the other table.
"""

from storage.tables.authoring import drafts, pack_authors, reports, uploads
from storage.tables.base import Base, for_postgresql
from storage.tables.delivery import aside_updates, owed_views, seen_updates
from storage.tables.groups import dailies, round_answers, round_players, round_questions, rounds
from storage.tables.library import items, media, packs, readings
from storage.tables.people import invitations, learners, roles
from storage.tables.reviews import attempts, memories, regrades, rescoring
from storage.tables.running import leases, meta
from storage.tables.studying import enrollments, lessons_done, sessions, sitting_polls
from storage.tables.teaching import accommodations, assignments, certificates, class_members, class_teachers, classes

__all__ = [
    "Base",
    "accommodations",
    "aside_updates",
    "assignments",
    "attempts",
    "certificates",
    "class_members",
    "class_teachers",
    "classes",
    "dailies",
    "drafts",
    "enrollments",
    "for_postgresql",
    "invitations",
    "items",
    "learners",
    "leases",
    "lessons_done",
    "media",
    "memories",
    "meta",
    "owed_views",
    "pack_authors",
    "packs",
    "readings",
    "regrades",
    "reports",
    "rescoring",
    "roles",
    "round_answers",
    "round_players",
    "round_questions",
    "rounds",
    "seen_updates",
    "sessions",
    "sitting_polls",
    "uploads",
]
