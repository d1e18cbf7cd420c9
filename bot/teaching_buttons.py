"""What can a teacher's button say? Payloads of drafts, reviews, corrections, flags, roles; codes begin with t.

A question of a draft is named by its number in it; `version` is the draft's, so that a button of an older one is known.
"""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons import Payload, register


@dataclass(frozen=True, slots=True)
class Invite(Payload):
    """A link that makes somebody a teacher."""

    code: ClassVar[str] = "ti"


@dataclass(frozen=True, slots=True)
class Dismiss(Payload):
    """Take a teacher's role."""

    code: ClassVar[str] = "td"
    learner: int


@dataclass(frozen=True, slots=True)
class OfPack(Payload):
    """About one of the teacher's own packs."""

    pack: int


@dataclass(frozen=True, slots=True)
class Sheet(OfPack):
    """The teacher's page of the pack."""

    code: ClassVar[str] = "tp"


@dataclass(frozen=True, slots=True)
class Look(OfPack):
    """Look through the questions: "all", "flagged" or "dropped"."""

    code: ClassVar[str] = "tl"
    show: str = "all"


@dataclass(frozen=True, slots=True)
class Judge(OfPack):
    """The question of that number: "keep", "drop", "next", "prev"; or "rest": keep all that nobody looked at."""

    code: ClassVar[str] = "tj"
    version: int
    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Mend(OfPack):
    """What of that question shall be mended: "" asks, else "stem", "key", "tolerance", "options", "why"."""

    code: ClassVar[str] = "tm"
    version: int
    number: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class UndoMend(OfPack):
    """The last mended question as it was."""

    code: ClassVar[str] = "tu"
    version: int


@dataclass(frozen=True, slots=True)
class Sure(OfPack):
    """The second word on a mended key: `yes` is 1 or 0."""

    code: ClassVar[str] = "ts"
    version: int
    yes: int


@dataclass(frozen=True, slots=True)
class Publish(OfPack):
    """Give the pack to learners: "private" or "public"; "ask" asks which."""

    code: ClassVar[str] = "tb"
    status: str = "ask"


@dataclass(frozen=True, slots=True)
class AsFile(OfPack):
    """The pack as a file of that format; "ask" asks which."""

    code: ClassVar[str] = "tf"
    form: str = "native"


@dataclass(frozen=True, slots=True)
class Delete(OfPack):
    """Take the pack away; `sure` is 1 on the second button."""

    code: ClassVar[str] = "tx"
    sure: int = 0


@dataclass(frozen=True, slots=True)
class Await(OfPack):
    """The next document is for this pack: "join" or "correct"."""

    code: ClassVar[str] = "ta"
    purpose: str


@dataclass(frozen=True, slots=True)
class Corrects(OfPack):
    """This draft corrects the published pack `target`; 0 asks which."""

    code: ClassVar[str] = "tc"
    target: int = 0


@dataclass(frozen=True, slots=True)
class Separate(OfPack):
    """What came is no version of this pack but a new one."""

    code: ClassVar[str] = "tn"
    version: int


@dataclass(frozen=True, slots=True)
class Diff(OfPack):
    """What the correction changes."""

    code: ClassVar[str] = "tv"


@dataclass(frozen=True, slots=True)
class Apply(OfPack):
    """The correction takes effect."""

    code: ClassVar[str] = "ty"
    version: int


@dataclass(frozen=True, slots=True)
class TakeBack(OfPack):
    """The correction is dropped."""

    code: ClassVar[str] = "tz"
    version: int


@dataclass(frozen=True, slots=True)
class Disagree(OfPack):
    """Where the documents tell a figure differently."""

    code: ClassVar[str] = "tg"


@dataclass(frozen=True, slots=True)
class Offered(Payload):
    """Build a pack from the pasted text (`yes` 1), or let go of it (0)."""

    code: ClassVar[str] = "te"
    upload: int
    yes: int


@dataclass(frozen=True, slots=True)
class Authors(OfPack):
    """Who else writes at the pack; `invite` 1: a link for one more."""

    code: ClassVar[str] = "tw"
    invite: int = 0


@dataclass(frozen=True, slots=True)
class DropAuthor(OfPack):
    """Somebody writes at the pack no more."""

    code: ClassVar[str] = "tr"
    learner: int


@dataclass(frozen=True, slots=True)
class Write(Payload):
    """Write a question for that pack; 0 is a new one."""

    code: ClassVar[str] = "tq"
    pack: int


@dataclass(frozen=True, slots=True)
class Skip(Payload):
    """Leave out the piece of a question that is asked for."""

    code: ClassVar[str] = "tk"


@dataclass(frozen=True, slots=True)
class Reported(OfPack):
    """The questions that learners reported and nobody has decided about."""

    code: ClassVar[str] = "th"


@dataclass(frozen=True, slots=True)
class Decide(Payload):
    """On a reported question: "keep", "mend" or "retire"."""

    code: ClassVar[str] = "to"
    item: int
    decision: str


register(Invite, Dismiss, Sheet, Look, Judge, Mend, UndoMend, Sure, Publish, AsFile, Delete, Await, Corrects, Separate)
register(Diff, Apply, TakeBack, Disagree, Offered, Decide, Write, Skip, Authors, DropAuthor, Reported)
