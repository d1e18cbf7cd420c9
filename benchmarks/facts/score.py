"""How right was it? Found facts beside the marks of a document: spans, values, flags, traps."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from benchmarks.facts.classes import date_class, figure_class
from benchmarks.facts.gold import Annotated, Mark

Fault = Literal["missed", "extra", "wrong value", "wrong span", "trap taken", "wrong flag"]


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is not right: its class, the fault, where, what was expected and what came."""

    of: str
    fault: Fault
    document: str
    context: str
    expected: str
    got: str


@dataclass(slots=True)
class Tally:
    """Counts of right, expected and found, from which precision, recall and F1 follow."""

    right: int = 0
    expected: int = 0
    found: int = 0

    @property
    def f1(self) -> float:
        """F1 in percent; 100 where nothing was expected and nothing found."""
        both = self.expected + self.found
        return 200 * self.right / both if both else 100.0

    @property
    def recall(self) -> float:
        """Right of the expected, in percent."""
        return 100 * self.right / self.expected if self.expected else 100.0


@dataclass(slots=True)
class Score:
    """All counts over some documents. Tallies are by name: `date strict`, `figure value`, `value of money` ..."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    traps: int = 0
    taken: int = 0
    errors: list[Error] = field(default_factory=list)

    def __getitem__(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())


@dataclass(frozen=True, slots=True)
class Found:
    """A fact that some program found, in the JSON shape of `lectern extract`."""

    kind: str
    start: int
    end: int
    text: str
    value: str | None
    high: str | None = None
    unit: str | None = None
    approximate: bool = False
    bound: str | None = None
    part: str | None = None

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> "Found":
        """From one entry of that JSON."""
        place = (entry["kind"], entry["start"], entry["end"], entry["text"])
        value = entry["value"]
        if entry["kind"] == "date":
            about = bool(entry.get("approximate")) or "~" in (value or "")
            return cls(*place, value, approximate=about, part=entry.get("part"))
        high = value["number_high"]
        return cls(
            *place,
            str(value["number"]),
            None if high is None else str(high),
            value["unit"],
            bool(value["approximate"]),
            value["bound"],
        )


def score(documents: Iterable[Annotated], found: Mapping[str, Iterable[Mapping[str, Any]]]) -> Score:
    """The score of what was found (entries by the document's name) in those documents."""
    total = Score()
    for document in documents:
        _score_one(total, document, [Found.of(entry) for entry in found.get(document.name, ())])
    return total


def same_value(mark: Mark, got: Found) -> bool:
    """Whether the value is right: a date's EDTF (the ~ is counted apart), a figure's number, both ends and unit."""
    if mark.kind == "date":
        return _bare(mark.value) == _bare(got.value)
    return same_number(mark, got) and (mark.unit or "").casefold() == (got.unit or "").casefold()


def same_number(mark: Mark, got: Found) -> bool:
    """Whether both ends of a figure are right, to a millionth."""
    return _near(mark.value, got.value) and _near(mark.high, got.high)


def _score_one(total: Score, document: Annotated, found: list[Found]) -> None:
    pairs = _pairs(document.facts, found)
    for mark in document.facts:
        _count_expected(total, document, mark, pairs.get(mark))
    matched = set(pairs.values())
    for got in found:
        _count_found(total, document, got, got in matched)
    total.traps += len(document.traps)
    for trap in document.traps:
        takers = [got for got in found if got.start < trap.end and got.end > trap.start]
        total.taken += bool(takers)
        if takers:
            total.errors.append(_error("trap", "trap taken", document, trap, trap.text, _told(takers[0])))


def _pairs(marks: Iterable[Mark], found: Iterable[Found]) -> dict[Mark, Found]:
    """Each mark with the found fact of its kind that shares most characters with it, one to one."""
    rest = list(found)
    overlaps = [
        (min(mark.end, got.end) - max(mark.start, got.start), -abs(mark.start - got.start), mark, got)
        for mark in marks
        for got in rest
        if mark.kind == got.kind and mark.start < got.end and got.start < mark.end
    ]
    pairs: dict[Mark, Found] = {}
    taken: set[Found] = set()
    for _, _, mark, got in sorted(overlaps, key=lambda each: (-each[0], -each[1])):
        if mark not in pairs and got not in taken:
            pairs[mark] = got
            taken.add(got)
    return pairs


def _count_expected(total: Score, document: Annotated, mark: Mark, got: Found | None) -> None:
    of = class_of(mark)
    right = got is not None and same_value(mark, got)
    names = [f"{mark.kind} value", f"value of {of}"]
    for name in names:
        total[name].expected += 1
        total[name].right += right
    strict = got is not None and (got.start, got.end) == (mark.start, mark.end)
    total[f"{mark.kind} strict"].expected += 1
    total[f"{mark.kind} strict"].right += strict
    if mark.kind == "figure":
        total["figure number"].expected += 1
        total["figure number"].right += got is not None and same_number(mark, got)
    if mark.from_context:
        total["year from context"].expected += 1
        total["year from context"].right += right
    if got is None:
        total.errors.append(_error(of, "missed", document, mark, told(mark), ""))
        return
    _count_flags(total, document, mark, got)
    if not right:
        total.errors.append(_error(of, "wrong value", document, mark, told(mark), _told(got)))
    elif not strict:
        total.errors.append(_error(of, "wrong span", document, mark, mark.text, got.text))


def _count_flags(total: Score, document: Annotated, mark: Mark, got: Found) -> None:
    """Flags of found facts: of those that either side calls approximate (bounded, early...), how many agree."""
    for name in ("approximate", "bound", "part"):
        wanted, came = getattr(mark, name), getattr(got, name)
        if wanted or came:
            total[name].expected += 1
            total[name].found += 1
            total[name].right += wanted == came
            if wanted != came:
                told_as = f"{name}: {wanted}", f"{name}: {came}"
                total.errors.append(_error(name, "wrong flag", document, mark, *told_as))


def _count_found(total: Score, document: Annotated, got: Found, matched: bool) -> None:
    of = date_class(got.value) if got.kind == "date" else figure_class(got.unit)
    for name in (f"{got.kind} value", f"{got.kind} strict", f"value of {of}"):
        total[name].found += 1
    if got.kind == "figure":
        total["figure number"].found += 1
    in_trap = any(got.start < trap.end and got.end > trap.start for trap in document.traps)
    if not matched and not in_trap:
        total.errors.append(_error(of, "extra", document, got, "", _told(got)))


def class_of(mark: Mark) -> str:
    """The row of the table that the mark counts in."""
    return date_class(mark.value) if mark.kind == "date" else figure_class(mark.unit)


def told(mark: Mark) -> str:
    """The expected value in a few words."""
    return _words(mark.kind, mark.value, mark.high, mark.unit)


def _told(got: Found) -> str:
    return f"{_words(got.kind, got.value, got.high, got.unit)}  ({got.text!r})"


def _words(kind: str, value: str | None, high: str | None, unit: str | None) -> str:
    if kind == "date":
        return value or "null"
    return f"{value}{'..' + high if high else ''} {unit or '(no unit)'}"


def _error(of: str, fault: Fault, document: Annotated, place: Mark | Found, expected: str, got: str) -> Error:
    before = document.text[max(0, place.start - 40) : place.start]
    after = document.text[place.end : place.end + 40]
    context = f"{before}[{place.text}]{after}".replace("\n", " ")
    return Error(of, fault, document.name, context, expected, got)


def faults(errors: Iterable[Error]) -> Counter[str]:
    """How many errors there are of each fault."""
    return Counter(error.fault for error in errors)


def _bare(edtf: str | None) -> str | None:
    return edtf.replace("~", "").replace("?", "").replace("%", "") if edtf else None


def _near(wanted: str | None, got: str | None) -> bool:
    if wanted is None or got is None:
        return wanted is got
    left, right = float(wanted), float(got)
    return abs(left - right) <= 1e-6 * max(abs(left), abs(right), 1e-12)
