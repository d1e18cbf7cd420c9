"""What of a fact can be asked, and which of its words are the key? Doubtful, charged and ranging facts are refused."""

import re
from dataclasses import replace

from content.candidates.candidate import Asked
from content.document import Document, Span
from content.facts.fact import DateValue, Fact, FigureValue
from content.looks import date_look, look, numeral_end
from content.source import is_measure

_REFUSED_FLAGS = ("broken_attribution", "rebased_money", "stale", "charged")
_DOUBT = re.compile(
    r"[^().;\n]{0,30}\((?:\?|[^()]{0,30}\b(?:uncertain|unsure|disputed|doubtful|approximate|probably|perhaps"
    r"|traditional)\b)"
)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?")
_HEADS = re.compile(
    r"\b(?:population|membership|attendance|enrolment|enrollment|circulation)\b(?:(?!\. )[^;,]){0,60}$", re.IGNORECASE
)
_MODEL = re.compile(r"-(?:type|class|series|model)\b")
"""“636-type submarines”: a name, though it looks like a figure."""
_DECADE = re.compile(r"^(?:the )?(\d{3}0s)$")
_SEASON = re.compile(r"(?:spring|summer|autumn|fall) of (?P<year>1\d{3}|20\d\d)", re.IGNORECASE)
"""A season of one year; a winter lies in two."""
_EARLY = re.compile(r"0[0-5]\d\d(?:-|$)")
_ERA = re.compile(r"^\d{1,4} (?:BC|BCE|B\.C\.|AD|CE)$")


def doubted(document: Document, fact: Fact) -> str | None:
    """Do brackets right behind the fact say that it is not sure?"""
    return "approximate_date" if _DOUBT.match(document.text, fact.span.end, fact.span.end + 60) else None


def year_of_season(document: Document, fact: Fact) -> Fact:
    """The year alone of what happened "in the summer of 1728"; any other fact as it is."""
    season = _SEASON.fullmatch(document[fact.span]) if fact.kind == "date" else None
    if season is None or not isinstance(fact.value, DateValue) or fact.flags:
        return fact
    if document.text[max(0, fact.span.start - 7) : fact.span.start].lower() != "in the ":
        return fact
    year = Span(fact.span.start + season.start("year"), fact.span.end)
    return replace(fact, span=year, value=replace(fact.value, edtf=season["year"]))


def refused(fact: Fact) -> str | None:
    """The code of why a fact is never asked; None where it may be."""
    for flag in _REFUSED_FLAGS:
        if flag in fact.flags:
            return flag
    value = fact.value
    if isinstance(value, FigureValue):
        if value.number_high is not None:
            return "range"
        return "ordinal" if value.unit == "ordinal" else None
    if value.ambiguous:
        return "ambiguous_date"
    return "approximate_date" if value.approximate or value.part or (value.edtf and "/" in value.edtf) else None


def askable(document: Document, fact: Fact) -> tuple[Asked, Span] | None:
    """What can be asked of the fact, and the span of its key; None where its form is not one we can vary."""
    words = document[fact.span]
    if isinstance(fact.value, DateValue):
        weekday = _WEEKDAY.match(words)
        if _of_either_era(document, words, fact.value):
            return None
        return _asked_date(words, fact) if weekday is None else _without(weekday.end(), words, fact)
    shape = look(words)
    if shape is None or shape.value < 2 or _MODEL.search(document.text[fact.span.start : fact.span.end + 7]):
        return None
    if fact.value.unit is None and fact.group is None and not _is_of_people(document, fact):
        return None
    if is_measure(fact.value):
        return "figure", fact.span
    if shape.worded and shape.value < 3:
        return None
    return "figure", Span(fact.span.start + len(shape.before), fact.span.start + numeral_end(words, shape))


def _of_either_era(document: Document, words: str, value: DateValue) -> bool:
    """Is it an early year without its era, in a text that counts years before our era ("in 483")?"""
    if not value.edtf or not _EARLY.match(value.edtf) or words.endswith(("C", "C.", "E", "E.", "AD", "A.D.")):
        return False
    return any(sign in document.text for sign in (" BC", "B.C."))


def _is_of_people(document: Document, fact: Fact) -> bool:
    """Is it the bare figure of a population, a membership, an attendance, which needs no noun behind it?"""
    return _HEADS.search(document.text[max(0, fact.span.start - 90) : fact.span.start]) is not None


def _without(weekday: int, words: str, fact: Fact) -> tuple[Asked, Span] | None:
    """The same of a date told with its day of the week, which is none of the key."""
    asked = _asked_date(words[weekday:], replace(fact, span=Span(fact.span.start + weekday, fact.span.end)))
    return asked if asked is None or asked[0] == "day" else None


def _asked_date(words: str, fact: Fact) -> tuple[Asked, Span] | None:
    if decade := _DECADE.match(words):
        return "decade", Span(fact.span.end - len(decade.group(1)), fact.span.end)
    if _ERA.match(words):
        return "era", fact.span
    shape = date_look(words)
    if shape is None or (shape.year is not None and shape.year < 100 and not words.endswith(("C", "CE", "AD"))):
        return None
    if shape.day:
        return ("day" if shape.year else "month_day"), fact.span
    if shape.month:
        return ("month", fact.span) if shape.year else None
    return "year", fact.span
