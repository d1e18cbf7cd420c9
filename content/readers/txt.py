"""How is plain text read? Blank lines part blocks; short lines without a full stop are headings."""

import re
from collections.abc import Iterator
from dataclasses import replace

from content.document import Block, BlockKind, Document, Span
from content.readers.assemble import DATED, DATED_LINES, Card, assemble
from content.readers.dateline import date_line
from content.readers.junk import CAPTION, LABELLED, why_junk
from content.readers.margins import flowing

BULLET = re.compile(r"\s{0,12}(?:[-*•◦‣·–—]\s+|\(?[a-z0-9]{1,2}[.)]\s+)(?=\S)")
MARK = re.compile(r"\s{0,12}[-*•◦‣·–—]\s+(?=\S)")
NUMBERED = re.compile(r"\s{0,3}(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}\.|[A-Z]\.)\s+(?=\S)")
RULE = re.compile(r"\s{0,3}(?:[-=_*~#]\s?){3,}\s*")
HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
YEAR_FIRST = re.compile(r"(?P<year>1\d{3}|20\d\d)[ \t]+[A-Z]")
MAIL = re.compile(r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|In-Reply-To): ")
MAIL_LINES = 3
REPLY = re.compile(r"^(?:(?:Re|Fwd?|Aw): ?)+", re.IGNORECASE)
PART = re.compile(r"(?:unit|chapter|part|lesson|lecture|module) [\w.]{1,8}[.:]?", re.IGNORECASE)
"""What is numbered above its name: the two are one title."""
BYLINE = re.compile(r"By (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+(?:, [a-z ]+)?$")
TOLD = re.compile(r"[^,;:]{3,60}(?:, | \()\d{3,4}(?:[-–]\d{2,4})?\)?")
TOLD_LINES = 3
"""“Pierre Rosenberg, 1994”, below a line that says of what."""
LABELLED_LINES = 3
LONGEST_HEADING = 120
MOST_WORDS = 16


def read(text: str, name: str, warnings: tuple[tuple[str, str], ...] = ()) -> Document:
    """The document; its text is the decoded file, without what a printed page left in it."""
    text = flowing(text)
    blocks: list[Block] = []
    subject = None
    for chunk in _chunks(text):
        if not blocks and (subject := _subject(text, chunk)) is not None:
            blocks.append(Block("junk", Span(chunk[0].start, chunk[-1].end), why_junk="side_list"))
            continue
        blocks += (() if blocks else _title_page(text, chunk)) or _blocks(text, chunk)
    if len(blocks) > 1 and blocks[0].kind == blocks[1].kind == "heading":
        blocks[0] = replace(blocks[0], level=1)  # a chapter's own heading, though it bears a number
    return assemble(name, text, _levels(text, blocks), Card(title=subject or None, warnings=warnings))


def _chunks(text: str) -> Iterator[list[Span]]:
    """Runs of lines between blank lines; each line as the span of its words."""
    chunk: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            chunk.append(Span(start, start + len(words)))
        elif chunk:
            yield chunk
            chunk = []
        at += len(line)
    if chunk:
        yield chunk


def _subject(text: str, chunk: list[Span]) -> str | None:
    """What a letter by mail says that it is about, where the text begins with such a letter's head; None elsewhere."""
    lines = [text[span.start : span.end] for span in chunk]
    if len(lines) < MAIL_LINES or not all(map(MAIL.match, lines)):
        return None
    told = next((line.partition(":")[2].strip() for line in lines if line.startswith("Subject:")), "")
    return REPLY.sub("", told)


def _title_page(text: str, chunk: list[Span]) -> list[Block]:
    """The title and what stands right below it, where the text begins with two or three lines in capitals or short."""
    lines = [text[span.start : span.end] for span in chunk]
    if not 2 <= len(lines) <= 3 or not all(map(is_heading, lines)):
        return []
    if PART.fullmatch(lines[0]):
        chunk = [Span(chunk[0].start, chunk[1].end), *chunk[2:]]
    elif not lines[0].isupper():
        return []
    below = (
        [Block("paragraph", span)] if date_line(text[span.start : span.end]) else [Block("title", span, 2)]
        for span in chunk[1:]
    )
    return [Block("heading", chunk[0], 1), *(block for blocks in below for block in blocks)]


def _blocks(text: str, chunk: list[Span]) -> list[Block]:
    lines = [text[span.start : span.end] for span in chunk]
    if all(line.startswith(">") for line in lines) or lines[0] == "--":
        quoted = Span(chunk[0].start, chunk[-1].end)  # of another letter, or the foot of this one
        return [Block("junk", quoted, why_junk="side_list")]
    if len(chunk) > 1 and RULE.fullmatch(lines[1]) and is_heading(lines[0]):
        return [
            Block("heading", chunk[0], 1 if lines[1].strip()[0] == "=" else 2),
            *(_blocks(text, chunk[2:]) if chunk[2:] else []),
        ]
    if len(chunk) == 1:
        return _single(lines[0], chunk[0])
    if len(chunk) < 4 and is_heading(lines[0]) and not date_line(lines[0]) and date_line(lines[1]):
        rest = _blocks(text, chunk[2:]) if chunk[2:] else []
        return [Block("heading", chunk[0], 2), *_single(lines[1], chunk[1]), *rest]
    if all(" | " in line for line in lines):
        return [Block("row", span, 1) for span in chunk]
    reason = why_junk(lines)
    if reason and not (_is_headed(lines) and all(line.endswith(".") for line in lines[1:]) and not why_junk(lines[1:])):
        return [Block("junk", Span(chunk[0].start, chunk[-1].end), why_junk=reason)]
    if sum(bool(MARK.match(line)) for line in lines) * 2 >= len(lines) or _numbered(lines):
        return _bullets(chunk, lines)
    if (entries := _timeline(chunk, lines)) is not None:
        return entries
    if _is_headed(lines) and (entries := _timeline(chunk[1:], lines[1:])) is not None:
        return [Block("heading", chunk[0], 2), *entries]
    if len(lines) > TOLD_LINES and is_heading(lines[0]) and _alike(lines):
        return [Block("heading", chunk[0], 2), *_blocks(text, chunk[1:])]
    if len(lines) >= LABELLED_LINES and all(LABELLED.match(line) for line in lines):
        return [Block("bullet", span, 1) for span in chunk]
    if HASHES.match(lines[0]):
        return [*_single(lines[0], chunk[0]), *_blocks(text, chunk[1:])]
    if _wrapped(lines):
        return [Block("paragraph", Span(chunk[0].start, chunk[-1].end))]
    if is_heading(lines[0]) and (len(lines[1]) > 1.5 * len(lines[0]) and len(lines[1]) > 60):
        return [Block("heading", chunk[0], 2), *_blocks(text, chunk[1:])]
    return _separate(chunk, lines)


def _single(line: str, span: Span) -> list[Block]:
    if RULE.fullmatch(line):
        return []
    hashes = HASHES.match(line)
    if hashes:
        return [Block("heading", Span(span.start + hashes.end(), span.end), len(hashes.group(1)))]
    if MARK.match(line):
        return [Block("bullet", span, 1)]
    if date_line(line):
        return [Block("paragraph", span)]
    if is_heading(line):
        return [Block("heading", span, 3 if NUMBERED.match(line) else 2)]
    return [Block("paragraph", span)]


def is_heading(line: str) -> bool:
    """A short line that ends no sentence: "US Aid During WWII", "1. The Nazi-Soviet Pact"."""
    words = line.strip()
    if (
        not 2 <= len(words) <= LONGEST_HEADING
        or (words[-1] in ".,;:" and not NUMBERED.match(words))
        or words[-1] in ",;:."
    ):
        return False
    pieces = words.split()
    if len(pieces) > MOST_WORDS or not any(mark.isalpha() for mark in words):
        return False
    if CAPTION.match(words) or BYLINE.match(words):
        return False
    first = NUMBERED.sub("", words, count=1)[:1]
    return (
        (first.isupper() or first.isdigit() or first in "\"“‘'¿¡")
        and "; " not in words
        and ". " not in NUMBERED.sub("", words, count=1).replace("vs. ", "").replace("No. ", "")
    )


def _timeline(chunk: list[Span], lines: list[str]) -> list[Block] | None:
    """Each line from a date to the next as an entry ("4 June 1783: The Montgolfier …"); None where few begin so."""
    begins = [bool(DATED.match(line)) for line in lines]
    if not any(begins) and _is_in_years(lines):
        begins = [True] * len(lines)
    if not begins[0] or sum(begins) < DATED_LINES or sum(begins) * 2 < len(lines):
        return None
    starts = [at for at, begun in enumerate(begins) if begun]
    return [
        Block("bullet", Span(chunk[at].start, chunk[after - 1].end), 1)
        for at, after in zip(starts, [*starts[1:], len(chunk)], strict=True)
    ]


def _is_in_years(lines: list[str]) -> bool:
    """Does each line begin with a year and what happened then, the years in order ("1608 Lippershey applies …")?"""
    years = [int(match["year"]) if (match := YEAR_FIRST.match(line)) else 0 for line in lines]
    return all(years) and years == sorted(years)


def _is_headed(lines: list[str]) -> bool:
    """Is the first line a heading, and the others begin with a date?"""
    return is_heading(lines[0]) and not DATED.match(lines[0]) and all(map(DATED.match, lines[1:]))


def _alike(lines: list[str]) -> bool:
    """Are all lines but the first a name with its year, so that the first is what they are of?"""
    return TOLD.fullmatch(lines[0]) is None and all(TOLD.fullmatch(line) for line in lines[1:])


def _numbered(lines: list[str]) -> bool:
    matches = [BULLET.match(line) for line in lines]
    return sum(map(bool, matches)) * 2 >= len(lines) and bool(matches[0])


def _bullets(chunk: list[Span], lines: list[str]) -> list[Block]:
    """Entries with the lines that continue them; a first line without a mark leads in."""
    blocks: list[Block] = []
    for span, line in zip(chunk, lines, strict=True):
        mark = BULLET.match(line)
        if mark or not blocks:
            kind: BlockKind = "bullet" if mark else "paragraph"
            blocks.append(Block(kind, span, 1 if mark else 0))
        else:
            blocks[-1] = replace(blocks[-1], span=Span(blocks[-1].span.start, span.end))
    return blocks


def _wrapped(lines: list[str]) -> bool:
    """The lines are one paragraph broken at a margin."""
    longest = max(map(len, lines))
    if longest > 130 or longest < 40:
        return False
    body = lines[:-1]
    full = sum(len(line) > 0.65 * longest for line in body)
    runs_on = sum(line[:1].islower() for line in lines[1:])
    return full >= 0.75 * len(body) or runs_on * 2 >= len(lines) - 1


def _separate(chunk: list[Span], lines: list[str]) -> list[Block]:
    """Every line stands alone: paragraphs, headings, or rows of a table or list."""
    blocks: list[Block] = []
    long = sum(len(line) > 110 or line.endswith((".", "!", "?")) for line in lines)
    for span, line in zip(chunk, lines, strict=True):
        if long * 2 >= len(lines):
            blocks += _single(line, span)
        else:
            blocks.append(Block("row", span, 1) if not MARK.match(line) else Block("bullet", span, 1))
    return blocks


def _levels(text: str, blocks: list[Block]) -> list[Block]:
    """A heading right below another is one level deeper."""
    found: list[Block] = []
    for index, block in enumerate(blocks):
        above = found[-1] if found else None
        if (
            block.kind == "heading"
            and above
            and above.kind == "heading"
            and index > 1
            and above.level == block.level == 2
        ):
            found.append(replace(block, level=3))
        else:
            found.append(block)
    return found
