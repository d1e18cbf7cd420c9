"""What is wrong with a pack, where, and what should stand there instead?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from content.packfile import limits
from content.packfile.located import Located

Severity = Literal["error", "warning"]

SHOWN_CHARACTERS = 100
"""Of the faulty line, around the caret."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault of a pack. Line and column count from 1; `hint` says what to write instead.

    `source_line` is the line itself, empty where there is none (a zip that cannot be opened).
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str | None = None
    source_line: str = ""

    def text(self) -> str:
        """The fault as compilers write it: `file:line:column: error CODE: message`, then the line and a caret."""
        head = f"{self.file}:{self.line}:{self.column}: {self.severity} {self.code}: {self.message}"
        if self.hint is None:
            return head
        if not self.source_line or self.hint.startswith("closest text"):
            return f"{head}\n   {self.hint}"
        margin = f"   {self.line} | "
        line, caret = self._window()
        gap = " " * (len(margin) - 2) + "| " + " " * caret
        return f"{head}\n{margin}{line}\n{gap}^ {self.hint}"

    def to_json(self) -> dict[str, object]:
        """The same as plain JSON values, for editors."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
            "source_line": self.source_line,
        }

    def _window(self) -> tuple[str, int]:
        caret = max(self.column - 1, 0)
        line = self.source_line.replace("\t", " ")
        start = max(0, caret - SHOWN_CHARACTERS // 2) if len(line) > SHOWN_CHARACTERS else 0
        return line[start : start + SHOWN_CHARACTERS].rstrip(), caret - start


@dataclass(frozen=True, slots=True)
class MissingId:
    """A question without an id: the line of its heading, and the id it goes by until it is given one."""

    file: str
    line: int
    id: str


@dataclass(slots=True)
class Report:
    """Collects diagnostics while a pack is read. `lines` holds each file's lines, to be shown beside the faults."""

    lines: dict[str, Sequence[str]] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    """Rank of each file; faults are told in this order."""
    found: list[Diagnostic] = field(default_factory=list)
    missing_ids: list[MissingId] = field(default_factory=list)

    def open(self, file: str, lines: Sequence[str]) -> None:
        """Make a file known, in the order in which faults are to be told."""
        self.lines[file] = lines
        self.order.setdefault(file, len(self.order))

    def error(self, code: str, where: Located, message: str, hint: str | None = None, *, at: int = 0) -> None:
        """Note an error `at` so many characters into `where`."""
        self._add(("error", code), where, message, hint, at)

    def warn(self, code: str, where: Located, message: str, hint: str | None = None, *, at: int = 0) -> None:
        """Note a warning `at` so many characters into `where`."""
        self._add(("warning", code), where, message, hint, at)

    def file_error(self, code: str, file: str, message: str, hint: str | None = None) -> None:
        """Note an error of a whole file."""
        self._add(("error", code), Located.start_of(file), message, hint, 0)

    @property
    def failed(self) -> bool:
        """Whether an error was noted."""
        return any(one.severity == "error" for one in self.found)

    def sorted(self) -> tuple[tuple[Diagnostic, ...], int]:
        """The diagnostics in file order, each once, cut at the limit (errors stay first in line), and how many more."""
        unique = sorted(dict.fromkeys(self.found), key=self._rank)
        if len(unique) <= limits.DIAGNOSTICS:
            return tuple(unique), 0
        kept = sorted(unique, key=lambda one: one.severity != "error")[: limits.DIAGNOSTICS]
        return tuple(sorted(kept, key=self._rank)), len(unique) - len(kept)

    def _rank(self, one: Diagnostic) -> tuple[int, str, int, int, str]:
        return self.order.get(one.file, -1), one.file, one.line, one.column, one.code

    def _add(self, what: tuple[Severity, str], where: Located, message: str, hint: str | None, at: int) -> None:
        line, column = where.at(at)
        lines = self.lines.get(where.file, ())
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        severity, code = what
        self.found.append(Diagnostic(where.file, line, column, code, severity, message, hint, source))
