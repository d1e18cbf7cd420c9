"""How does a fact become a question? Every safe way of asking it is tried; the best one without a flaw is kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from content.askable import askable, doubted, refused, year_of_season
from content.asking import plainly, with_gap, year_near, year_told
from content.bounds import signed_year, year_of_report
from content.candidates import dates, lists
from content.candidates.candidate import Asked, Candidate
from content.candidates.clause import marked, statement
from content.candidates.clauses import clauses
from content.candidates.hedging import is_capping, unhedged
from content.candidates.mark import MARK
from content.candidates.named_by_date import named_by_date
from content.candidates.nouns import content_words
from content.candidates.parted import is_parted
from content.candidates.references import resolve
from content.candidates.seams import is_badly_sewn
from content.candidates.setting import Setting
from content.candidates.variants import variants
from content.dated import JOINED_DATES, may_be_joined
from content.document import Span
from content.entries import named_above, within_entry
from content.facts.fact import Fact
from content.flaws import LIST_TEMPLATES, flaw
from content.listed import listed
from content.minor import is_minor
from content.neighbours import is_dated_list
from content.rank import CUT, NEWS_CUT, score
from content.readings import clean
from content.severed import is_severed
from content.shown import key_in, shown_years, spread_years
from content.source import Source, label
from content.tables import tabled

_LANGUAGES = ("en",)
"""The languages whose sentences can be turned into questions; facts are read in more."""

_FROM_UNTIL = re.compile(rf"\bfrom (?:(?:the |its |his )?[a-z]+ in )?{MARK},? (?:until|till|to (?:his|her|its|their) )")
"""“… led the Union from 1879 until her death”: a stretch, of which only the begin is a date."""


_PRONOUN_FIRST = re.compile(
    rf"(?:(?:In|On|By) {MARK},? )?(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\b"
)
_NAME_WITHIN = re.compile(r"(?<=[ (])[A-Z][a-z]")
_BESIDE = ("relative", "appositive", "where")
"""What a sentence tells beside its statement."""
_FEAST = re.compile(
    r"\b(?:(?:Easter|Good|Whit|Palm|Ash|Maundy|Shrove|Holy) $"
    r"|(?P<day>(?:Christmas|New Year[’']s|Boxing|Ascension|Midsummer|Bastille|Independence) (?:Day|Eve),? $))"
)
_SEASON = re.compile(r"\bthe (?:spring|summer|autumn|fall) of $", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_FOUNDED = re.compile(
    r"^(?P<what>[^,]+?) (?:was|were) (?:first |originally )?"
    r"(?:founded|built|rebuilt|begun|opened|established|created|set up|started|formed|erected|completed|launched)\b"
)
_LONGEST = 1500
"""Characters of a sentence that somebody wrote."""
_LATELY = 5
_RESULTING = re.compile(r"\b([Tt]he) (?:resulting|ensuing|subsequent|said|aforementioned) (?=[A-Z])")
"""“The resulting Compact”: of what it resulted from the question tells nothing."""
_CLOSED = ("not_a_statement", "many_dates", "range")


def best(source: Source, fact: Fact) -> Candidate | str:
    """The best sound question on a fact, or the code of why there is none."""
    if source.document.language not in _LANGUAGES:
        return "language"
    fact = year_of_season(source.document, fact)
    reason = refused(fact) or doubted(source.document, fact)
    if reason:
        return reason
    index = source.outline.at(fact.span.start)
    if index is None:
        return "not_in_body"
    told = askable(source.document, fact)
    if told is None:
        return "form"
    kind, span = told
    reason = "no_way_to_ask"
    points, candidate = -inf, None
    cut = NEWS_CUT if source.news else CUT
    tried: set[str] = set()
    for ways in (_ways, _shorter, _named):
        for made in ways(source, fact, kind, span, index, tried):
            if isinstance(made, str):
                reason = made
                continue
            worth = score(made, source.year, cut)
            if candidate and worth <= points:
                continue  # it would not be taken, flawed or not: a score costs a quarter of a look for flaws
            flawed = "not_worth_it" if worth < cut else flaw(made) or _flaw_in_text(source, made)
            if flawed:
                reason = flawed
                continue
            points, candidate = worth, made
        if candidate:
            break
    if candidate is None:
        return reason
    return candidate if candidate.label else replace(candidate, label=label(candidate.line))


def _flaw_in_text(source: Source, made: Candidate) -> str | None:
    """The code of what only the whole text shows to be wrong with the candidate."""
    if is_severed(source, made):
        return "vague"
    return "not_worth_it" if made.template not in LIST_TEMPLATES and is_minor(source, made) else None


def lived(source: Source, fact: Fact) -> Iterator[Candidate | str]:
    """The questions on birth and death for the stretch in brackets behind a name; the codes of why one is not asked."""
    section = source.document.sections[fact.section]
    told = " ".join((source.document.title, *section.path))
    for end, life in source.lives[fact.span]:
        asked = askable(source.document, end)
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


def _ways(
    source: Source, fact: Fact, kind: Asked, span: Span, index: int, tried: set[str]
) -> Iterator[Candidate | str]:
    """Every way of asking the fact, or the codes of why one is closed."""
    unit = source.outline.units[index]
    table = source.tables.get(index)
    if table is not None:
        yield from tabled(source, fact, kind, span, index, table)
        return
    if unit.kind == "bullet":
        entry = lists.entry_around(source.document.text, span, unit.span)
        if fact.kind == "figure" and lists.is_set_before(entry.line):
            yield "list_entry"
            return
        stated = lists.is_statement(entry.line) and not lists.is_plain_label(entry.line)
        single = not stated and within_entry(source, fact, unit) is None
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
    if key_in(source.document[span], told) and not (kind == "month" and len(set(shown_years(told))) > 1):
        yield "gives_away"
        return
    yield from _stated(source, fact, kind, span, index, tried)


def _shorter(
    source: Source, fact: Fact, kind: Asked, span: Span, index: int, tried: set[str]
) -> Iterator[Candidate | str]:
    """The ways of asking a clause of a long sentence that states the fact by itself."""
    if source.outline.units[index].kind != "sentence" or source.tables.get(index) is not None:
        return
    read = _read_once(source, fact, kind, span, index)
    if isinstance(read, str):
        return
    whole, setting = read
    for clause in clauses(whole, dated=fact.kind != "date"):
        if _speaks_of_another(clause, whole) or is_parted(clause, whole):
            continue
        yield from _of_sentence(source, fact, kind, span, (clause, setting), tried)


def _named(
    source: Source, fact: Fact, kind: Asked, span: Span, index: int, tried: set[str]
) -> Iterator[Candidate | str]:
    """The question on what the sentence names together with its date ("the Clayton Act of 1914", "the … (1494)")."""
    unit = source.outline.units[index]
    path = source.document.sections[unit.section].path
    if fact.kind != "date" or unit.kind != "sentence" or source.tables.get(index) is not None:
        return
    if key_in(source.document[span], spread_years(" ".join((source.document.title, *path)))):
        return
    text = source.document.text
    line = " ".join(f"{text[unit.span.start : fact.span.start]}{MARK}{text[fact.span.end : unit.span.end]}".split())
    setting = Setting(source.names, unit.section, unit.span.start, source.names.title, path, ())
    for told in named_by_date(line, text, kind):
        made = _told(source, fact, kind, (span, unit.span), told, setting)
        yield from (made,) if isinstance(made, str) else plainly(source, made)


def _speaks_of_another(clause: str, whole: str) -> bool:
    """Does the clause begin with "he" or "it" where its own sentence has named somebody or something before?"""
    match = _PRONOUN_FIRST.match(clause)
    at = whole.find(clause[match.end() : match.end() + 20]) if match else -1
    return at > 0 and _NAME_WITHIN.search(whole, 1, at) is not None


def _stated(
    source: Source, fact: Fact, kind: Asked, span: Span, index: int, tried: set[str]
) -> Iterator[Candidate | str]:
    """The ways of asking a fact that stands in a sentence."""
    read = _read_once(source, fact, kind, span, index)
    if isinstance(read, str):
        yield read
        return
    whole, setting = read
    yield from _of_sentence(source, fact, kind, span, (whole, setting), tried)


def _read_once(source: Source, fact: Fact, kind: Asked, span: Span, index: int) -> tuple[str, Setting] | str:
    """The same as `_read`: a fact is asked in shorter ways right after the longer ones."""
    asked = (fact.span, kind, span, index)
    if source.read_last is None or source.read_last[0] != asked:
        source.read_last = (asked, _read(source, fact, kind, span, index))
    told: tuple[str, Setting] | str = source.read_last[1]
    return told


def _read(source: Source, fact: Fact, kind: Asked, span: Span, index: int) -> tuple[str, Setting] | str:
    """The fact's sentence with its mark, and where it stands; the code of why it cannot be asked."""
    unit = source.outline.units[index]
    sentence, earlier = unit.span, source.outline.earlier(index)
    if unit.kind == "bullet" and (entry := within_entry(source, fact, unit)) is not None:
        sentence, earlier = entry
    if sentence.end - sentence.start > _LONGEST:
        return "too_long"  # a list or ill will; rules look at it many times for each of its figures
    bare_day = kind == "month_day" and span.end == fact.span.end
    if bare_day and not (year_told(source, index) or year_near(source, fact, index)):
        return "relative_time"
    hole = _with_its_feast(source, fact.span) if fact.kind == "date" else span
    whole = marked(source.document[sentence], hole.start - sentence.start, hole.end - sentence.start) or ""
    if kind == "year" and hole != fact.span:
        # "on Christmas Day, 1842"
        whole = whole.replace(f"On {MARK}", f"In {MARK}").replace(f"on {MARK}", f"in {MARK}")
    if whole and unit.kind == "bullet" and whole[-1].isalnum():
        whole += "."  # entries of a list end without a full stop
    path = source.document.sections[unit.section].path
    where = unit.section, unit.span.start, source.names.title, path, earlier
    return whole, Setting(source.names, *where, listed=unit.kind == "bullet", end=unit.span.end)


def _of_sentence(
    source: Source, fact: Fact, kind: Asked, span: Span, told: tuple[str, Setting], tried: set[str]
) -> Iterator[Candidate | str]:
    """The ways of asking what one marked sentence states, without the statements that were tried before."""
    whole, setting = told
    unit = source.outline.units[source.outline.at(fact.span.start) or 0]
    line = _statement(whole, fact, kind)
    if line in _CLOSED:
        yield line
        return
    line = named_above(line, setting.earlier) if unit.kind == "bullet" else line
    for variant, text in variants(line):
        if is_badly_sewn(text, whole) or is_parted(text, whole):
            yield "not_a_statement"
            continue
        if variant in _BESIDE and (_is_of_old(source, fact) or (kind == "year" and _is_by_the_way(source, text))):
            yield "not_worth_it"
            continue
        if text in tried:
            continue
        if variant not in _BESIDE:
            tried.add(text)
        made = _told(source, fact, kind, (span, unit.span), (variant, text), setting)
        if isinstance(made, str):
            yield made
            continue
        yield from plainly(source, made)
        yield from with_gap(source, made)


def _with_its_feast(source: Source, span: Span) -> Span:
    """The date with the name of its day before it ("Easter Monday, 24 April 1916") or its season, asked of nobody."""
    if season := _SEASON.search(source.document.text, max(0, span.start - 15), span.start):
        return Span(season.start(), span.end)
    feast = _FEAST.search(source.document.text, max(0, span.start - 30), span.start)
    if feast is None or not (feast["day"] or _WEEKDAY.match(source.document.text, span.start)):
        return span
    return Span(feast.start(), span.end)


def _is_by_the_way(source: Source, line: str) -> bool:
    """Is it when something was founded or built that the text names only once, and beside what it tells?"""
    made = _FOUNDED.match(line)
    if made is None:
        return False
    named = re.sub(r"^(?:The|An?) ", "", made["what"]).split(" of ")[0].split(" in ")[0]
    return source.document.text.count(named) < 2 and named not in source.names.title


def _is_of_old(source: Source, fact: Fact) -> bool:
    """Is it a date of long before what a report or news tells of ("the museum, which was founded in 1926, had …")?"""
    told, year = year_of_report(source.document) or source.year, signed_year(fact)
    return year is not None and (source.news or (told is not None and told - year > _LATELY))


def _statement(whole: str, fact: Fact, kind: Asked) -> str:
    """What the marked sentence states of the fact; a code where it states nothing that can be asked."""
    if not whole:
        return "not_a_statement"
    if fact.kind == "date" and may_be_joined(whole) and JOINED_DATES.search(whole):
        return "many_dates"
    if "rom " in whole and _FROM_UNTIL.search(whole):
        return "range"
    line = statement(whole) or "not_a_statement"
    return line.replace(f"the {MARK}", MARK) if kind == "decade" else line


def _told(
    source: Source, fact: Fact, kind: Asked, spans: tuple[Span, Span], told: tuple[str, str], setting: Setting
) -> Candidate | str:
    """The statement with its hedge taken off and its references made good; a code where one cannot be."""
    (key, quote), (variant, text) = spans, told
    bare, hedge = unhedged(_RESULTING.sub(r"\1 ", text))
    if hedge and (is_capping(hedge) or fact.kind == "date"):
        return "hedged"
    resolved = resolve(bare, setting)
    if isinstance(resolved, str):
        return resolved
    document = source.document
    heading = document.sections[setting.section].heading
    context = _telling(resolved.line, heading, document.title) if resolved.by_heading else None
    words = document[key]
    return Candidate(fact, variant, "", words, key, quote, resolved.line, "", kind, context, resolved.cost, hedge)


def _telling(line: str, *titles: str) -> str | None:
    """The first heading that shares a noun with the statement."""
    words = content_words(line)
    return next((clean(title) for title in titles if content_words(title) & words), clean(titles[-1]))
