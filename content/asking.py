"""With which words is a statement asked? As a question proper in the templates that proved safe, or with a gap."""

import re
from collections.abc import Iterator
from dataclasses import replace

from content.candidates import dates, figures
from content.candidates.amounts import Counted
from content.candidates.candidate import Candidate
from content.candidates.hedging import is_bounding
from content.candidates.mark import MARK
from content.candidates.plain import split
from content.candidates.verbs import verbs
from content.facts.fact import DateValue, Fact, FigureValue
from content.looks import look
from content.shown import shown_years
from content.source import Source, is_measure
from lessons.items import BLANK

_BESIDE = ("relative", "where", "appositive")
"""A figure told beside the statement is told by the way."""
_DIED = re.compile(r" (?:did|was) (?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+) (?:die|born|buried)\b")
_BORN = re.compile(r" was (?P<name>[A-Z][\w’'-]+) born\b")


def year_told(source: Source, index: int) -> bool:
    """Do title, headings or the sentence print the year that a day without one belongs to?"""
    unit = source.outline.units[index]
    path = source.document.sections[unit.section].path
    return bool(shown_years(" ".join((source.document.title, *path, source.document[unit.span]))))


def year_near(source: Source, fact: Fact, index: int) -> bool:
    """Is the year that the day takes the last one that the three sentences before it print?"""
    edtf = fact.value.edtf if isinstance(fact.value, DateValue) else None
    near = next((years for text in source.outline.earlier(index, 3) if (years := shown_years(text))), ())
    return bool(edtf) and len(set(near)) == 1 and str(edtf)[:4] == str(near[0])


def _with_year(source: Source, made: Candidate, stem: str) -> str | None:
    """The stem that asks for a day of its year, where nothing above prints that; None where none is known."""
    if made.asked != "month_day" or _year_shown(source, made, stem):
        return stem
    edtf = made.fact.value.edtf if isinstance(made.fact.value, DateValue) else None
    if not edtf or not edtf[:4].isdigit() or shown_years(stem):
        return None
    index = source.outline.at(made.quote.start) or 0
    sentence = source.document[source.outline.units[index].span]
    if int(edtf[:4]) not in shown_years(sentence) and not year_near(source, made.fact, index):
        return None  # the year is the document's own, or guessed from far away
    return stem.replace("what day and month", f"what day and month of {edtf[:4]}", 1)


def _year_shown(source: Source, made: Candidate, stem: str) -> bool:
    """Do title, heading or stem print the year of a day that is asked without it?"""
    edtf = made.fact.value.edtf if isinstance(made.fact.value, DateValue) else None
    path = source.document.sections[made.fact.section].path
    shown = shown_years(" ".join((source.document.title, *path, stem)))
    return set(shown) == {int(edtf[:4])} if edtf and edtf[:4].isdigit() else len(set(shown)) == 1


def _year_behind(source: Source, made: Candidate) -> str:
    """The year of a day that is asked without it, as the sentence prints it behind the day (" 1916", ", 1916")."""
    if made.asked != "month_day" or made.span.end >= made.fact.span.end:
        return ""
    path = source.document.sections[made.fact.section].path
    told = shown_years(" ".join((source.document.title, *path)))
    return "" if len(set(told)) == 1 else source.document.text[made.span.end : made.fact.span.end]


def plainly(source: Source, made: Candidate) -> Iterator[Candidate | str]:
    """The questions proper."""
    if made.asked != "figure":
        by = dates.by_when(made.line, made.asked, source.names)
        if by:
            yield made.asking(*by)
        for template, asked, event in dates.questions(made.line, made.asked, source.names):
            if _of_a_relative(asked, source.names.topic):
                yield "not_worth_it"
                continue
            stem = _with_year(source, made, asked)
            if stem is None:
                yield "relative_time"
                continue
            whole = event if event and event in source.document[made.quote] and event[0].isupper() else None
            yield made.asking(template, stem, whole)
        return
    assert isinstance(made.fact.value, FigureValue)
    if made.template in ("relative", "where"):
        return
    bounded = made.hedge is not None and is_bounding(made.hedge)
    for template, stem in figures.questions(made.line, _what(made.fact.value), source.names):
        if not bounded:
            yield made.asking(template, stem)
        elif template == "figure_subject":
            yield made.asking(template, f"{(made.hedge or '').capitalize()} how many {stem.removeprefix('How many ')}")


def _what(value: FigureValue) -> Counted:
    unit = value.unit or ""
    if not is_measure(value):
        return "count"
    return "share" if unit == "%" else "money" if len(unit) == 3 and unit.isupper() else "measure"


def _of_a_relative(stem: str, topic: str | None) -> bool:
    """Is it the day on which somebody died who only bears the name of whom the text is about?"""
    if topic and (born := _BORN.search(stem)) and born["name"] not in topic:
        return True  # a child or another of whom only the first name is told
    match = _DIED.search(stem) if topic else None
    if match is None or topic is None:
        return False
    return (
        match["name"].split()[-1] == topic.split()[-1] and not topic.endswith(match["name"]) and match["name"] != topic
    )


def _is_round(key: str) -> bool:
    """Is the figure one of a digit or two, a bound rather than what was counted?"""
    shape = look(key)
    return shape is None or (shape.digits < 3 and not shape.decimals)


def _told_simply(line: str) -> str:
    """ "Had negotiated" as "negotiated" in the main clause, where the two forms are alike."""
    parts = split(line)
    if parts is None or parts.verb != "had" or parts.rest.partition(" ")[0] not in verbs().past:
        return line
    return line.replace(f" had {parts.rest[:12]}", f" {parts.rest[:12]}", 1)


def with_gap(source: Source, made: Candidate) -> Iterator[Candidate | str]:
    """The statement with a gap."""
    if made.asked in ("decade", "era"):
        yield "no_way_to_ask"
        return
    if made.asked == "figure" and made.template in _BESIDE and "-" not in made.key:
        yield "not_worth_it"
        return
    if made.hedge is not None and is_bounding(made.hedge) and _is_round(made.key):
        yield "hedged"  # of "more than 200" 300 would be no less right
        return
    if made.line.startswith(MARK):
        yield "gap_first"
        return
    told = _told_simply(made.line)
    made = made if told == made.line else replace(made, line=told)
    behind = _year_behind(source, made)
    stem = made.line.replace(MARK, BLANK + behind) + "."
    if made.asked == "month_day" and not behind and not _year_shown(source, made, stem):
        yield "relative_time"
        return
    yield made.asking("cloze_date" if made.asked != "figure" else "cloze_figure", stem)
