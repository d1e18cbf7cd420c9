"""The whole line on one page: documents become facts, facts questions, questions and readings a pack."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from content import items, pairs
from content.assembly import seat, settled
from content.candidates.candidate import Candidate
from content.candidates.dates import lowered
from content.candidates.mark import MARK
from content.candidates.people import hero, titled_hero
from content.compared import with_comparisons
from content.conflicts import Conflict, conflicts
from content.document import Document
from content.explain import Looked
from content.facts import extract
from content.facts.fact import Fact
from content.flaws import LIST_TEMPLATES
from content.framing import framed
from content.options import decoys
from content.outline import outline
from content.pools import Pools
from content.questions import best, lived
from content.readings import Window, cards, clean, shortened, windows
from content.report import BuildReport, Skipped, junk
from content.slugs import digest, slug, unique
from content.source import Source
from content.tone import is_charged
from content.uncollected import uncollected
from lessons.items import Item
from lessons.pack import Lesson, Pack, Reading
from lessons.source import READING
from lessons.source import Source as Origin

READINGS_A_LESSON = 10
ARGUES = 0.15
"""Share of charged sentences from which a text is taken to argue a view."""

NOTICE = "This text argues a view. Figures are as the text gives them."

_BY_THEN = re.compile(rf"\b[Bb]y {MARK}")

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Built:
    """The pack and what became of the documents; `looked` is what `content.explain` tells it from."""

    pack: Pack
    report: BuildReport
    looked: tuple[Looked, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one document gives to the pack."""

    lessons: tuple[Lesson, ...]
    looked: Looked
    argues: bool


def build(documents: Sequence[Document], *, title: str | None = None, on_progress: Progress | None = None) -> Built:
    """The pack of these documents and the report; the same documents give the same pack, byte for byte."""
    with uncollected():
        return _built(documents, title, on_progress)


def _built(documents: Sequence[Document], title: str | None, on_progress: Progress | None) -> Built:
    tell = on_progress or (lambda stage, share: None)
    keys = unique((slug(document.title or document.name, 40), document.name) for document in documents)
    taken: set[str] = set()
    parts = []
    for number, (document, key) in enumerate(zip(documents, keys, strict=True)):
        parts.append(_part(document, key, taken, _step(tell, number, len(documents))))
    tell("done", 1.0)
    language = documents[0].language if documents else "en"
    origins = tuple(_origin(document, key) for document, key in zip(documents, keys, strict=True))
    found = conflicts([(part.looked.document, part.looked.facts) for part in parts])
    named = {document.name: origin for document, origin in zip(documents, origins, strict=True)}
    name = title or (clean(documents[0].title) or documents[0].name if documents else "")
    pack = Pack(
        key=slug(name, 40),
        version="0.1.0",
        title=name,
        language=language,
        licence="all rights reserved",
        lessons=with_comparisons([one for part in parts for one in part.lessons], found, named, language),
        sources=origins,
        notice=NOTICE if any(part.argues for part in parts) else None,
    )
    return Built(pack, _report(documents, parts, pack, found), tuple(part.looked for part in parts))


def _step(tell: Progress, number: int, count: int) -> Progress:
    """Progress of one document as a share of all."""
    return lambda stage, share: tell(stage, (number + share) / max(1, count))


def _report(
    documents: Sequence[Document], parts: Sequence[_Part], pack: Pack, found: tuple[Conflict, ...]
) -> BuildReport:
    facts = [fact for part in parts for fact in part.looked.facts]
    dates = sum(fact.kind == "date" for fact in facts)
    return BuildReport(
        documents=tuple(document.name for document in documents),
        facts=len(facts),
        dates=dates,
        figures=len(facts) - dates,
        items=sum(len(lesson.items) for lesson in pack.lessons),
        readings=sum(len(lesson.readings) for lesson in pack.lessons),
        skipped=tuple(skip for part in parts for skip in part.looked.skipped),
        conflicts=found,
    )


def _origin(document: Document, key: str) -> Origin:
    """The document as a source of the pack."""
    told = (document.author, document.title or document.name, document.publisher, document.date)
    return Origin(
        key=key,
        citation=". ".join(clean(part).rstrip(".") for part in told if part) + ".",
        title=document.title or None,
        author=document.author,
        publisher=document.publisher,
        date=document.date,
        url=document.url,
    )


def _part(document: Document, key: str, taken: set[str], tell: Progress) -> _Part:
    tell("facts", 0.0)
    facts = extract(document)
    tell("questions", 0.5)
    source = Source(document, outline(document, facts), facts)
    skipped = list(junk(document))
    found: list[Candidate] = []
    for fact in facts:
        if fact.in_junk:
            continue
        for made in (best(source, fact),) if fact.span not in source.lives else lived(source, fact):
            if isinstance(made, str):
                skipped.append(_skip(source, fact, made))
            else:
                found.append(made)
    tell("readings", 0.8)
    every = windows(source.outline)
    seated, dropped = seat(source, every, found)
    skipped.extend(_skip(source, drop.candidate.fact, drop.code) for drop in dropped)
    argues = _argues(source)
    made_lessons = _lessons(source, key, every, seated, taken, skipped, argues)
    tell("lessons", 1.0)
    return _Part(made_lessons, Looked(document, key, facts, tuple(skipped)), argues)


def _skip(source: Source, fact: Fact, code: str) -> Skipped:
    return Skipped(fact.span, source.document.name, code, source.document[fact.span])


def _argues(source: Source) -> bool:
    """Does the text argue a view? Then its figures are asked as the text's own."""
    sentences = [unit for unit in source.outline.units if unit.kind == "sentence"]
    charged = sum(is_charged(source.document[unit.span]) for unit in sentences)
    return len(sentences) >= 8 and charged > ARGUES * len(sentences)


def _lessons(
    source: Source,
    key: str,
    every: Sequence[Window],
    seated: dict[int, list[Candidate]],
    taken: set[str],
    skipped: list[Skipped],
    argues: bool,
) -> tuple[Lesson, ...]:
    """The kept windows in lessons of at most ten readings, each with the items it teaches."""
    about = hero(source.names) or titled_hero(source.names)
    every, seated = _framed(source, every, seated, about and about[1], skipped)
    readings = cards(source.document, every, list(seated), key, about)
    pools = Pools(source)
    taught: list[tuple[Reading, list[tuple[Item, pairs.Placed]]]] = []
    for reading, candidates in zip(readings, seated.values(), strict=True):
        made = list(_items(source, key, reading, candidates, pools, taken, skipped, argues))
        if made:
            taught.append((reading, made))
    count = -(-len(taught) // READINGS_A_LESSON)
    size = -(-len(taught) // count) if count else 1
    return tuple(
        _lesson(source, key, taught[number * size : (number + 1) * size], number, count, taken)
        for number in range(count)
    )


def _framed(
    source: Source,
    every: Sequence[Window],
    seated: dict[int, list[Candidate]],
    about: str | None,
    skipped: list[Skipped],
) -> tuple[list[Window], dict[int, list[Candidate]]]:
    """The cards around the questions, and the questions of each; what no card can hold is not asked."""
    waiting = {number: list(group) for number, group in seated.items()}
    quotes = {number: [candidate.quote for candidate in group] for number, group in seated.items()}
    shown, found = list(every), dict[int, list[Candidate]]()
    groups = {candidate.quote: group for group in waiting.values() for candidate in group}
    for card in framed(source.outline, [window.units for window in every], quotes, about, source.names):
        number = card.window
        if number in found:  # a second card with questions of one window stands behind them all
            number = len(shown)
            shown.append(every[card.window])
        shown[number] = Window(card.units)
        found[number] = []
        for quote in dict.fromkeys(card.quotes):
            here = [candidate for candidate in groups[quote] if candidate.quote == quote]
            found[number] += here
            groups[quote][:] = [candidate for candidate in groups[quote] if candidate.quote != quote]
    skipped += [_skip(source, candidate.fact, "no_card") for group in waiting.values() for candidate in group]
    settled_all: dict[int, list[Candidate]] = {}
    for number, group in found.items():
        settled_all[number], dropped = settled(source, group)
        skipped += [_skip(source, drop.candidate.fact, drop.code) for drop in dropped]
    return shown, settled_all


def _lesson(
    source: Source,
    key: str,
    taught: Sequence[tuple[Reading, list[tuple[Item, pairs.Placed]]]],
    number: int,
    count: int,
    taken: set[str],
) -> Lesson:
    placed = [place for _, made in taught for _, place in made]
    together = [_renamed(item, taken) for item in (*pairs.matches(placed), *pairs.orders(placed))]
    title = shortened(clean(source.document.title) or source.document.name)
    plain = tuple(item for _, made in taught for item, _ in made)
    return Lesson(
        id=f"{key}-{number + 1}" if count > 1 else key,
        title=f"{title} ({number + 1} of {count})" if count > 1 else title,
        readings=tuple(reading for reading, _ in taught),
        items=(*plain, *together),
    )


def _renamed(item: Item, taken: set[str]) -> Item:
    name = _free(item.id, item.prompt, taken)
    return item if name == item.id else replace(item, id=name)


def _free(wanted: str, apart: str, taken: set[str]) -> str:
    """The wanted id, or one like it that is not taken yet."""
    name, turn = wanted, 0
    while name in taken:
        name = f"{wanted[:42]}-{digest(apart, str(turn))}"
        turn += 1
    taken.add(name)
    return name


def _items(
    source: Source,
    key: str,
    reading: Reading,
    candidates: Sequence[Candidate],
    pools: Pools,
    taken: set[str],
    skipped: list[Skipped],
    argues: bool,
) -> Iterator[tuple[Item, pairs.Placed]]:
    """The items of one reading, each beside what pairs are made from."""
    for candidate in candidates:
        name = _free(_id(candidate), candidate.key, taken)
        wrong = decoys(candidate, name, pools)
        sources = items.citations(source, key, candidate)
        stem = _as_told(candidate, source) if argues or _bounded(candidate) else candidate.stem
        item = items.make(candidate, name, stem, reading.id, wrong, sources)
        proof = next(citation.exact for citation in sources if citation.ref == READING)
        taught = proof is not None and proof in reading.text and candidate.key in proof
        if item is None or not taught or not _headed(source, candidate, reading):
            taken.discard(name)
            skipped.append(_skip(source, candidate.fact, "unreadable" if wrong else "no_options"))
            continue
        yield item, pairs.Placed(candidate, reading.id, sources)


def _headed(source: Source, candidate: Candidate, reading: Reading) -> bool:
    """Does the card of a table's cell show the table's head?"""
    table = source.tables.get(source.outline.at(candidate.quote.start) or 0)
    return table is None or candidate.template != "table_cell" or all(cell in reading.text for cell in table.head)


def _id(candidate: Candidate) -> str:
    return f"{slug(candidate.label)}-{digest(candidate.label, candidate.asked, str(candidate.fact.kind))}"


def _bounded(candidate: Candidate) -> bool:
    """Is the key a bound in the text ("over 11 billion", "by 1945"), so that only the text's own can be asked?"""
    bound = getattr(candidate.fact.value, "bound", None) or _BY_THEN.search(candidate.line)
    return bool(bound) and candidate.template not in LIST_TEMPLATES


def _as_told(candidate: Candidate, source: Source) -> str:
    """The stem, asked as the text's own figure."""
    if candidate.template in LIST_TEMPLATES:
        return candidate.stem
    stem = candidate.stem
    first = stem.partition(" ")[0]
    asking = re.match(r"(?:In|On|By|Since|Until|How|More|Over|At|No)\b", first) and stem.endswith("?")
    start = stem[:1].lower() + stem[1:] if asking else (lowered(stem, source.names) or stem)
    return f"According to the {source.noun}, {start}"
