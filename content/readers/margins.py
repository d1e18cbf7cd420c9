"""What did a printed page leave in a plain text? Its head on every page, and words parted at the ends of lines."""

import itertools
import re
from collections import defaultdict

from content.readers.pdf.joining import joined, known_words

_HEAD = re.compile(
    r"^[ \t]*(?:(?P<words>\S[^\n]{2,70}?)[ \t]{2,}(?:[Pp]age |[Pp]\. ?|- ?)?(?P<number>\d{1,4})(?: ?-)?"
    r"|(?P<before>\d{1,4})[ \t]{2,}(?P<after>\S[^\n]{2,70}?))[ \t]*\r?$",
    re.MULTILINE,
)
_PARTED = re.compile(
    r"(?<![^\W\d_])(?P<one>[^\W\d_]{1,40})-[ \t]*\r?\n[ \t]*(?P<other>[a-z][^\W\d_]*)(?P<rest>[^\s]*)[ \t]?"
    r"(?P<end>\r?\n)?"
)
_HYPHEN_AT_END = re.compile(r"-[ \t]*\r?\n")
_GAP = re.compile(r"[ ]{2,}|\t+")
_UNIT = re.compile(r"\(?(?:[£$€¥]?['’]?000s?|[£$€¥] ?[a-z]{0,8}|%|[^\W\d]{1,9}[²³]?)\)?")
"""What stands below a head and counts its figures: "£000", "km", "%"."""
_RULE = re.compile(r"[ \t]*[-=_+|]{8,}(?:[ \t]+[-=_+|]{2,})*[ \t]*\r?")
"""A line drawn through a table; one through a page stands apart."""
_CORNER = "\x00"
"""Stands for the empty cell above the rows' names."""
_ROWS = 4
"""So many lines with columns make a table."""
_ENDS = re.compile(r"[.!?:;][\"”’')\]]*\s*$")
_FEWEST = 2
"""So many pages must bear the head, and so many words be parted, before the text is taken for a printed one."""


def flowing(text: str) -> str:
    """The text without the heads of its pages, with parted words whole and tables set with spaces told by strokes.

    Any other text stays as it is.
    """
    return _whole(_ruled(_headless(text)))


def _ruled(text: str) -> str:
    """Neighbouring lines with equally many columns parted by spaces, as rows of a table."""
    if "  " not in text and "\t" not in text:
        return text
    lines = _one_head(_without_rules(text.split("\n")))
    at = 0
    while at < len(lines):
        columns = _columns(lines[at])
        if _is_without_corner(lines[at : at + 1 + _ROWS], columns):
            lines[at] = f"{_CORNER}  {lines[at].strip()}"
            columns = _columns(lines[at])
        end = at + 1
        while end < len(lines) and len(_columns(lines[end])) == len(columns):
            end += 1
        if len(columns) > 1 and end - at >= _ROWS:
            lines[at:end] = [" | ".join(_columns(line)).replace(_CORNER, "", 1) for line in lines[at:end]]
        at = end
    return "\n".join(lines)


def _is_without_corner(lines: list[str], heads: list[str]) -> bool:
    """Is the first line, set in, the heads of all columns of the next ones but of their first?"""
    counts = {len(_columns(line)) for line in lines[1:]}
    return len(lines) > 3 and lines[0][:1].isspace() and len(heads) > 1 and counts == {len(heads) + 1}


def _without_rules(lines: list[str]) -> list[str]:
    """The lines without those of dashes that stand above or below a row of columns."""
    if not any(map(_RULE.fullmatch, lines)):
        return lines
    rows = [len(_columns(line)) > 1 for line in ("", *lines, "")]
    return [line for at, line in enumerate(lines) if not (_RULE.fullmatch(line) and (rows[at] or rows[at + 2]))]


def _one_head(lines: list[str]) -> list[str]:
    """The lines with what stands below a table's heads and tells their units set in brackets behind these."""
    found, at = [], 0
    while at < len(lines):
        head = _with_units(lines[at : at + 1 + _ROWS])
        found.append(lines[at] if head is None else head)
        at += 1 if head is None else 2
    return found


def _with_units(lines: list[str]) -> str | None:
    """The first line with the second's units ("2019   2020" above "£000   £000"); None where they are none."""
    if len(lines) <= _ROWS or not lines[1][:1].isspace():
        return None
    columns, units = _columns(lines[0]), _columns(lines[1])
    if len(columns) < 3 or len(units) != len(columns) - 1 or not all(map(_UNIT.fullmatch, units)):
        return None
    if any(len(_columns(line)) != len(columns) for line in lines[2:]):
        return None
    heads = [f"{head} ({unit.strip('()')})" for head, unit in zip(columns[1:], units, strict=True)]
    return "   ".join((columns[0], *heads))


def _columns(line: str) -> list[str]:
    words = line.strip()
    if "  " not in words and "\t" not in words:
        return [words] if words else []
    return _GAP.split(words)


def _headless(text: str) -> str:
    found: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _HEAD.finditer(text) if "  " in text or "\t" in text else ():
        found[(match["words"] or match["after"]).strip()].append(match)
    pages = [match for heads in found.values() if _is_running(heads) for match in heads]
    pieces, at = [], 0
    for match in sorted(pages, key=lambda one: one.start()):
        before = text[at : match.start()]
        rest = text[match.end() :].lstrip()
        if not text[: match.start()].strip():
            kept = "" if rest.partition("\n")[0].strip().isupper() else (match["words"] or match["after"]).strip()
            pieces.append(before + kept)
        elif before.strip() and rest[:1].islower() and not _ENDS.search(before):
            pieces.append(before.rstrip() + "\n")
            at = len(text) - len(rest)
            continue
        else:
            pieces.append(before)
        at = match.end()
    return "".join(pieces) + text[at:]


def _is_running(heads: list[re.Match[str]]) -> bool:
    """Do the same words stand on several pages, each with a number of its own, one after the other?"""
    numbers = [int(match["number"] or match["before"]) for match in heads]
    return len(numbers) >= _FEWEST and all(0 < b - a < 4 for a, b in itertools.pairwise(numbers))


def _whole(text: str) -> str:
    if len(_HYPHEN_AT_END.findall(text)) < _FEWEST or len(_PARTED.findall(text)) < _FEWEST:
        return text
    known = known_words(text.splitlines())
    return _PARTED.sub(
        lambda m: joined(m["one"] + "-", m["other"], known) + m["rest"] + (m["end"] or "\n"),
        text,
    )
