"""Which lines of a plain text are rows of a table? Those with columns set by spaces, or with values parted alike."""

import csv
import re

_GAP = re.compile(r" ?(?:\.{4,}|(?: \.){4,}) ?|[ ]{2,}|\t+")
_UNIT = re.compile(r"\(?(?:[£$€¥]?['’]?000s?|[£$€¥] ?[a-z]{0,8}|%|[^\W\d]{1,9}[²³]?)\)?")
"""What stands below a head and counts its figures: "£000", "km", "%"."""
_RULE = re.compile(r"[ \t]*(?:[-=_+|]{8,}(?:[ \t]+[-=_+|]{2,})*|[-=_+]{3,}(?:[ \t]+[-=_+]{3,})+)[ \t]*\r?")
"""A line drawn through a table; one through a page stands apart."""
_CORNER = "\x00"
"""Stands for the empty cell above the rows' names."""
_VALUES = re.compile(r"[,;]\"?-?\d[\d.]*%?\"?[ \t]*\r?$", re.MULTILINE)
"""The end of a line of values parted by commas or semicolons."""
_DIGIT = re.compile(r"\d")
_STOPS = frozenset(".,;:!?")
_ROWS = 4
"""So many lines with columns make a table."""


def ruled(text: str) -> str:
    """Neighbouring lines with equally many columns parted by spaces, as rows of a table."""
    if "  " not in text and "\t" not in text and "...." not in text and not _VALUES.search(text):
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
        elif len(columns) == 1 and (last := _separated(lines, at)) > at:
            sign, end = _sign(lines[at]), last
            lines[at:end] = [" | ".join(_values(line, sign)) for line in lines[at:end]]
        at = end
    return "\n".join(lines)


def _separated(lines: list[str], at: int) -> int:
    """Where the run of lines ends that are values parted like those of the head at that place; there, if none are."""
    sign = _sign(lines[at])
    count, end = len(_values(lines[at], sign)) if sign else 0, at + 1
    while sign and end < len(lines) and _VALUES.search(lines[end]) and len(_values(lines[end], sign)) == count:
        end += 1
    return end if end - at >= _ROWS else at


def _sign(line: str) -> str:
    """The semicolon or comma that parts the names of columns in the line; nothing in any other line."""
    if _DIGIT.match(line) or " ," in line or ", " in line or line.rstrip()[-1:] in _STOPS:
        return ""
    return next((sign for sign in ";," if line.count(sign) > 1 and _names_all(_values(line, sign))), "")


def _names_all(values: list[str]) -> bool:
    """Has every column a name, but perhaps the first?"""
    return len(values) > 1 and all(values[1:])


def _values(line: str, sign: str) -> list[str]:
    """The values of a line; none of one that cannot be taken apart: a bare return in it, a value of many pages."""
    try:
        return [value.strip() for value in next(csv.reader([line.strip()], delimiter=sign), [])]
    except csv.Error:
        return []


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
    if len(columns) == len(units) and lines[0][:1].isspace():
        columns = [_CORNER, *columns]  # nothing stands above the rows' names
    if len(columns) < 3 or len(units) != len(columns) - 1 or not all(map(_UNIT.fullmatch, units)):
        return None
    if any(len(_columns(line)) != len(columns) for line in lines[2:]):
        return None
    heads = [f"{head} ({unit.strip('()')})" for head, unit in zip(columns[1:], units, strict=True)]
    return "   ".join((columns[0], *heads))


def _columns(line: str) -> list[str]:
    words = line.strip()
    if "  " not in words and "\t" not in words and "...." not in words and " . . " not in words:
        return [words] if words else []
    return _GAP.split(words)
