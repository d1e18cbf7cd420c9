"""How is a pack written down? Files that `parse` reads as the same pack, the same bytes each time."""

import io
import re
import textwrap
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from content.packfile.inline import literal, markdown
from content.packfile.media import CREDITS
from content.packfile.parse import CARD_FILE, LESSONS
from content.packfile.write_items import item_lines, safe_start
from lessons.pack import FORMAT, Block, Lesson, Medium, Pack, Reading
from lessons.rich import plain
from lessons.source import Source

WIDTH = 100
_EPOCH = (1980, 1, 1, 0, 0, 0)


class NoRoomForMedia(ValueError):
    """A single Markdown file cannot carry the pack's pictures."""


def write(pack: Pack) -> dict[str, bytes]:
    """The pack's files by path: `pack.md`, one file a lesson, media and their credit_lines."""
    files = {CARD_FILE: _text(_card(pack))}
    step = 10
    digits = len(str(step * max(len(pack.lessons), 1)))
    for index, lesson in enumerate(pack.lessons, 1):
        name = f"{LESSONS}{index * step:0{max(digits, 2)}d}-{lesson.id}.md"
        files[name] = _text(_lesson(lesson, pack.language))
    files.update({medium.path: medium.data for medium in pack.media if medium.data is not None})
    credit_lines = [_credit(medium) for medium in pack.media if medium.author or medium.licence or medium.source]
    if credit_lines:
        files[CREDITS] = _text(credit_lines)
    return files


def write_single(pack: Pack) -> bytes:
    """The pack as one Markdown file: the card, then the lessons, each with its own. Raises NoRoomForMedia."""
    if pack.media:
        raise NoRoomForMedia(pack.media[0].path)
    parts = [_card(pack), *(_lesson(lesson, pack.language) for lesson in pack.lessons)]
    return b"\n".join(_text(part) for part in parts)


def write_zip(pack: Pack) -> bytes:
    """The pack's files as a zip, the same bytes for the same pack on every machine."""
    return zip_files(write(pack))


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip, sorted and without times.

    Members are stored, not deflated: compressors differ between systems, and packs are small.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path, data in sorted(files.items()):
            member = zipfile.ZipInfo(path, _EPOCH)
            member.create_system = 3
            member.external_attr = 0o644 << 16
            archive.writestr(member, data)
    return target.getvalue()


def save(pack: Pack, path: Path) -> None:
    """Write the pack to a `.zip`, to a single `.md`, or into a folder (made if need be)."""
    if path.suffix.lower() == ".zip":
        path.write_bytes(write_zip(pack))
    elif path.suffix.lower() == ".md":
        path.write_bytes(write_single(pack))
    else:
        for name, data in write(pack).items():
            target = path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _text(lines: list[str]) -> bytes:
    return ("\n".join(lines).strip("\n") + "\n").encode()


def _fields(pairs: list[tuple[str, str | None]]) -> list[str]:
    lines = (f"{key}: {value}" for key, value in pairs if value)
    return ["---", *(re.sub(r"^([a-z-]+: )/(?=/)", r"\1\\/", line) for line in lines), "---", ""]


def _card(pack: Pack) -> list[str]:
    lines = _fields(
        [
            ("format", str(FORMAT)),
            ("pack", pack.key),
            ("version", pack.version),
            ("title", literal(pack.title)),
            ("language", pack.language),
            ("licence", literal(pack.licence)),
            ("authors", ", ".join(pack.authors)),
            ("subject", literal(pack.subject or "")),
            ("age", literal(pack.age or "")),
            ("tags", ", ".join(pack.tags)),
            ("translation-of", pack.translation_of),
            ("notice", literal(pack.notice or "")),
        ]
    )
    for paragraph in pack.description.split("\n\n"):
        lines += [*_wrapped(literal(paragraph)), ""]
    for source in pack.sources:
        lines += [*_source(source), ""]
    return lines


def _source(source: Source) -> Iterator[str]:
    yield f"[^{source.key}]: {literal(source.citation)}"
    for key in ("title", "author", "publisher", "date", "url", "licence", "read", "note"):
        value = getattr(source, key)
        if value:
            yield f"  {key}: {value if key in ('url', 'date', 'read') else literal(value)}"


def _credit(medium: Medium) -> str:
    parts = (medium.author or "", medium.licence or "", medium.source or "")
    return f"{medium.path.removeprefix('media/')}: {', '.join(parts)}".rstrip(", ")


def _lesson(lesson: Lesson, language: str) -> list[str]:
    minutes = str(lesson.minutes) if lesson.minutes else None
    lines = _fields(
        [
            ("lesson", lesson.id),
            ("title", literal(lesson.title)),
            ("minutes", minutes),
            ("after", ", ".join(lesson.after)),
        ]
    )
    waiting = list(lesson.readings)
    ids = {reading.id for reading in waiting}
    current: str | None = None
    for item in lesson.items:
        while item.reading in ids and any(reading.id == item.reading for reading in waiting):
            reading = waiting.pop(0)
            lines += _reading(reading)
            current = reading.id
        lines += item_lines(item, language, elsewhere=item.reading != current)
    for reading in waiting:
        lines += _reading(reading)
    return lines


def _reading(reading: Reading) -> Iterator[str]:
    source = f" source={reading.source}" if reading.source else ""
    yield f"# {_heading(literal(reading.title))} {{#{reading.id}{source}}}"
    yield ""
    for block, following in zip(reading.blocks, (*reading.blocks[1:], None), strict=True):
        yield from _block(block)
        listed = block.kind in ("bullet", "numbered") and following is not None and following.kind == block.kind
        if not listed:
            yield ""


def _block(block: Block) -> list[str]:
    match block.kind:
        case "image":
            return [f"![{literal(plain(block.text))}]({block.path})"]
        case "heading":
            return [f"#### {_heading(markdown(block.text))}"]
        case "bullet":
            return _wrapped(markdown(block.text), "- ", "  ")
        case "numbered":
            return _wrapped(markdown(block.text), "1. ", "   ")
        case "quote":
            return _wrapped(markdown(block.text), "> ", "> ")
    return _wrapped(markdown(block.text))


def _heading(text: str) -> str:
    """The words of a heading that asks nothing and has no attributes."""
    text = f"\\{text}" if text.startswith("?") else text
    return re.sub(r"(?<!\\)(\{[^{}]*\}|#+)$", r"\\\1", text)


def _wrapped(text: str, first: str = "", later: str = "") -> list[str]:
    """The paragraph in lines; a line that would begin something else is made harmless."""
    lines = textwrap.wrap(text, WIDTH - len(later), break_long_words=False, break_on_hyphens=False)
    return [(later if index else first) + safe_start(line) for index, line in enumerate(lines)]
