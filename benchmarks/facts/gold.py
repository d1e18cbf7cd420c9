"""What should be found in a document? `{words|value}` marks in a text file, read into a plain text and its facts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

HOME = Path(__file__).parent
HALVES = ("open", "aside")
_MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
_DATE = re.compile(r"@(\S+)((?: (?:early|mid|late|ctx))*)$")
_FIGURE = re.compile(r"(~?)(>=|<=|>|<|)(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?(?: (.+))?$")
_BOUNDS = {">=": "at_least", ">": "more_than", "<=": "at_most", "<": "less_than", "": None}


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotated place: a date, a figure, or a trap (words with a number that are no fact).

    `value` is the EDTF of a date (None: no year can be known) or the number of a figure.
    """

    kind: Literal["date", "figure", "trap"]
    start: int
    end: int
    text: str
    value: str | None = None
    high: str | None = None
    unit: str | None = None
    approximate: bool = False
    bound: str | None = None
    part: str | None = None
    from_context: bool = False


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document of the benchmark: its text without the marks, when it was written (EDTF), its marks in order."""

    name: str
    half: str
    text: str
    date: str | None
    marks: tuple[Mark, ...]

    @property
    def facts(self) -> tuple[Mark, ...]:
        """The marks that should be found."""
        return tuple(mark for mark in self.marks if mark.kind != "trap")

    @property
    def traps(self) -> tuple[Mark, ...]:
        """The marks that should not."""
        return tuple(mark for mark in self.marks if mark.kind == "trap")


class BadMark(ValueError):
    """A mark that means nothing: the file's name and the mark."""


def load(halves: Iterable[str] = HALVES, home: Path = HOME) -> list[Annotated]:
    """Every annotated document of those halves, by name; raises `BadMark`."""
    return [
        parse(path.read_text(encoding="utf-8"), path.stem, half)
        for half in halves
        for path in sorted((home / half).glob("*.txt"))
    ]


def parse(source: str, name: str, half: str = "open") -> Annotated:
    """The document in an annotated text: header lines (`date: 2021-05-04`), an empty line, the marked text."""
    header, _, body = source.partition("\n\n")
    date = re.search(r"^date: *(\S+)$", header, re.MULTILINE)
    pieces: list[str] = []
    marks: list[Mark] = []
    length = last = 0
    for match in _MARK.finditer(body):
        pieces += [body[last : match.start()], match[1]]
        start = length + match.start() - last
        length = start + len(match[1])
        last = match.end()
        marks.append(_mark(match[1], match[2].strip(), start, name))
    text = "".join(pieces) + body[last:]
    if left := re.search(".{0,20}[{}].{0,20}", text):
        raise BadMark(name, f"a brace is left over: {left[0]}")
    return Annotated(name, half, text, date[1] if date else None, tuple(marks))


def _mark(words: str, value: str, start: int, name: str) -> Mark:
    end = start + len(words)
    if value == "!":
        return Mark("trap", start, end, words)
    if date := _DATE.match(value):
        said = date[2].split()
        part = next((word for word in said if word != "ctx"), None)
        edtf = None if date[1] == "null" else date[1]
        return Mark("date", start, end, words, edtf, approximate="~" in value, part=part, from_context="ctx" in said)
    if figure := _FIGURE.match(value):
        about, bound, low, high, unit = figure.groups()
        return Mark("figure", start, end, words, low, high, unit, bool(about), _BOUNDS[bound])
    raise BadMark(name, f"{{{words}|{value}}}")
