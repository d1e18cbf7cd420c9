"""What became of a foreign file? Counted, and told item by item: imported, changed in meaning, refused."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from content.exchange.sentences import sentence

_NAMED = 4
"""Items that share a loss are named up to so many."""

_ALIKE = 5
"""So many items of a file that changed in the same way are told in one line."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to tell of one item. `line` counts from 1, None where the format has no lines; `item` is its name.

    `field` names the part concerned ("answer", "stem", "picture"), empty for the whole; `code` with `data` say what
    happened. Every code has its sentence in `content.exchange.sentences`.
    """

    code: str
    line: int | None = None
    item: str = ""
    field: str = ""
    data: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def at(self, line: int | None, item: str) -> "Note":
        """The same note with the place of its item."""
        return replace(self, line=line, item=item)

    def text(self) -> str:
        """One line for a terminal: where, and what happened."""
        place = f"line {self.line}" if self.line is not None else ""
        where = ", ".join(part for part in (place, _short(self.item)) if part)
        said = sentence(self.code, self.field, self.data)
        return f"{where}: {said}" if where else said

    def to_json(self) -> dict[str, Any]:
        """The same as plain JSON values."""
        return {
            "code": self.code,
            "line": self.line,
            "item": self.item,
            "field": self.field,
            "data": dict(self.data),
            "text": self.text(),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What came of reading or writing a file. `found` items are in the file: `imported` and `refused` together.

    When a pack was written, `imported` counts the items written and `changed` tells what each lost.
    """

    format: str
    imported: int = 0
    readings: int = 0
    changed: tuple[Note, ...] = ()
    refused: tuple[Note, ...] = ()

    @property
    def found(self) -> int:
        """Items in the file."""
        return self.imported + len(self.refused)

    def text(self) -> str:
        """The whole report for a terminal."""
        done = "written" if self.format.startswith("to ") else "imported"
        head = f"{_several(self.imported, 'question')} {done}"
        if self.readings:
            head += f", {_several(self.readings, 'reading')}"
        head += f"; {len(self.changed)} changed, {len(self.refused)} refused"
        most = 1 if self.format.startswith("to ") else _ALIKE
        return "\n".join([*_told("changed", self.changed, most), *_told("refused", self.refused), head])

    def to_json(self) -> dict[str, Any]:
        """The same as plain JSON values; `from_json` reads them."""
        return {
            "format": self.format,
            "imported": self.imported,
            "readings": self.readings,
            "changed": [note.to_json() for note in self.changed],
            "refused": [note.to_json() for note in self.refused],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Report":
        """The report of those JSON values."""
        changed, refused = (
            tuple(Note(one["code"], one["line"], one["item"], one["field"], one["data"]) for one in data[key])
            for key in ("changed", "refused")
        )
        return cls(data["format"], data["imported"], data["readings"], changed, refused)


def _told(title: str, notes: Sequence[Note], most: int | None = None) -> list[str]:
    """A line a note; what `most` items or more have in common in one line, with the first of their names."""
    sentences = [sentence(note.code, note.field, note.data) for note in notes]
    alike: dict[str, list[str]] = {}
    for note, said in zip(notes, sentences, strict=True):
        alike.setdefault(said, []).append(note.item)
    told: list[str] = []
    for note, said in zip(notes, sentences, strict=True):
        names = alike[said]
        if most is None or 0 < len(names) < most:
            told.append(f"{title}: {note.text()}")
        elif names:
            told.append(f"{title}: {_names(list(dict.fromkeys(names)))}{said}")
            names.clear()
    return told


def _names(names: list[str]) -> str:
    """The first names and how many more."""
    named = [_short(name) for name in names if name]
    if not named:
        return ""
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"{', '.join(named[:_NAMED])}{more}: "


def _several(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _short(text: str, longest: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
