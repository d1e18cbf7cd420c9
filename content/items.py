"""How does a candidate become an item of a pack? Its answer, tolerance, options and citations."""

from dataclasses import replace
from decimal import Decimal

from content.candidates.candidate import Candidate
from content.facts.fact import DateValue, FigureValue
from content.looks import date_look, look
from content.measured import Measure
from content.pools import decimal
from content.readings import printed
from content.source import Source, is_measure
from lessons.edtf import Partial
from lessons.items import ClozeItem, DateAnswer, DateItem, EstimateItem, Item, NumberItem, Quantity, Tolerance
from lessons.items.date import Precision
from lessons.languages import language
from lessons.rich import rich
from lessons.source import READING, Citation

_PRECISION: dict[str, Precision] = {
    "year": "year",
    "month": "month",
    "day": "day",
    "month_day": "day",
    "decade": "decade",
    "era": "year",
}


def citations(source: Source, key: str, candidate: Candidate) -> tuple[Citation, ...]:
    """The words that prove the key: as the reading prints them, and where they stand in the document."""
    unit = source.outline.units[source.outline.at(candidate.quote.start) or 0]
    words = printed(source.document, unit)
    return (Citation(READING, words), Citation(key, None, candidate.span.start, candidate.span.end))


def make(
    candidate: Candidate, item_id: str, stem: str, reading: str, decoys: tuple[str, ...], sources: tuple[Citation, ...]
) -> Item | None:
    """The item; None where the key does not read back to the fact or it can neither be tapped nor guessed.

    A large figure without believable wrong answers is asked as an estimate.
    """
    if candidate.measure is not None:
        decoys = tuple(candidate.measure.written(numeral) for numeral in decoys)
    inner = _answered(candidate, item_id, stem, decoys)
    if inner is None:
        return None
    if not decoys:
        guess = _guess(candidate, inner)
        return guess and replace(
            guess, reading=reading, context=candidate.context, sources=sources, why=_why(candidate)
        )
    item = ClozeItem(id=item_id, stem=inner.stem, answer=inner) if candidate.template.startswith("cloze") else inner
    return replace(item, reading=reading, context=candidate.context, sources=sources, why=_why(candidate))


def _guess(candidate: Candidate, inner: NumberItem | DateItem) -> EstimateItem | None:
    """The figure asked by how close a guess comes; only questions proper, and figures large enough to miss."""
    if not isinstance(inner, NumberItem) or inner.answer.value < 100:
        return None
    if candidate.template.startswith("cloze") or candidate.template == "table_cell":
        return None
    return EstimateItem(id=inner.id, stem=inner.stem, answer=inner.answer)


def _answered(candidate: Candidate, item_id: str, stem: str, decoys: tuple[str, ...]) -> NumberItem | DateItem | None:
    """The item that grades, without what surrounds it."""
    if candidate.asked == "figure":
        quantity = _quantity(candidate)
        return NumberItem(id=item_id, stem=rich(stem), answer=quantity, decoys=decoys) if quantity else None
    date, precision = _date(candidate), _PRECISION[candidate.asked]
    return DateItem(id=item_id, stem=rich(stem), answer=date, precision=precision, decoys=decoys) if date else None


def _why(candidate: Candidate) -> str | None:
    """The key with its hedge, where the source hedges."""
    return f"{candidate.hedge.lower()} {candidate.key}" if candidate.hedge else None


def _quantity(candidate: Candidate) -> Quantity | None:
    value, shape = candidate.fact.value, look(candidate.key)
    if not isinstance(value, FigureValue) or shape is None or decimal(value.number) != shape.value:
        return None
    unit = _code(value.unit) if is_measure(value) and shape.after.strip() + shape.before.strip() else None
    tolerance = _tolerance(shape.value)
    approximate = value.approximate or value.bound is not None
    plain = Quantity(shape.value, unit, tolerance, candidate.key, shape.scale, approximate)
    return plain if candidate.measure is None else _scaled(candidate.measure, plain)


def _scaled(measure: Measure, plain: Quantity) -> Quantity:
    """The bare figure of a cell as what it stands for; what was a small count is none in thousands."""
    whole = measure.scaled(plain)
    return replace(whole, tolerance=_tolerance(whole.value))


def _code(unit: str | None) -> str | None:
    """The unit's code in the table of units; the name itself where the table does not hold it."""
    return next((known.code for known in language("en").units if unit in (known.code, known.names[0])), unit)


def _tolerance(value: Decimal) -> Tolerance | None:
    """Small counts must be exact; what else is close or near, the grader's own policy says."""
    return Tolerance("exact") if value <= 20 and value == int(value) else None


def _date(candidate: Candidate) -> DateAnswer | None:
    value = candidate.fact.value
    if not isinstance(value, DateValue):
        return None
    if candidate.asked == "month_day":
        shape = date_look(candidate.key)
        if shape is None or shape.month is None or shape.day is None:
            return None
        return DateAnswer(Partial(None, shape.month, shape.day).edtf, candidate.key)
    if not value.edtf:
        return None
    if candidate.asked == "year" and value.edtf != candidate.key.zfill(4):
        return None
    return DateAnswer(value.edtf, candidate.key)
