"""How is a pack written for another program? By the writer of its format, with a report of what each item loses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

from content.exchange.formats import FORMATS
from content.exchange.losses import Losses
from content.exchange.question import BadFile
from content.exchange.report import Note, Report
from lessons.pack import Pack

Written = tuple[bytes, int, Losses, list[Note]]
"""The bytes, how many items are in them, what was lost, and which items could not be told at all."""

_WRITERS = {
    "gift": "content.exchange.gift.write:write",
    "moodle-xml": "content.exchange.moodle.write:write",
    "anki-text": "content.exchange.anki.write_text:write",
    "apkg": "content.exchange.anki.write_package:write",
    "csv": "content.exchange.table.write:write",
    "qti21": "content.exchange.qti.write:write",
    "pdf": "content.exchange.sheet:write",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file for another program: its bytes, a name for it, and what was lost."""

    data: bytes
    name: str
    report: Report


def write(pack: Pack, fmt: str, *, now: datetime | None = None) -> Exported:
    """The pack in that format. `now` dates the notes of an Anki deck, so that a later one replaces them.

    Raises BadFile for a format that is only read.
    """
    if fmt == "native":
        from content.packfile import write_zip

        lessons = pack.lessons
        count, readings = (sum(len(getattr(one, name)) for one in lessons) for name in ("items", "readings"))
        return Exported(write_zip(pack), f"{pack.key}.zip", Report("to native", count, readings))
    if fmt not in _WRITERS:
        raise BadFile("no_writer", words=FORMATS[fmt].title if fmt in FORMATS else fmt)
    module, _, function = _WRITERS[fmt].partition(":")
    writer: Callable[[Pack, datetime | None], Written] = getattr(import_module(module), function)
    data, count, losses, refused = writer(pack, now)
    report = Report(f"to {fmt}", count, changed=tuple(losses.notes), refused=tuple(refused))
    return Exported(data, f"{pack.key}.{FORMATS[fmt].endings[0]}", report)
