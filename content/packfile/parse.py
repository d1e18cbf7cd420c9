"""How do a pack's files become a pack? Every file is read; the lessons and their references are checked together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content.packfile import limits
from content.packfile.card import Card, lesson_card, pack_card, read_card
from content.packfile.checks import check_lengths, check_references
from content.packfile.citations import sources
from content.packfile.diagnostics import Diagnostic, MissingId, Report
from content.packfile.fields import LESSON_KEYS
from content.packfile.inline import inline
from content.packfile.lines import Section, read_lines, sections
from content.packfile.located import Located
from content.packfile.media import CREDITS, FOLDER, media
from content.packfile.outline import Chunk, Footnote, outline
from content.packfile.readings import blocks
from content.packfile.syllabus import Plan, build_lessons
from lessons.pack import Pack
from lessons.rich import plain

CARD_FILE = "pack.md"
LESSONS = "lessons/"
_IGNORED = re.compile(r"(?:^|/)(?:\.|__MACOSX/|Thumbs\.db$|desktop\.ini$)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of reading a pack. `pack` is None where there is an error; `more` counts diagnostics left out.

    `missing_ids` are the questions that go by an id made of their words; `fix` writes them in.
    """

    pack: Pack | None
    diagnostics: tuple[Diagnostic, ...]
    more: int = 0
    missing_ids: tuple[MissingId, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the pack from being used."""
        return tuple(one for one in self.diagnostics if one.severity == "error")


def parse(files: Mapping[str, bytes]) -> Parsed:
    """The pack in these files, by path. Never raises: whatever is wrong is a diagnostic."""
    report = Report()
    pack = _parse(rooted(files), report)
    diagnostics, more = report.sorted()
    return Parsed(None if report.failed else pack, diagnostics, more, tuple(report.missing_ids))


def rooted(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files without what systems leave behind, and without a folder that holds them all."""
    kept = {path: data for path, data in files.items() if not _IGNORED.search(path)}
    tops = {path.partition("/")[0] for path in kept}
    if len(tops) == 1 and all("/" in path for path in kept):
        return {path.partition("/")[2]: data for path, data in kept.items()}
    return kept


def card_file(files: Mapping[str, bytes]) -> str | None:
    """The file with the pack's card: `pack.md`, or the only Markdown file at the top."""
    if CARD_FILE in files:
        return CARD_FILE
    top = [path for path in files if "/" not in path and path.lower().endswith(".md")]
    inner = [path for path in files if path.startswith(LESSONS)]
    return top[0] if len(top) == 1 and not inner else None


def lesson_files(files: Mapping[str, bytes]) -> list[str]:
    """The lesson files in the order of teaching: by the number in the name, then by the name."""
    paths = [path for path in files if path.startswith(LESSONS) and path.lower().endswith(".md")]
    return sorted(paths, key=_order)


def _order(path: str) -> tuple[int, str]:
    number = re.match(r"[0-9]{1,9}", path.removeprefix(LESSONS))
    return (int(number[0]) if number else 10**9, path)


def _parse(files: Mapping[str, bytes], report: Report) -> Pack | None:
    name = card_file(files)
    if name is None:
        report.file_error("E001", CARD_FILE, "there is no pack.md: a pack is a folder with pack.md, or one .md file")
        return None
    if sum(len(data) for path, data in files.items() if path.lower().endswith(".md")) > limits.TEXTS_BYTES:
        most = limits.TEXTS_BYTES // 1_000_000
        report.file_error("E402", name, f"the texts of this pack are larger than {most} MB together")
        return None
    cut = _cut(files, name, report)
    if cut is None:
        return None
    return _assemble(files, cut, name, report)


@dataclass(slots=True)
class _Cut:
    """The pack's own section and the plans of its lessons, with all footnotes."""

    card: Card
    description: str
    plans: list[Plan]
    notes: list[Footnote]


def _cut(files: Mapping[str, bytes], name: str, report: Report) -> _Cut | None:
    lines = read_lines(files[name], name, report)
    if lines is None:
        return None
    first, *inner = sections(lines, name, report)
    chunks, notes = outline(first.body, report)
    teaches = any(chunk.heading is not None for chunk in chunks)
    card = pack_card(first, report, single=teaches or name != CARD_FILE)
    plans = [_own_plan(card, first, chunks, report)] if teaches else []
    description = "" if teaches else _description(chunks, report)
    for path, section in [(name, one) for one in inner] + _lesson_sections(files, report):
        found, more = outline(section.body, report)
        notes += more
        fields = read_card(section.fields, LESSON_KEYS, report)
        plans.append(Plan(lesson_card(fields, section, _bare_name(path), report), section.file, tuple(found)))
    _stray(files, name, report)
    return _Cut(card, description, plans, notes)


def _own_plan(card: Card, section: Section, chunks: list[Chunk], report: Report) -> Plan:
    """The pack's own file as a lesson, where it holds headings."""
    found = lesson_card(card, section, card.text("pack") or "lesson", report)
    return Plan(found, section.file, tuple(chunks))


def _lesson_sections(files: Mapping[str, bytes], report: Report) -> list[tuple[str, Section]]:
    found: list[tuple[str, Section]] = []
    for path in lesson_files(files):
        lines = read_lines(files[path], path, report)
        if lines is None:
            continue
        parts = sections(lines, path, report)
        if not parts[0].fenced:
            top = Located.start_of(path)
            report.warn(
                "W002", top, "this lesson has no card: begin the file with ---, lesson: its-id, title: ..., ---"
            )
        found += [(path, part) for part in parts]
    return found


def _bare_name(path: str) -> str:
    name = path.rpartition("/")[2].rpartition(".")[0]
    return re.sub(r"^[0-9]+[-_. ]*", "", name) or name


def _description(chunks: list[Chunk], report: Report) -> str:
    placed = [one for chunk in chunks for one in blocks(chunk.lines, report)]
    return "\n\n".join(plain(inline(one.raw.text)) for one in placed if one.block.kind != "image")


def _stray(files: Mapping[str, bytes], name: str, report: Report) -> None:
    """Files that are no part of a pack are told, not read."""
    for path in sorted(files):
        known = path in (name, CREDITS) or path.startswith(FOLDER)
        lesson = path.startswith(LESSONS) and path.lower().endswith(".md")
        plain_text = "/" not in path and path.upper().startswith(("README", "LICENSE", "LICENCE", "CHANGELOG"))
        if not (known or lesson or plain_text):
            report.warn(
                "W001", Located.start_of(path), "this file is no part of the pack: lessons stand in lessons/*.md"
            )


def _assemble(files: Mapping[str, bytes], cut: _Cut, name: str, report: Report) -> Pack:
    card = cut.card
    language = card.text("language") or "en"
    built = build_lessons(cut.plans, report, language)
    pack = Pack(
        key=card.text("pack") or "",
        version=card.text("version") or "",
        title=card.text("title") or "",
        language=language,
        licence=card.text("licence") or "",
        lessons=tuple(one.lesson for one in built),
        description=cut.description,
        authors=card.list("authors"),
        subject=card.text("subject"),
        age=card.text("age"),
        tags=card.list("tags"),
        translation_of=card.text("translation-of"),
        sources=sources(cut.notes, report, language),
        media=media(files, report),
        notice=card.text("notice"),
    )
    if not built:
        report.file_error(
            "E030", name, "this pack teaches nothing: write a heading and a text, then ## ? and a question"
        )
    check_references(pack, built, report)
    check_lengths(pack, card, built, name, report)
    return pack
