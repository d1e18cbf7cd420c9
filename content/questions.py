"""How does a fact become a question? Every safe way of asking it is tried; the best one without a flaw is kept."""

import re
from collections.abc import Iterator
from dataclasses import replace

from content.candidates import dates, figures, lists
from content.candidates.candidate import Asked, Candidate
from content.candidates.clause import MARK, is_bounding, is_capping, marked, statement, unhedged
from content.candidates.dates import split
from content.candidates.names import content_words
from content.candidates.references import resolve
from content.candidates.seams import is_badly_sewn
from content.candidates.setting import Setting
from content.candidates.variants import variants
from content.candidates.verbs import verbs
from content.dated import JOINED_DATES
from content.document import Document, Span
from content.entries import named_above, within_entry
from content.facts.fact import DateValue, Fact, FigureValue
from content.flaws import flaw
from content.listed import is_dated_list, listed
from content.looks import date_look, look, numeral_end
from content.rank import CUT, NEWS_CUT, score
from content.readings import clean
from content.severed import is_severed
from content.shown import key_in, shown_years, spread_years
from content.source import Source, is_measure, label
from content.tables import tabled
from lessons.items import BLANK

_REFUSED_FLAGS = ("broken_attribution", "rebased_money", "stale", "charged")
_DOUBT = re.compile(
    r"[^().;\n]{0,30}\((?:\?|[^()]{0,30}\b(?:uncertain|unsure|disputed|doubtful|approximate|probably|perhaps"
    r"|traditional)\b)"
)
_LANGUAGES = ("en",)
"""The languages whose sentences can be turned into questions; facts are read in more."""

_DIED = re.compile(r" (?:did|was) (?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+) (?:die|born|buried)\b")
_BORN = re.compile(r" was (?P<name>[A-Z][\w’'-]+) born\b")
_FROM_UNTIL = re.compile(rf"\bfrom {MARK},? (?:until|till|to (?:his|her|its|their) )")
"""“… led the Union from 1879 until her death”: a stretch, of which only the begin is a date."""
_DECADE = re.compile(r"^(?:the )?(\d{3}0s)$")
_ERA = re.compile(r"^\d{1,4} (?:BC|BCE|B\.C\.|AD|CE)$")
_DOCUMENT_NOUN = re.compile(r"\b[Tt]his (article|report|paper|study|chapter|essay|document|story)\b")


def best(source: Source, fact: Fact) -> Candidate | str:
    """The best sound question on a fact, or the code of why there is none."""
    if source.document.language not in _LANGUAGES:
        return "language"
    refused = _refused(fact) or _doubted(source.document, fact)
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
        reason = made if isinstance(made, str) else flaw(made) or ("vague" if is_severed(source, made) else None)
        if isinstance(made, str) or reason:
            reasons.append(reason or "")
            continue
        sound.append((score(made, source.year), made))
    if not sound:
        return reasons[-1] if reasons else "no_way_to_ask"
    points, candidate = max(sound, key=lambda pair: pair[0])
    if points < (NEWS_CUT if source.news else CUT):
        return "not_worth_it"
    return candidate if candidate.label else replace(candidate, label=label(candidate.line))


def lived(source: Source, fact: Fact) -> Iterator[Candidate | str]:
    """The questions on birth and death for the stretch in brackets behind a name; the codes of why one is not asked."""
    section = source.document.sections[fact.section]
    told = " ".join((source.document.title, *section.path))
    for end, life in source.lives[fact.span]:
        asked = _asked(source.document, end)
        words = source.document[end.span]
        if asked is None or key_in(words, told) or key_in(words[-4:], told):
            yield "gives_away"
            continue
        preposition, what = dates.WHEN[asked[0]]
        quote = source.outline.units[source.outline.at(fact.span.start) or 0].span
        yield Candidate(
            end,
            "date_main_verb",
            f"{preposition} {what} {life.auxiliary} {life.name} {life.verb}?",
            words,
            asked[1],
            quote,
            f"{life.name} {'was born' if life.verb == 'born' else 'died'} {preposition.lower()} {MARK}",
            label(f"{life.name} {life.verb}"),
            asked[0],
        )


def _doubted(document: Document, fact: Fact) -> str | None:
    """Do brackets right behind the fact say that it is not sure?"""
    return "approximate_date" if _DOUBT.match(document.text, fact.span.end, fact.span.end + 60) else None


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
    if fact.value.unit is None and fact.group is None:
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
    if shape is None or (shape.year is not None and shape.year < 100):
        return None
    if shape.day:
        return ("day" if shape.year else "month_day"), fact.span
    if shape.month:
        return ("month", fact.span) if shape.year else None
    return "year", fact.span


def _ways(source: Source, fact: Fact, kind: Asked, span: Span, index: int) -> Iterator[Candidate | str]:
    """Every way of asking the fact, or the codes of why one is closed."""
    unit = source.outline.units[index]
    table = source.tables.get(index)
    if table is not None:
        yield from tabled(source, fact, kind, span, index, table)
        return
    if unit.kind == "bullet":
        entry = lists.entry_around(source.document.text, span, unit.span)
        single = not lists.is_statement(entry.line) and within_entry(source, fact, unit) is None
        if single or (fact.kind == "date" and is_dated_list(source, fact, unit)):
            yield from listed(source, fact, kind, unit, span)
            return
    section = source.document.sections[unit.section]
    told = spread_years(" ".join((source.document.title, *section.path)))
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
    sentence, earlier = unit.span, source.outline.earlier(index)
    if unit.kind == "bullet" and (entry := within_entry(source, fact, unit)) is not None:
        sentence, earlier = entry
    hole = fact.span if fact.kind == "date" else span
    if (
        kind == "month_day"
        and span.end == fact.span.end
        and not (_year_told(source, index) or _year_near(source, fact, index))
    ):
        yield "relative_time"
        return
    line = marked(document[sentence], hole.start - sentence.start, hole.end - sentence.start)
    if line and unit.kind == "bullet" and line[-1].isalnum():
        line += "."  # entries of a list end without a full stop
    if line and fact.kind == "date" and JOINED_DATES.search(line):
        yield "many_dates"
        return
    whole = line or ""
    if line and _FROM_UNTIL.search(line):
        yield "range"
        return
    line = statement(line) if line else None
    if line and kind == "decade":
        line = line.replace(f"the {MARK}", MARK)
    if line is None:
        yield "not_a_statement"
        return
    section = document.sections[unit.section]
    setting = Setting(source.names, unit.section, unit.span.start, document.title, section.path, earlier)
    line = named_above(line, earlier) if unit.kind == "bullet" else line
    for variant, text in variants(line):
        if is_badly_sewn(text, whole):
            yield "not_a_statement"
            continue
        bare, hedge = unhedged(text)
        if hedge and (is_capping(hedge) or fact.kind == "date"):
            yield "hedged"
            continue
        resolved = resolve(bare, setting)
        if isinstance(resolved, str):
            yield resolved
            continue
        context = _telling(resolved.line, section.heading, document.title) if resolved.by_heading else None
        made = Candidate(
            fact,
            variant,
            "",
            document[span],
            span,
            unit.span,
            resolved.line,
            "",
            kind,
            context,
            resolved.cost,
            hedge,
        )
        yield from _asked_plainly(source, made)
        yield from _with_gap(source, made, variant)


def _year_told(source: Source, index: int) -> bool:
    """Do title, headings or the sentence print the year that a day without one belongs to?"""
    unit = source.outline.units[index]
    path = source.document.sections[unit.section].path
    return bool(shown_years(" ".join((source.document.title, *path, source.document[unit.span]))))


def _year_near(source: Source, fact: Fact, index: int) -> bool:
    """Is the year that the day takes the last one that the three sentences before it print?"""
    edtf = fact.value.edtf if isinstance(fact.value, DateValue) else None
    near = next((years for text in source.outline.earlier(index, 3) if (years := shown_years(text))), ())
    return bool(edtf) and len(set(near)) == 1 and str(edtf)[:4] == str(near[0])


def _telling(line: str, *titles: str) -> str | None:
    """The first heading that shares a noun with the statement."""
    words = content_words(line)
    return next((clean(title) for title in titles if content_words(title) & words), clean(titles[-1]))


def _with_year(source: Source, made: Candidate, stem: str) -> str | None:
    """The stem that asks for a day of its year, where nothing above prints that; None where none is known."""
    if made.asked != "month_day" or _year_shown(source, made, stem):
        return stem
    edtf = made.fact.value.edtf if isinstance(made.fact.value, DateValue) else None
    if not edtf or not edtf[:4].isdigit() or shown_years(stem):
        return None
    index = source.outline.at(made.quote.start) or 0
    sentence = source.document[source.outline.units[index].span]
    if int(edtf[:4]) not in shown_years(sentence) and not _year_near(source, made.fact, index):
        return None  # the year is the document's own, or guessed from far away
    return stem.replace("what day and month", f"what day and month of {edtf[:4]}", 1)


def _year_shown(source: Source, made: Candidate, stem: str) -> bool:
    """Do title, heading or stem print the year of a day that is asked without it?"""
    edtf = made.fact.value.edtf if isinstance(made.fact.value, DateValue) else None
    path = source.document.sections[made.fact.section].path
    shown = shown_years(" ".join((source.document.title, *path, stem)))
    return set(shown) == {int(edtf[:4])} if edtf and edtf[:4].isdigit() else len(set(shown)) == 1


def _asked_plainly(source: Source, made: Candidate) -> Iterator[Candidate | str]:
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
    unit = made.fact.value.unit or ""
    counted = not is_measure(made.fact.value)
    money = len(unit) == 3 and unit.isupper()
    if made.template in ("relative", "where"):
        return
    bounded = made.hedge is not None and is_bounding(made.hedge)
    for template, stem in figures.questions(made.line, counted, money, source.names):
        if not bounded:
            yield made.asking(template, stem)
        elif template == "figure_subject":
            yield made.asking(template, f"{(made.hedge or '').capitalize()} how many {stem.removeprefix('How many ')}")


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


def _told_simply(line: str) -> str:
    """ "Had negotiated" as "negotiated" in the main clause, where the two forms are alike."""
    parts = split(line)
    if parts is None or parts.verb != "had" or parts.rest.partition(" ")[0] not in verbs().past:
        return line
    return line.replace(f" had {parts.rest[:12]}", f" {parts.rest[:12]}", 1)


def _with_gap(source: Source, made: Candidate, variant: str) -> Iterator[Candidate | str]:
    """The statement with a gap."""
    if made.asked in ("decade", "era"):
        yield "no_way_to_ask"
        return
    if made.line.startswith(MARK):
        yield "gap_first"
        return
    made = replace(made, line=_told_simply(made.line))
    stem = made.line.replace(MARK, BLANK) + "."
    if made.asked == "month_day" and not _year_shown(source, made, stem):
        yield "relative_time"
        return
    yield made.asking("cloze_date" if made.asked != "figure" else "cloze_figure", stem)
