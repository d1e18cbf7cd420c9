"""How do hits become facts? Block by block: scan, sentences, years from context, lists, flags."""

from collections.abc import Iterator
from dataclasses import replace

from content.document import Block, Document, Span
from content.facts.context import Anchor, with_year
from content.facts.fact import DateValue, Fact
from content.facts.figure_facts import figure_fact, hedge_words
from content.facts.flags import sentence_flags
from content.facts.hit import DateHit
from content.facts.line import Line, tokenise
from content.facts.lists import grouped
from content.facts.moment import Moment, interval
from content.facts.order import settled
from content.facts.scan import Hit, scan
from content.facts.words import Vocabulary, vocabulary
from content.sentences import sentences

FUTURE = ("will", "next", "shall", "upcoming", "plans", "due")
SMALL_YEAR = 50
"""A year in two digits is the one nearest to the story, so many years to either side."""


def read_facts(document: Document) -> tuple[Fact, ...]:
    """Every fact of the document, in the order of the text."""
    words = vocabulary(document.language)
    anchor = Anchor(document=document_moment(document.date))
    found: list[Fact] = []
    for number, section in enumerate(document.sections):
        for block in section.blocks:
            found += _of_block(document, number, block, anchor, words)
    facts = tuple(sorted(found, key=lambda fact: (fact.span.start, fact.span.end)))
    return grouped(document, settled(document, facts))


def document_moment(edtf: str | None) -> Moment | None:
    """The moment of a plain EDTF date; None for anything else."""
    pieces = (edtf or "").removesuffix("~").split("-")
    if not pieces[0].isdigit() or not all(piece.isdigit() for piece in pieces):
        return None
    numbers = [int(piece) for piece in pieces[:3]]
    grain = ("year", "month", "day")[len(numbers) - 1]
    return Moment(grain, *numbers)  # type: ignore[arg-type]


def _of_block(document: Document, section: int, block: Block, anchor: Anchor, words: Vocabulary) -> Iterator[Fact]:
    """The facts of a block; a junk block is read line by line."""
    if block.kind != "junk":
        yield from _of_stretch(document, section, block, block.span, anchor, words)
        return
    at = block.span.start
    for line in document[block.span].splitlines(keepends=True):
        yield from _of_stretch(document, section, block, Span(at, at + len(line.rstrip())), anchor, words)
        at += len(line)


def _of_stretch(
    document: Document, section: int, block: Block, stretch: Span, anchor: Anchor, words: Vocabulary
) -> Iterator[Fact]:
    text = document.text
    line = tokenise(text, stretch.start, stretch.end, words.tongue)
    hits = list(scan(line, words, document.language))
    junk = block.kind == "junk"
    if block.kind in {"heading", "title"} or (block.kind == "paragraph" and _only_dates(line, hits)):
        anchor.enter_section([hit.moment for hit in hits if isinstance(hit, DateHit) and hit.moment.year])
    if not hits:
        return
    spans = [_span(line, hit) for hit in hits]
    parts = sentences(text, stretch, spans, document.language)
    later = _dated_ahead(hits, spans)
    at, flags = -1, tuple[str, ...]()
    for index, (hit, span) in enumerate(zip(hits, spans, strict=True)):
        before = at
        at = max(at, 0)
        while at + 1 < len(parts) and parts[at].end <= span.start:
            at += 1
        sentence = parts[at]
        if at != before and not junk:
            flags = sentence_flags(document[sentence], document.language)
        if isinstance(hit, DateHit):
            dated, borrowed = _dated(hit, later[index], sentence, anchor, line)
            if not borrowed and (early := _before_christ(hit, line, anchor, block.span.start)):
                dated, borrowed = early, True
            if not junk and not (dated.moment.year and dated.moment.year < 0 and borrowed):
                anchor.heard(_run_on(dated, line), block.span.start, borrowed=borrowed)
            value = _date_value(dated, needs_context=borrowed)
            codes = _date_flags(flags, dated)
            yield Fact("date", span, value, sentence, section, hedge=hedge_words(line, hit), flags=codes, in_junk=junk)
        else:
            yield figure_fact(line, hit, span, sentence, section, flags, document, junk=junk)


def _only_dates(line: Line, hits: list[Hit]) -> bool:
    """The line is nothing but a date, as over the entries of a chronicle."""
    return len(hits) == 1 and isinstance(hits[0], DateHit) and hits[0].start == 0 and hits[0].end >= len(line) - 1


def _span(line: Line, hit: Hit) -> Span:
    return Span(line.starts[hit.start], line.ends[hit.end - 1])


def _dated(
    hit: DateHit, later: tuple[int, Moment] | None, sentence: Span, anchor: Anchor, line: Line
) -> tuple[DateHit, bool]:
    """The hit with its year, and whether the year came from elsewhere."""
    if hit.moment.year is not None:
        return _in_century(hit, line, anchor), False
    if hit.moment.month is None:
        month = anchor.month_for()
        return (replace(hit, moment=replace(month, grain="day", day=hit.moment.day)), True) if month else (hit, True)
    ahead = later[1] if later and later[0] < sentence.end else None
    future = _ahead(line, hit.start)
    year = anchor.year_for(hit.moment, hit.look, ahead, future=future)
    return (with_year(hit, year), True) if year is not None else (hit, True)


def _ahead(line: Line, at: int) -> bool:
    """The words before a date tell of what is still to come."""
    if line.words[at - 1] in {"on", "in"} and line.words[at - 2] in {"is", "are"}:
        return True
    return any(word in FUTURE for word in line.words[max(0, at - 12) : at])


def _in_century(hit: DateHit, line: Line, anchor: Anchor) -> DateHit:
    """ "'65" after "1861" is 1865: the century of a year in two digits is that of the story."""
    year, story = hit.moment.year, anchor.last and anchor.last.year
    if not (year and story and line.words[hit.start] in {"'", "’", "‘"}) or hit.high or story >= 1950:
        return hit
    near = story + (year - story + SMALL_YEAR) % 100 - SMALL_YEAR
    return replace(hit, moment=hit.moment.in_year(near))


def _before_christ(hit: DateHit, line: Line, anchor: Anchor, block: int) -> DateHit | None:
    """ "In 479" behind "480 BC": a bare year below 1000 keeps the era of its paragraph."""
    if hit.high or hit.end - hit.start > 1 or line.kinds[hit.start] != "n" or line.words[hit.start - 1] == "ad":
        return None
    moment = anchor.era_for(hit.moment, block)
    return replace(hit, moment=moment) if moment else None


WINTER = 24


def _run_on(hit: DateHit, line: Line) -> DateHit:
    """ "the winter of 1941–42" carries the story into the later year."""
    two = line.words[hit.end - 2] in {"-", "–", "/"} and line.kinds[hit.end - 1] == "n" and hit.high is None
    if hit.moment.month != WINTER or hit.moment.year is None or not two:
        return hit
    return replace(hit, moment=hit.moment.in_year(hit.moment.year + 1))


PLAIN = frozenset({"day", "month", "year"})


def _dated_ahead(hits: list[Hit], spans: list[Span]) -> list[tuple[int, Moment] | None]:
    """For every hit the next one that prints a year: where it stands, and its moment."""
    found: list[tuple[int, Moment] | None] = [None] * len(hits)
    following: tuple[int, Moment] | None = None
    for index in range(len(hits) - 1, -1, -1):
        found[index] = following
        hit = hits[index]
        if isinstance(hit, DateHit) and hit.moment.year and hit.strength and hit.moment.grain in PLAIN:
            following = (spans[index].start, hit.moment)
    return found


def _date_value(hit: DateHit, *, needs_context: bool) -> DateValue:
    moment = hit.moment
    if hit.high:
        edtf = interval(moment, hit.high)
        edtf = edtf.replace("/", "~/", 1) if edtf and hit.approximate else edtf
        edtf = edtf + "~" if edtf and hit.end_about else edtf
    elif hit.open_end:
        edtf = interval(moment, None)
    else:
        edtf = moment.edtf
    if edtf and hit.approximate and "/" not in edtf:
        edtf += "~"
    month = moment.month if moment.month and moment.month <= 12 else None
    return DateValue(edtf, month, moment.day, hit.part, hit.approximate, needs_context, moment.ambiguous)


def _date_flags(flags: tuple[str, ...], hit: DateHit) -> tuple[str, ...]:
    lasting = tuple(code for code in flags if code not in {"stale", "forecast"})
    return (*lasting, "hedged") if hit.approximate else lasting
