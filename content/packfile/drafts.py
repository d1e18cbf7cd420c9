"""What stands below a question's heading? The rest of its stem, its fields and its list, not yet understood."""

import re
from dataclasses import dataclass, field

from content.packfile.diagnostics import Report
from content.packfile.fields import ITEM_KEYS, did_you_mean, known
from content.packfile.lines import Field, field_of
from content.packfile.located import Located
from content.packfile.outline import Chunk, Heading
from content.packfile.readings import BULLET, IMAGE, NUMBERED, QUOTE, RULE

_TASK = re.compile(r"[ ]{0,3}[-*+•–]\s+\[([ xX✓✔]?)\](?:\s+(.*))?")


MOST_LINES = 200
"""Fields and list entries of one question."""


@dataclass(slots=True)
class Entry:
    """One line of a list: `mark` is "right" or "open" for a task, "bullet" or "number" otherwise."""

    mark: str
    text: list[Located]
    feedback: list[Located] = field(default_factory=list)

    @property
    def whole(self) -> Located:
        """The entry's words with its continuation lines."""
        return Located.join(self.text)


@dataclass(slots=True)
class Draft:
    """A question as it stands in the file."""

    heading: Heading
    stem: list[Located]
    fields: list[Field]
    entries: list[Entry]

    def all(self, key: str) -> list[Field]:
        """Every field of that key."""
        return [one for one in self.fields if one.key == key]

    def first(self, key: str) -> Field | None:
        """The field of that key, if there is one."""
        return next((one for one in self.fields if one.key == key), None)


def draft(chunk: Chunk, report: Report) -> Draft:
    """The parts of a question; lines that fit nowhere are reported."""
    assert chunk.heading is not None
    return _Drafting(chunk.heading, report).run(chunk.lines)


class _Drafting:
    """Goes through the lines once; `target` is what an indented line continues."""

    def __init__(self, heading: Heading, report: Report) -> None:
        self.report = report
        self.heading = heading
        self.paragraphs: list[list[Located]] = [[heading.text]] if heading.text.text else []
        self.fields: list[tuple[Field, list[Located]]] = []
        self.entries: list[Entry] = []
        self.target: list[Located] | None = None
        self.fresh = True

    def run(self, lines: tuple[Located, ...]) -> Draft:
        for line in lines:
            if len(self.fields) + len(self.entries) > MOST_LINES:
                self.report.error("E403", line, f"a question has at most {MOST_LINES} answers and fields")
                break
            if not line.text.strip() or RULE.fullmatch(line.text):
                self.fresh = True
            else:
                self._line(line)
                self.fresh = False
        whole = [Field(one.key, one.name, _whole(pieces)) for one, pieces in self.fields]
        return Draft(self.heading, [Located.join(one) for one in self.paragraphs], whole, self.entries)

    def _line(self, line: Located) -> None:
        quoted = QUOTE.fullmatch(line.text.lstrip(" \t"))
        if quoted and self.entries and not self.fields_last:
            self._feedback(line)
        elif line.text.startswith(("  ", "\t")) and self.target is not None:
            self.target.append(line.strip())
        elif not (self._entry(line) or self._field(line)):
            self._text(line)

    @property
    def fields_last(self) -> bool:
        """Whether a field, and not a list entry, came last."""
        return bool(self.fields) and self.target is self.fields[-1][1]

    def _feedback(self, line: Located) -> None:
        bare = line.strip()
        content = bare.cut(1).strip()
        entry = self.entries[-1]
        if entry.mark in ("right", "open"):
            entry.feedback.append(content)
            self.target = entry.feedback
        else:
            self.report.error("E264", bare, "an answer can be given words of its own only behind - [ ] or - [x]")

    def _entry(self, line: Located) -> bool:
        task = _TASK.fullmatch(line.text)
        plain = None if task else (BULLET.fullmatch(line.text) or NUMBERED.fullmatch(line.text))
        if not task and not plain:
            return False
        if task:
            mark = "right" if task[1].strip() else "open"
            text = line.cut(task.start(2)).strip() if task[2] else line.cut(len(line.text))
        else:
            assert plain is not None
            mark = "number" if NUMBERED.fullmatch(line.text) else "bullet"
            text = line.cut(plain.start(1)).strip()
        self.entries.append(Entry(mark, [text]))
        self.target = self.entries[-1].text
        return True

    def _field(self, line: Located) -> bool:
        found = field_of(line)
        if found is None:
            return False
        key = known(found.key, ITEM_KEYS)
        if key is None:
            in_stem = not self.fields and not self.entries and not line.text[0].islower()
            if not in_stem:
                meant = did_you_mean(found.key, ITEM_KEYS)
                self.report.error("E104", line, f'unknown key "{found.name.text[:40]}": {meant}')
                self.target = []
            return not in_stem
        self.fields.append((Field(key, found.name, found.value), [found.value]))
        self.target = self.fields[-1][1]
        return True

    def _text(self, line: Located) -> None:
        bare = line.strip()
        if IMAGE.fullmatch(bare.text):
            self.report.error("E107", bare, "a picture stands in the reading, above the questions")
        elif self.fields or self.entries:
            self.report.error(
                "E105",
                bare,
                "this text belongs to nothing: indent it by two spaces to continue the line above",
            )
        elif self.fresh or not self.paragraphs:
            self.paragraphs.append([bare])
        else:
            self.paragraphs[-1].append(bare)


def _whole(pieces: list[Located]) -> Located:
    return Located.join([piece for piece in pieces if piece.text] or pieces[:1])
