"""How does a draft become an item? The answer block decides the kind; then the fields that go with it."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from content.packfile.answers import choices, events
from content.packfile.answers.dates import BadDate, read_date
from content.packfile.answers.faults import date_fault, number_fault
from content.packfile.answers.lists import alternatives, arrow
from content.packfile.answers.quantities import BadQuantity, Read, read_quantity
from content.packfile.citations import Cited, cited
from content.packfile.diagnostics import Report
from content.packfile.drafts import Draft
from content.packfile.inline import inline, words
from content.packfile.lines import Field
from content.packfile.located import Located
from lessons import items
from lessons.items import BLANK, Item
from lessons.rich import Rich, Run, plain
from lessons.source import Position

_COMMON = ("context", "hint", "why", "source", "level", "tags")
_ALLOWED = {
    "number": ("accept", "partly", "wrong", "decoys", "shown", "unit"),
    "estimate": ("shown",),
    "date": ("accept", "partly", "wrong", "decoys", "shown", "precision", "calendar"),
    "text": ("accept", "partly", "wrong", "decoys"),
}
_REPEATED = ("hint", "source", "accept", "partly", "wrong", "decoys", "tags")
_TRUE = ("true", "yes", "right", "correct", "t", "wahr", "richtig", "vrai", "verdadero", "верно", "правда")
_FALSE = ("false", "no", "wrong", "incorrect", "f", "falsch", "faux", "falso", "неверно", "ложь")
_GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
LONG_FIGURE = 4
"""Significant digits that few remember."""

PRECISIONS = ("century", "decade", "year", "month", "day")


@dataclass(frozen=True, slots=True)
class Made:
    """An item and what only the whole pack can check: its citations, and whether its id was derived."""

    item: Item
    draft: Draft
    cited: tuple[Cited, ...]
    derived: bool


@dataclass(slots=True)
class Making:
    """One draft on its way to an item."""

    draft: Draft
    report: Report
    language: str

    def value(self, key: str) -> str | None:
        """The words of a field that stands once, None without it."""
        found = self.draft.first(key)
        return (words(found.value.text) or None) if found else None


def make(draft: Draft, report: Report, language: str) -> Made | None:
    """The item of a draft; None where it cannot be one (and at least one error was reported)."""
    making = Making(draft, report, language)
    kind = _kind(making)
    stem = _stem(making)
    if kind is None:
        return None
    _check_fields(making, kind)
    citations = cited(draft, report)
    common = _common(making, stem, kind, citations)
    answer = _MAKERS[kind](making, common)
    if answer is None or not stem:
        return None
    if BLANK in plain(stem):
        answer = _cloze(making, answer)
    return Made(answer, draft, citations, draft.heading.id is None) if answer else None


def _stem(making: Making) -> Rich:
    found: list[Run] = []
    for paragraph in making.draft.stem:
        runs = inline(re.sub(r"_{3,}", BLANK, paragraph.text))
        found += [Run("\n"), *runs] if found and runs else runs
    if not found:
        making.report.error("E112", making.draft.heading.line, "this question has no words: write them behind the ?")
    return _joined(found)


def _joined(runs: list[Run]) -> Rich:
    """Line breaks join the plain text beside them, so that equal stems are equal values."""
    joined: list[Run] = []
    for run in runs:
        if joined and run.style == joined[-1].style == "text":
            joined[-1] = Run(joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _kind(making: Making) -> str | None:
    draft = making.draft
    blocks: list[tuple[str, Located]] = [
        (one.key, one.name) for one in draft.fields if one.key in ("number", "estimate", "date", "text", "truth")
    ]
    event = [one for one in draft.fields if one.key in ("earlier", "later")]
    if event:
        blocks.append(("first", event[0].name))
    if draft.entries:
        kind = _list_kind(making)
        if kind is None:
            return None
        blocks.append((kind, draft.entries[0].whole))
    if not blocks:
        _missing_answer(making)
        return None
    for _, place in blocks[1:]:
        making.report.error("E103", place, "this is a second answer: a question has exactly one answer line or list")
    return blocks[0][0] if len(blocks) == 1 else None


def _missing_answer(making: Making) -> None:
    message = (
        "this question has no answer: write number:, date:, text: or truth: below it, or a list of - [ ] and - [x]"
    )
    making.report.error("E102", making.draft.heading.line, message)


def _list_kind(making: Making) -> str | None:
    entries = making.draft.entries
    marks = {entry.mark for entry in entries}
    if marks <= {"right", "open"}:
        return "choice"
    if marks == {"number"}:
        return "order"
    if marks == {"bullet"}:
        if all(arrow(entry.whole)[1] is not None for entry in entries):
            return "match"
        bare = next(entry for entry in entries if arrow(entry.whole)[1] is None)
        message = "begin each answer with - [ ] or - [x], or join two things with ->"
        making.report.error("E114", bare.whole, message)
        return None
    odd = next(entry for entry in entries if entry.mark != entries[0].mark)
    making.report.error("E114", odd.whole, "a list is of one kind: all - [ ] and - [x], all 1. 2. 3., or all with ->")
    return None


def _check_fields(making: Making, kind: str) -> None:
    answers = ("earlier", "later") if kind == "first" else (kind,)
    allowed = (*_COMMON, *_ALLOWED.get(kind, ()), *answers)
    seen: set[str] = set()
    for one in making.draft.fields:
        if one.key not in allowed:
            making.report.error("E108", one.name, f"{one.key}: does not go with a {_named(kind)} question")
        elif one.key in seen and one.key not in _REPEATED:
            making.report.error("E115", one.name, f"{one.key}: stands here twice")
        elif not one.value.text:
            making.report.error("E116", one.name, f"nothing stands behind {one.key}:")
        seen.add(one.key)


def _named(kind: str) -> str:
    return {"first": "which-came-first", "truth": "true-or-false"}.get(kind, kind)


def _common(making: Making, stem: Rich, kind: str, citations: tuple[Cited, ...]) -> dict[str, Any]:
    draft, heading = making.draft, making.draft.heading
    line, column = heading.line.at()
    return {
        "id": heading.id.text if heading.id else derived_id(kind, plain(stem)),
        "stem": stem,
        "context": making.value("context"),
        "hints": tuple(words(one.value.text) for one in draft.all("hint") if one.value.text),
        "why": making.value("why"),
        "sources": tuple(one.citation for one in citations),
        "level": _level(making),
        "tags": tuple(word for one in draft.all("tags") for word in commas(one.value)),
        "was": heading.was.text if heading.was else None,
        "position": Position(heading.line.file, line, column),
    }


def derived_id(kind: str, stem: str) -> str:
    """The id of an item that was given none: the same as long as its kind and its words stay."""
    folded = " ".join(stem.casefold().split())
    return "q-" + hashlib.sha256(f"{kind}\n{folded}".encode()).hexdigest()[:10]


def commas(value: Located) -> list[str]:
    """The words between commas."""
    return [word for word in (part.strip() for part in re.split(r"[,;]", value.text)) if word]


def _level(making: Making) -> int | None:
    found = making.draft.first("level")
    if found is None or not found.value.text:
        return None
    if re.fullmatch(r"[1-5]", found.value.text):
        return int(found.value.text)
    making.report.error("E263", found.value, "the level is a number from 1 (easy) to 5")
    return None


def _quantity(making: Making, where: Located, *, answer: bool = False) -> items.Quantity | None:
    try:
        read = read_quantity(where.text, making.language)
    except BadQuantity as fault:
        number_fault(making.report, where, fault)
        return None
    if answer:
        _advise(making, where, read)
    return read.quantity


def _advise(making: Making, where: Located, read: Read) -> None:
    """Warn where every digit of a long figure is asked for: nobody remembers 11 034 m to the metre."""
    tolerance = read.quantity.tolerance
    if tolerance is not None and tolerance.kind == "exact" and read.quantity.unit and read.digits >= LONG_FIGURE:
        making.report.warn("W201", where, f'"{where.text}" asks for every digit: allow a little, as ± 1 %')


def _date(making: Making, where: Located, *, julian: bool) -> items.DateAnswer | None:
    try:
        return read_date(where.text, making.language, julian=julian)
    except BadDate as fault:
        date_fault(making.report, where, fault)
        return None


def _several(making: Making, key: str, read: Callable[[Located], Any]) -> tuple[Any, ...]:
    """All answers of `accept`, in order; those that cannot be read were reported."""
    found = []
    for one in making.draft.all(key):
        answers, feedback = arrow(one.value)
        if feedback is not None:
            making.report.error("E264", feedback, f"{key}: takes no words behind ->")
        found += [read(piece) for piece in alternatives(answers)]
    return tuple(value for value in found if value is not None)


def _with_feedback(making: Making, key: str, read: Callable[[Located], Any], wrap: Callable[[Any, Any], Any]) -> Any:
    """All answers of `partly` or `wrong`, each with the feedback of its line."""
    found = []
    for one in making.draft.all(key):
        answers, feedback = arrow(one.value)
        words_said = (words(feedback.text) or None) if feedback else None
        found += [(read(piece), words_said) for piece in alternatives(answers)]
    return tuple(wrap(value, said) for value, said in found if value is not None)


def _decoys(making: Making, answer: str) -> tuple[str, ...]:
    found: list[str] = []
    for one in making.draft.all("decoys"):
        for piece in alternatives(one.value):
            text = words(piece.text)
            if text.casefold() in (answer.casefold(), *(other.casefold() for other in found)):
                making.report.error(
                    "E261", piece, f'"{text}" is the right answer or stands here twice: a decoy is wrong'
                )
            elif text:
                found.append(text)
    return tuple(found)


def _number(making: Making, common: dict[str, Any]) -> Item | None:
    where = _answer(making, "number")
    found = _quantity(making, where, answer=True)
    unit = making.draft.first("unit")
    if unit and unit.value.text.casefold() != "only":
        making.report.error("E205", unit.value, "write unit: only, or leave the line out")
    read = lambda piece: _quantity(making, piece)  # noqa: E731 # a name for one argument of four calls
    accept = _several(making, "accept", read)
    partly = _with_feedback(making, "partly", read, items.WrongQuantity)
    wrong = _with_feedback(making, "wrong", read, items.WrongQuantity)
    _check_number_decoys(making)
    decoys = _decoys(making, found.written if found else "")
    if found is None:
        return None
    if any((one.quantity.value, one.quantity.unit) == (found.value, found.unit) for one in wrong):
        making.report.error("E262", making.draft.all("wrong")[0].value, "this answer is right and wrong at once")
    return items.NumberItem(
        answer=_shown(making, found),
        accept=accept,
        partly=partly,
        wrong=wrong,
        decoys=decoys,
        unit_only=unit is not None,
        **common,
    )


def _check_number_decoys(making: Making) -> None:
    """Decoys are shown as they stand: one that is no figure is odd, not wrong, and commas may group its digits."""
    for one in making.draft.all("decoys"):
        for piece in alternatives(one.value):
            try:
                read_quantity(_GROUPED.sub("", words(piece.text)), making.language)
            except BadQuantity:
                making.report.warn("W202", piece, f'the decoy "{piece.text}" is no figure')


def _shown(making: Making, answer: Any) -> Any:
    shown = making.value("shown")
    return replace(answer, written=shown) if shown else answer


def _answer(making: Making, key: str) -> Located:
    found = making.draft.first(key)
    assert found is not None
    return found.value


def _estimate(making: Making, common: dict[str, Any]) -> Item | None:
    where = _answer(making, "estimate")
    found = _quantity(making, where)
    if found is None:
        return None
    if found.tolerance is not None:
        making.report.error("E207", where, "an estimate is scored by closeness: leave the tolerance out")
        return None
    if found.value <= Decimal(0):
        making.report.error("E207", where, "an estimate is scored in proportion: the figure must be above nothing")
        return None
    return items.EstimateItem(answer=_shown(making, found), **common)


def _date_item(making: Making, common: dict[str, Any]) -> Item | None:
    julian = _julian(making)
    found = _date(making, _answer(making, "date"), julian=julian)
    read = lambda piece: _date(making, piece, julian=julian)  # noqa: E731 # as above
    accept = _several(making, "accept", read)
    partly = _with_feedback(making, "partly", read, items.WrongDate)
    wrong = _with_feedback(making, "wrong", read, items.WrongDate)
    precision = _precision(making, found)
    for one in making.draft.all("decoys"):
        for piece in alternatives(one.value):
            try:
                read_date(words(piece.text), making.language, julian=julian)
            except BadDate:
                making.report.warn("W202", piece, f'the decoy "{piece.text}" is no date')
    if found is None:
        return None
    decoys = _decoys(making, found.written or found.edtf)
    if any(one.date.edtf == found.edtf for one in wrong):
        making.report.error("E262", making.draft.all("wrong")[0].value, "this answer is right and wrong at once")
    return items.DateItem(
        answer=_shown(making, found),
        precision=precision,
        accept=accept,
        partly=partly,
        wrong=wrong,
        decoys=decoys,
        **common,
    )


def _julian(making: Making) -> bool:
    found = making.draft.first("calendar")
    if found is None or found.value.text.casefold() == "gregorian":
        return False
    if found.value.text.casefold() == "julian":
        return True
    making.report.error("E215", found.value, "write calendar: julian or calendar: gregorian")
    return False


def _precision(making: Making, answer: items.DateAnswer | None) -> Any:
    found = making.draft.first("precision")
    if found is None or not found.value.text:
        return None
    value = found.value.text.casefold()
    if value not in PRECISIONS:
        making.report.error("E216", found.value, f"the precision is one of {', '.join(PRECISIONS)}")
        return None
    if (
        answer
        and value in ("month", "day")
        and len(answer.edtf.lstrip("-").rstrip("~?%").split("-")) < (3 if value == "day" else 2)
    ):
        making.report.error("E216", found.value, f"the answer itself names no {value}")
        return None
    return value


def _text(making: Making, common: dict[str, Any]) -> Item | None:
    answer = words(_answer(making, "text").text)
    read = lambda piece: words(piece.text) or None  # noqa: E731 # as above
    accept = _several(making, "accept", read)
    partly = _with_feedback(making, "partly", read, items.WrongText)
    wrong = _with_feedback(making, "wrong", read, items.WrongText)
    decoys = _decoys(making, answer)
    right = {one.casefold() for one in (answer, *accept)}
    if any(one.text.casefold() in right for one in wrong):
        making.report.error("E262", making.draft.all("wrong")[0].value, "this answer is right and wrong at once")
    if not answer:
        return None
    return items.TextItem(answer=answer, accept=accept, partly=partly, wrong=wrong, decoys=decoys, **common)


def _truth(making: Making, common: dict[str, Any]) -> Item | None:
    where = _answer(making, "truth")
    word = where.text.casefold().rstrip(".")
    if word not in _TRUE and word not in _FALSE:
        making.report.error("E220", where, "write truth: true or truth: false")
        return None
    return items.TruthItem(answer=word in _TRUE, **common)


def _choice(making: Making, common: dict[str, Any]) -> Item | None:
    options = choices.options(making.draft, making.report)
    return items.ChoiceItem(answer=options, **common) if options else None


def _order(making: Making, common: dict[str, Any]) -> Item | None:
    entries = events.in_order(making.draft, making.report, making.language)
    return items.OrderItem(answer=entries, **common) if entries else None


def _first(making: Making, common: dict[str, Any]) -> Item | None:
    two = events.earlier_and_later(making.draft, making.report, making.language)
    return items.FirstItem(answer=two, **common) if two else None


def _match(making: Making, common: dict[str, Any]) -> Item | None:
    pairs = choices.pairs(making.draft, making.report)
    return items.MatchItem(answer=pairs, **common) if pairs else None


def _cloze(making: Making, item: Item) -> Item | None:
    if not isinstance(item, items.NumberItem | items.DateItem | items.TextItem):
        return item
    if item.prompt.count(BLANK) != 1:
        making.report.error("E117", making.draft.heading.line, f"leave one gap ({BLANK}) in a sentence, not several")
        return None
    names = ("context", "hints", "why", "sources", "level", "tags", "was", "position")
    common: dict[str, Any] = {name: getattr(item, name) for name in names}
    bare: dict[str, Any] = {**dict.fromkeys(("context", "why", "level", "was", "position")), "hints": (), "sources": ()}
    return items.ClozeItem(id=item.id, stem=item.stem, answer=replace(item, tags=(), **bare), **common)


_MAKERS: dict[str, Callable[[Making, dict[str, Any]], Item | None]] = {
    "number": _number,
    "estimate": _estimate,
    "date": _date_item,
    "text": _text,
    "truth": _truth,
    "choice": _choice,
    "order": _order,
    "first": _first,
    "match": _match,
}


def with_id(item: Item, new: str) -> Item:
    """The item under another id; a cloze's inner item follows."""
    if isinstance(item, items.ClozeItem):
        return replace(item, id=new, answer=replace(item.answer, id=new))
    return replace(item, id=new)


__all__ = ["Field", "Made", "commas", "derived_id", "make", "with_id"]
