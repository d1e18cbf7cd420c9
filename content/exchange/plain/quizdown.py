"""How is a quizdown file read? A heading asks; the list below it answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from content.exchange.clean import decoded, settled
from content.exchange.markup import from_html_if_any, from_markdown
from content.exchange.question import FULL, Answer, BadFile, Entry, Found, Question
from content.exchange.report import Note

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*")
_OPTION = re.compile(r"\s{0,3}([-*+]|[0-9]{1,3}[.)])\s+\[([ xX])\]\s+(.*)")
_ENTRY = re.compile(r"\s{0,3}[0-9]{1,3}[.)]\s+(.*)")
_HINT = re.compile(r">\s?(.*)")
_SAID = re.compile(r"\s+>\s?(.*)")
_TITLE = re.compile(r"(?m)^title\s*:\s*[\"']?(.*?)[\"']?\s*$")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\(([^)\s]+)[^)]*\)")


@dataclass(slots=True)
class _Part:
    line: int
    heading: str
    lines: list[str] = field(default_factory=list)


def looks_like(text: str) -> bool:
    """Whether at least half of its headings ask something, and one has an option that is right."""
    parts = list(_parts(text[:50_000]))
    asking = [part for part in parts if len([line for line in part.lines if _OPTION.fullmatch(line)]) > 1]
    right = any(_OPTION.fullmatch(line) and "[x]" in line.lower() for part in asking for line in part.lines)
    return right and len(asking) * 2 >= len(parts) and not any(part.heading.startswith("?") for part in parts)


def read(data: bytes) -> Found:
    """Every question of the file. Raises BadFile where there is none."""
    text, notes = decoded(data)
    text = settled(text)
    entries = [_entry(part) for part in _parts(text)]
    if not entries:
        raise BadFile("no_question")
    front = text.partition("\n---")[0] if text.lstrip().startswith("---") else ""
    title = _TITLE.search(front)
    return Found(tuple(entries), title=title[1] if title else "", notes=notes)


def _parts(text: str) -> Iterator[_Part]:
    part: _Part | None = None
    lines = text.split("\n")
    start = (
        next((n + 2 for n, line in enumerate(lines[1:60]) if line.strip() == "---"), 0)
        if lines[0].strip() == "---"
        else 0
    )
    fenced = False
    for number, line in enumerate(lines[start:], start + 1):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        heading = None if fenced else _HEADING.fullmatch(line)
        if heading:
            if part:
                yield part
            part = _Part(number, heading[1])
        elif part:
            part.lines.append(line)
    if part:
        yield part


def _entry(part: _Part) -> Entry:
    stem, hints, pictures = [_plain(part.heading)], [], []
    options: list[Answer] = []
    ordered: list[Answer] = []
    numbered = False
    left: list[str] = []
    for line in part.lines:
        option, entry = _OPTION.fullmatch(line), _ENTRY.fullmatch(line)
        hint, said = _HINT.fullmatch(line), _SAID.fullmatch(line)
        pictures += _PICTURE.findall(line)
        if option:
            options.append(Answer(_plain(option[3]), FULL if option[2] != " " else Decimal(0)))
            numbered = option[1][0].isdigit()
        elif said and options:
            options[-1] = replace(options[-1], feedback=f"{options[-1].feedback} {_plain(said[1])}".strip())
        elif hint:
            hints.append(_plain(hint[1]))
        elif entry and not options:
            ordered.append(Answer(_plain(entry[1])))
        elif line.strip() and not options and not ordered and not line.lstrip().startswith(("```", "~~~")):
            stem.append(_plain(_PICTURE.sub("", line)))
        elif line.strip() and not _PICTURE.search(line):
            left.append(line.strip())
    shell = Question("choice", "\n".join(stem), line=part.line, hints=(" ".join(hints),) if hints else ())
    shell = replace(shell, images=tuple(path for _, path in pictures), alts=tuple(alt for alt, _ in pictures))
    notes = (Note("lines_left_out", data={"words": " ".join(left)[:100]}),) if left else ()
    shell = replace(shell, notes=notes)
    if options:
        return replace(shell, answers=tuple(options), single=numbered)
    if ordered:
        return replace(shell, kind="order", answers=tuple(ordered))
    return Note("no_answer", part.line, part.heading[:80])


def _plain(text: str) -> str:
    return from_html_if_any(from_markdown(text.strip()))
