"""Does this document write the day or the month first? Its unambiguous dates settle the ambiguous ones."""

import re
from dataclasses import replace

from content.document import Document
from content.facts.fact import DateValue, Fact

NUMERIC = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}")


def settled(document: Document, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts, with ambiguous numeric dates read in the document's own order where it shows one."""
    if not any(isinstance(fact.value, DateValue) and fact.value.ambiguous for fact in facts):
        return facts
    day_first = month_first = False
    for fact in facts:
        match = NUMERIC.fullmatch(document[fact.span]) if fact.kind == "date" else None
        if match:
            day_first |= int(match.group(1)) > 12
            month_first |= int(match.group(2)) > 12
    if day_first == month_first:
        return facts
    return tuple(_read(fact, day_first=day_first) for fact in facts)


def _read(fact: Fact, *, day_first: bool) -> Fact:
    value = fact.value
    if not isinstance(value, DateValue) or not value.ambiguous or value.edtf is None:
        return fact
    year, month, day = value.edtf.split("-")
    if day_first:
        month, day = day, month
    sure = replace(value, edtf=f"{year}-{month}-{day}", month=int(month), day=int(day), ambiguous=False)
    return replace(fact, value=sure)
