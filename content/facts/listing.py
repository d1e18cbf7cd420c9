"""What does `lectern extract --json` print? One plain dictionary a fact."""

from typing import Any

from content.document import Document
from content.facts import extract
from content.facts.fact import DateValue, Fact, FigureValue


def listing(document: Document) -> list[dict[str, Any]]:
    """Every fact of the document as JSON values, in the order of the text."""
    return [entry(document, fact) for fact in extract(document)]


def entry(document: Document, fact: Fact) -> dict[str, Any]:
    """One fact as JSON values; offsets are characters of `document.text`."""
    base: dict[str, Any] = {
        "kind": fact.kind,
        "text": document[fact.span],
        "start": fact.span.start,
        "end": fact.span.end,
        "value": None,
        "sentence": document[fact.sentence],
    }
    value = fact.value
    if isinstance(value, DateValue):
        _date(base, value)
    else:
        base["value"] = _figure(value)
    if fact.counted:
        base["counted"] = fact.counted
    if fact.hedge:
        base["hedge"] = fact.hedge
    if fact.group is not None:
        base["group"] = fact.group
    if fact.flags:
        base["flags"] = list(fact.flags)
    if fact.in_junk:
        base["in_junk"] = True
    return base


def _date(base: dict[str, Any], value: DateValue) -> None:
    base["value"] = value.edtf
    if value.needs_context:
        base["needs_context"] = True
    if value.part:
        base["part"] = value.part
    if value.approximate:
        base["approximate"] = True
    if value.ambiguous:
        base["ambiguous"] = True
    if value.edtf is None and value.month:
        base["month"] = value.month
        base["day"] = value.day


def _figure(value: FigureValue) -> dict[str, Any]:
    return {
        "number": json_number(value.number),
        "number_high": json_number(value.number_high) if value.number_high else None,
        "unit": value.unit,
        "approximate": value.approximate,
        "bound": value.bound,
    }


def json_number(text: str) -> int | float:
    """A decimal string as a JSON number: whole where it is whole."""
    number = float(text)
    return int(text) if text.lstrip("-").isdigit() else int(number) if number.is_integer() else number
