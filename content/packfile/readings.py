"""How does the text under a heading become a reading's blocks?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.packfile.diagnostics import Report
from content.packfile.inline import inline, words
from content.packfile.located import Located
from lessons.canonical import LIMITS
from lessons.pack import Block, BlockKind
from lessons.rich import rich

IMAGE = re.compile(r"!\[(.*)\]\(\s*([^()\s]+)\s*\)")
BULLET = re.compile(r"[ ]{0,3}[-*+•–]\s+(.*)")
NUMBERED = re.compile(r"[ ]{0,3}[0-9]{1,3}[.)]\s+(.*)")
QUOTE = re.compile(r"[ ]{0,3}>\s?(.*)")
RULE = re.compile(r"[ ]{0,3}([-*_])(?:\s*\1){2,}\s*")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it stands; `raw` is its text as written, `path` the place of an image's path."""

    block: Block
    raw: Located
    path: Located | None = None


def blocks(lines: tuple[Located, ...], report: Report) -> list[Placed]:
    """The paragraphs, list entries, quotations and pictures in order."""
    placed: list[Placed] = []
    for kind, raw in _gather(lines):
        if len(placed) >= LIMITS.blocks:
            report.error("E403", raw, f"a reading has at most {LIMITS.blocks} paragraphs: begin another one")
            break
        if len(raw.text) > LIMITS.block:
            report.error("E405", raw, f"this paragraph is longer than {LIMITS.block} characters: break it up")
            continue
        found = _image(raw, report) if kind == "image" else _text(kind, raw)
        if found is not None:
            placed.append(found)
    return placed


def _gather(lines: tuple[Located, ...]) -> Iterator[tuple[BlockKind, Located]]:
    kind: BlockKind | None = None
    pieces: list[Located] = []
    for line in lines:
        rule = RULE.fullmatch(line.text) is not None
        begins = None if rule else _begins(line.text)
        if begins is None and pieces and line.text.strip() and not rule and kind != "image":
            pieces.append(line.strip())
            continue
        if begins == "quote" and kind == "quote":
            pieces.append(_content(QUOTE, line))
            continue
        if kind is not None and pieces:
            yield kind, Located.join(pieces)
        kind, pieces = _opened(line, begins)
    if kind is not None and pieces:
        yield kind, Located.join(pieces)


def _opened(line: Located, begins: BlockKind | None) -> tuple[BlockKind | None, list[Located]]:
    if begins is None:
        bare = line.strip()
        return ("paragraph", [bare]) if bare.text and not RULE.fullmatch(line.text) else (None, [])
    pattern = {"bullet": BULLET, "numbered": NUMBERED, "quote": QUOTE}.get(begins)
    return begins, [_content(pattern, line) if pattern else line.strip()]


def _begins(text: str) -> BlockKind | None:
    for kind, pattern in _BEGINNINGS:
        if pattern.fullmatch(text):
            return kind
    return None


_BEGINNINGS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("bullet", BULLET),
    ("numbered", NUMBERED),
    ("quote", QUOTE),
    ("image", re.compile(r"\s*" + IMAGE.pattern + r"\s*")),
)


def _content(pattern: re.Pattern[str], line: Located) -> Located:
    match = pattern.fullmatch(line.text)
    assert match is not None
    return line.cut(match.start(1)).strip()


def _text(kind: BlockKind, raw: Located) -> Placed | None:
    runs = inline(raw.text)
    return Placed(Block(kind, runs), raw) if runs else None


def _image(raw: Located, report: Report) -> Placed | None:
    match = IMAGE.fullmatch(raw.text)
    if match is None:
        return _text("paragraph", raw)
    if not match[1].strip():
        report.error("E312", raw, "a picture needs words for those who cannot see it: ![what it shows](media/name.png)")
    path = raw.cut(match.start(2), match.end(2))
    return Placed(Block("image", rich(words(match[1])), path.text), raw, path)
