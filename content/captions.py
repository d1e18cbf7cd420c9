"""What stands above a table as its title, and what does it say of all its figures?"""

import re
from dataclasses import dataclass

from content.candidates.verbs import surely_finite
from content.cell_stems import kind_of_row
from content.measured import Measure, measure_of, parted
from content.outline import SIGN, Outline, Unit
from content.readings import clean

_LABEL = re.compile(r"^(?:table|tab\.) ?\d*(?:\.\d+)*[a-z]?[.:]?\s+(?:[-–—]\s*)?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:table|tab\.) ?\d+(?:\.\d+)*[a-z]?\.", re.IGNORECASE)
"""“Table 3.”, which the reader of sentences takes for one."""
_REMARK = re.compile(r" \([^()]{26,}\)$")
"""“(estimates; those for the south are disputed)”: no part of a title."""
_LONGEST = 12
"""Words of a title."""
_NUMBERING = re.compile(r"^\d{1,2}(?:\.\d+)*[.)]? ")
_EMPTY = frozenset(("list", "table", "the list", "full list", "the table"))
_UNITS_SAID = re.compile(
    r"^\(?(?:all )?(?:figures|amounts|numbers|values|quantities|prices|units)(?: are| given| shown|:){0,2}"
    r" (?P<said>in [^.;()]{2,40})\.?\)?$",
    re.IGNORECASE,
)
"""A line of its own: "Figures in thousands of tonnes"."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The title of a table without its unit, and that unit. `own` tells a caption from the section's heading."""

    title: str
    measure: Measure | None
    own: bool

    def where(self, corner: str, *, among: bool = False) -> str:
        """How a question names the table whose rows' names stand under that head; `among` others of its section."""
        if not self.title:
            return "the table"
        if self.own:
            return f"the table “{self.title}”"
        if among and (kind := kind_of_row(corner, "")):
            return f"the table{kind} under “{self.title}”"
        if among and (told := parted(corner.rstrip(":"))[0]) and told != self.title:
            return f"the table “{told}” under “{self.title}”"
        return f"the table{kind_of_row(corner, self.title)} under “{self.title}”"


def caption(outline: Outline, head: int) -> Caption:
    """The title of the table whose head is that unit: the line above it, the section's heading, or the document's."""
    said = _units_said(outline, head)
    at = head - 1 if said is None else head - 2
    told = _line_above(outline, at) if at >= 0 and outline.units[at].section == outline.units[head].section else None
    told = told or _line_below(outline, head)
    title, measure = _parted(told or _heading(outline, outline.units[head].section))
    title = _REMARK.sub("", title)
    named = "" if outline.document.is_untitled else clean(outline.document.title)
    return Caption(title or told or named, said or measure, own=bool(told and title))


def _parted(title: str) -> tuple[str, Measure | None]:
    """The title without its unit; one that stands in its midst stays there ("Wages by trade, in pounds, 1850")."""
    bare, measure = parted(title)
    if measure is None and title.count(", ") > 1:
        measure = next((found for part in title.split(", ")[1:] if (found := measure_of(part))), None)
    return bare, measure


def _units_said(outline: Outline, head: int) -> Measure | None:
    """What a line right above the table, or above one that it follows, says of all figures: "Figures in £ million"."""
    at = head - 1
    while at >= 0 and outline.units[at].kind == "bullet" and outline.units[at].section == outline.units[head].section:
        at -= 1
    if at < 0 or outline.units[at].section != outline.units[head].section:
        return None
    match = _UNITS_SAID.match(clean(outline.document[outline.units[at].span]))
    return measure_of(match["said"]) if match else None


def _line_above(outline: Outline, at: int) -> str | None:
    """The line where it is a title of its own ("Table 3: Heat in dwellings (per cent)")."""
    unit, following = outline.units[at], outline.units[at + 1]
    line = clean(outline.document[unit.span])
    told = _LABEL.sub("", line).rstrip(":")
    before = outline.units[at - 1] if at else None
    numbered = before is not None and before.block == unit.block and _is_number(outline, before)
    single = before is None or before.block != unit.block or numbered
    plain = unit.kind == "sentence" or _is_lone_line(outline, at)
    opens = (unit.first or numbered) and plain and unit.section == following.section
    title = opens and 1 <= len(told.split()) <= _LONGEST
    if title and single and (numbered or _LABEL.match(line)):
        return told.rstrip(".")  # what is numbered as a table is its title, though it tell of "seats won"
    stated = any(word.islower() and surely_finite(word) for word in told.split())
    return told if title and single and not stated and not told.endswith((".", "?", "!", ";")) else None


def _line_below(outline: Outline, head: int) -> str | None:
    """The line right below the last row, where it is numbered as a table and no other table follows it."""
    units, at = outline.units, head
    while at < len(units) and units[at].kind == "bullet" and units[at].section == units[head].section:
        at += 1
    if at >= len(units) or units[at].section != units[head].section:
        return None
    lines = [clean(outline.document[unit.span]) for unit in units[at : at + 2] if unit.block == units[at].block]
    follows = units[at + len(lines)] if at + len(lines) < len(units) else None
    line = " ".join(lines)
    if (
        follows is not None
        and follows.section == units[at].section
        and (follows.kind == "bullet" or follows.block == units[at].block)
    ):
        return None
    label = _LABEL.match(line)
    told = line[label.end() :].rstrip(".") if label else ""
    return told if 1 <= len(told.split()) <= _LONGEST else None


def _is_lone_line(outline: Outline, at: int) -> bool:
    """Is it a line without columns among the rows of tables, as in a text set with spaces?"""
    units, document = outline.units, outline.document
    alone = SIGN not in document[units[at].span] and not document[units[at].span][:1].isdigit()
    return alone and (not at or units[at - 1].kind == "sentence" or SIGN in document[units[at - 1].span])


def _is_number(outline: Outline, unit: Unit) -> bool:
    return unit.first and bool(_NUMBER.fullmatch(clean(outline.document[unit.span])))


def _heading(outline: Outline, section: int) -> str:
    """The section's heading; the document's title where the heading only says that a list follows, or asks."""
    document = outline.document
    heading = _LABEL.sub("", _NUMBERING.sub("", clean(document.sections[section].heading)))
    plain = heading and heading.lower() not in _EMPTY and not heading.endswith("?")
    if plain or document.is_untitled:
        return heading if plain else ""
    return clean(document.title) or heading
