"""How does a fact become a question? Every safe way of asking it is tried; the best one without a flaw is kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from content.candidates import dates, figures, lists
from content.candidates.candidate import Asked, Candidate
from content.candidates.clause import MARK, is_capping, marked, statement, unhedged
from content.candidates.names import STARTERS, Names, content_words, singular
from content.candidates.references import Setting, resolve
from content.candidates.variants import variants
from content.candidates.verbs import is_finite
from content.document import Document, Span
from content.facts.fact import DateValue, Fact, FigureValue
from content.flaws import flaw, key_in
from content.looks import date_look, look, numeral_end
from content.outline import Outline, Unit
from content.rank import CUT, score
from content.readings import clean
from lessons.items import BLANK
from lessons.languages import language

_REFUSED_FLAGS = ("broken_attribution", "rebased_money", "stale", "forecast", "charged")
_DECADE = re.compile(r"^(?:the )?(\d{3}0s)$")
_ERA = re.compile(r"^\d{1,4} (?:BC|BCE|B\.C\.|AD|CE)$")
_DOCUMENT_NOUN = re.compile(r"\b[Tt]his (article|report|paper|study|chapter|essay|document|story)\b")


@dataclass
class Source:
    """A document with all that its questions need to know about it."""

    document: Document
    outline: Outline
    facts: tuple[Fact, ...]
    names: Names = field(init=False)
    noun: str = field(init=False)
    year: int | None = field(init=False)

    def __post_init__(self) -> None:
        self.names = Names(self.document)
        match = _DOCUMENT_NOUN.search(self.document.text[:20000])
        self.noun = match.group(1) if match else "text"
        self.year = int(self.document.date[:4]) if self.document.date and self.document.date[:4].isdigit() else None

    @cached_property
    def groups(self) -> dict[int, tuple[Fact, ...]]:
        """The facts of each list."""
        found: dict[int, list[Fact]] = {}
        for fact in self.facts:
            if fact.group is not None:
                found.setdefault(fact.group, []).append(fact)
        return {number: tuple(facts) for number, facts in found.items()}


def best(source: Source, fact: Fact) -> Candidate | str:
    """The best sound question on a fact, or the code of why there is none."""
    refused = _refused(fact)
    if refused:
        return refused
    index = source.outline.at(fact.span.start)
    if index is None:
        return "not_in_body"
    asked = _asked(source.document, fact)
    if asked is None:
        return "form"
    kind, span = asked
    reasons: list[str] = []
    sound: list[tuple[float, Candidate]] = []
    for made in _ways(source, fact, kind, span, index):
        reason = made if isinstance(made, str) else flaw(made)
        if isinstance(made, str) or reason:
            reasons.append(reason or "")
            continue
        sound.append((score(made, source.year), made))
    if not sound:
        return reasons[-1] if reasons else "no_way_to_ask"
    points, candidate = max(sound, key=lambda pair: pair[0])
    return candidate if points >= CUT else "not_worth_it"


def _refused(fact: Fact) -> str | None:
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


def _asked(document: Document, fact: Fact) -> tuple[Asked, Span] | None:
    """What can be asked of the fact, and the span of its key; None where its form is not one we can vary."""
    words = document[fact.span]
    if isinstance(fact.value, DateValue):
        return _asked_date(words, fact)
    shape = look(words)
    if shape is None or shape.value < 2:
        return None
    if is_measure(fact.value):
        return "figure", fact.span
    if shape.worded and shape.value < 3:
        return None
    return "figure", Span(fact.span.start + len(shape.before), fact.span.start + numeral_end(words, shape))


def _asked_date(words: str, fact: Fact) -> tuple[Asked, Span] | None:
    if decade := _DECADE.match(words):
        return "decade", Span(fact.span.end - len(decade.group(1)), fact.span.end)
    if _ERA.match(words):
        return "era", fact.span
    shape = date_look(words)
    if shape is None or (shape.year is not None and shape.year < 1000):
        return None
    if shape.day:
        return ("day" if shape.year else "month_day"), fact.span
    if shape.month:
        return ("month", fact.span) if shape.year else None
    return "year", fact.span


def is_measure(value: FigureValue) -> bool:
    """Is the figure an amount of money, a share or a measure, so that its unit belongs to the key?"""
    unit = value.unit
    if unit is None:
        return False
    return unit == "%" or (len(unit) == 3 and unit.isupper()) or unit in _measures()


def _measures() -> frozenset[str]:
    return frozenset(unit.names[0] for unit in language("en").units)


def _ways(source: Source, fact: Fact, kind: Asked, span: Span, index: int) -> Iterator[Candidate | str]:
    """Every way of asking the fact, or the codes of why one is closed."""
    unit = source.outline.units[index]
    if unit.kind == "bullet":
        entry = lists.entry_around(source.document.text, span, unit.span)
        if not lists.is_statement(entry.line):
            yield from _listed(source, fact, kind, unit, span)
            return
    section = source.document.sections[unit.section]
    told = " ".join((source.document.title, *section.path))
    words = source.document[span]
    if kind == "day" and key_in(words[-4:], told):
        cut = re.search(r",?\s*\d{4}$", words)
        if cut:
            kind, span = "month_day", Span(span.start, span.start + cut.start())
    if key_in(source.document[span], told):
        yield "gives_away"
        return
    yield from _stated(source, fact, kind, span, index)


def _stated(source: Source, fact: Fact, kind: Asked, span: Span, index: int) -> Iterator[Candidate | str]:
    """The ways of asking a fact that stands in a sentence."""
    unit = source.outline.units[index]
    document = source.document
    hole = fact.span if fact.kind == "date" else span
    line = marked(document[unit.span], hole.start - unit.span.start, hole.end - unit.span.start)
    line = statement(line) if line else None
    if line and kind == "decade":
        line = line.replace(f"the {MARK}", MARK)
    if line is None:
        yield "not_a_statement"
        return
    section = document.sections[unit.section]
    setting = Setting(
        source.names, unit.section, unit.span.start, document.title, section.path, source.outline.before(index)
    )
    for variant, text in variants(line):
        bare, hedge = unhedged(text)
        if hedge and (is_capping(hedge) or fact.kind == "date"):
            yield "hedged"
            continue
        resolved = resolve(bare, setting)
        if isinstance(resolved, str):
            yield resolved
            continue
        context = clean(section.heading or document.title) if resolved.by_heading else None
        made = Candidate(
            fact,
            variant,
            "",
            document[span],
            span,
            unit.span,
            resolved.line,
            label(resolved.line),
            kind,
            context,
            resolved.cost,
            hedge,
        )
        yield from _asked_plainly(source, made)
        yield from _with_gap(source, made, variant)


def _asked_plainly(source: Source, made: Candidate) -> Iterator[Candidate]:
    """The questions proper."""
    if made.asked != "figure":
        by = dates.by_when(made.line, made.asked, source.names)
        if by:
            yield replace(made, template=by[0], stem=by[1])
        for template, stem, event in dates.questions(made.line, made.asked, source.names):
            whole = event if event and event in source.document[made.quote] and event[0].isupper() else None
            yield replace(made, template=template, stem=stem, event=whole)
        return
    assert isinstance(made.fact.value, FigureValue)
    unit = made.fact.value.unit or ""
    counted = not is_measure(made.fact.value)
    money = len(unit) == 3 and unit.isupper()
    for template, stem in figures.questions(made.line, counted, money, source.names):
        yield replace(made, template=template, stem=stem)


def _with_gap(source: Source, made: Candidate, variant: str) -> Iterator[Candidate | str]:
    """The statement with a gap."""
    if made.asked in ("decade", "era"):
        yield "no_way_to_ask"
        return
    if made.line.startswith(MARK):
        yield "gap_first"
        return
    stem = made.line.replace(MARK, BLANK) + "."
    yield replace(made, template="cloze_date" if made.asked != "figure" else "cloze_figure", stem=stem)


def _listed(source: Source, fact: Fact, kind: Asked, unit: Unit, span: Span) -> Iterator[Candidate | str]:
    """The ways of asking an entry of a list."""
    document = source.document
    value = fact.value
    money = isinstance(value, FigureValue) and (
        value.unit == "%" or (len(value.unit or "") == 3 and (value.unit or "").isupper())
    )
    if isinstance(value, FigureValue) and not money:
        shape = look(document[span])
        if shape is not None:
            span = Span(span.start + len(shape.before), span.start + numeral_end(document[span], shape))
    entry = lists.entry_around(document.text, span, unit.span)
    if entry.line.count(MARK) != 1:
        yield "form"
        return
    heading = clean(document.sections[unit.section].heading or document.title)
    heading = re.sub(r"^\d{1,2}[.)] ", "", heading).rstrip(".:")
    made = lists.stem(entry.line, heading=heading, document_noun=source.noun, date=fact.kind == "date", money=money)
    if made is None:
        yield "list_entry"
        return
    template, stem, name = made
    siblings = (
        tuple(other for other in source.groups.get(fact.group, ()) if other is not fact)
        if fact.group is not None
        else ()
    )
    context = _lead_in(source, fact)
    if context and key_in(document[span], context):
        context = None
    yield Candidate(
        fact,
        template,
        stem,
        document[span],
        span,
        unit.span,
        entry.line,
        label(name),
        kind,
        context,
        0.0,
        fact.hedge,
        siblings,
    )


def _lead_in(source: Source, fact: Fact) -> str | None:
    """The sentence that says what the list is of: its lead-in, or the one before where the lead-in names nobody."""
    if fact.lead_in is None:
        return None
    index = source.outline.at(fact.lead_in.start)
    told = clean(source.document[fact.lead_in])
    before = source.outline.before(index) if index is not None else None
    for sentence in (told, clean(before) if before else ""):
        named = any(word[:1].isupper() and word.lower() not in STARTERS for word in sentence.split()[1:])
        if named and len(sentence.split()) <= 32:
            return sentence
    return None


def label(line: str) -> str:
    """The first words of a statement that tell it from others, for an id that small edits leave alone."""
    words = [word.rstrip(",.-") for word in re.findall(r"[A-Za-z][\w’'-]+", line)]
    kept = [singular(word) for word in words if word and word.lower() not in STARTERS and not _plain_auxiliary(word)]
    return " ".join(kept[:4])


def _plain_auxiliary(word: str) -> bool:
    return word.lower() in ("was", "were", "is", "are", "had", "has", "have", "been", "did")


__all__ = ["Source", "best", "content_words", "is_measure", "label"]
