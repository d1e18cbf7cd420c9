"""How is a file of any known format read? Recognised, read, assembled; what goes wrong is a code."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from content.exchange import archive
from content.exchange.assemble import assemble
from content.exchange.formats import FORMATS
from content.exchange.question import BadFile, Found
from content.exchange.recognise import recognise
from content.exchange.report import Note, Report
from content.packfile import Parsed, limits
from content.packfile.archive import loads
from lessons.canonical import TooLong, to_json
from lessons.pack import Pack

_READERS = {
    "gift": "content.exchange.gift.read:read",
    "moodle-xml": "content.exchange.moodle.read:read",
    "anki-text": "content.exchange.anki.text:read",
    "apkg": "content.exchange.anki.package:read",
    "csv": "content.exchange.table.read:read",
    "xlsx": "content.exchange.table.xlsx:read",
    "quizlet": "content.exchange.table.quizlet:read",
    "kahoot": "content.exchange.table.xlsx:read_kahoot",
    "aiken": "content.exchange.plain.aiken:read",
    "qti": "content.exchange.qti.read:read",
    "text2qti": "content.exchange.plain.text2qti:read",
    "h5p": "content.exchange.h5p.read:read",
    "opentdb": "content.exchange.opentdb:read",
    "quizdown": "content.exchange.plain.quizdown:read",
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: the pack, None where nothing could be taken, and the report."""

    pack: Pack | None
    report: Report


def read(data: bytes, name: str, fmt: str | None = None, *, language: str | None = None) -> Imported:
    """The pack of a foreign file with its report; `fmt` None: found out. Raises BadFile where it cannot be opened."""
    if len(data) > limits.UPLOAD_BYTES:
        raise BadFile("large", limit=str(limits.UPLOAD_BYTES // 1_000_000))
    chosen = fmt or recognise(data, name)
    if chosen is None or chosen not in FORMATS:
        if archive.is_zip(data):
            with archive.opened(data):
                pass  # what is wrong with it is told before that it is unknown
        raise BadFile("unknown")
    if chosen == "native":
        return native(loads(data, name))
    if chosen not in _READERS:
        raise BadFile("no_reader", words=FORMATS[chosen].title)
    pack, report = assemble(_reader(chosen)(data), chosen, name, language)
    if pack is not None:
        try:
            to_json(pack)
        except TooLong as error:
            path, code, _ = error.faults[0]
            raise BadFile("cannot_store", words=f"{'.'.join(str(part) for part in path)} {code}") from None
    return Imported(pack, report)


def _reader(name: str) -> Callable[[bytes], Found]:
    module, _, function = _READERS[name].partition(":")
    reader: Callable[[bytes], Found] = getattr(import_module(module), function)
    return reader


def native(parsed: Parsed) -> Imported:
    """A pack of our own: all of it or nothing, with what its parser says."""
    told = tuple(
        Note("native", one.line, one.file, data={"words": f"{one.severity} {one.code}: {one.message}"})
        for one in parsed.diagnostics
    )
    if parsed.pack is None:
        return Imported(None, Report("native", refused=told))
    lessons = parsed.pack.lessons
    count = sum(len(lesson.items) for lesson in lessons)
    return Imported(parsed.pack, Report("native", count, sum(len(lesson.readings) for lesson in lessons), told))
