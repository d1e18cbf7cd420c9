"""Where two documents of a pack tell one thing differently: which says which? Questions made of their conflicts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from content.conflicts import Claim, Conflict
from content.slugs import digest, slug
from lessons.canonical import LIMITS
from lessons.items import Claim as Told
from lessons.items import CompareItem
from lessons.pack import Lesson
from lessons.rich import rich
from lessons.source import Citation, Source

MOST = 5
LONGEST_SENTENCE = 300
STEMS = {
    "en": "The sources tell one thing differently: “{sentence}” Which of them says what?",
    "ru": "Источники сообщают об одном по-разному: «{sentence}» Какой из них что говорит?",
}
"""In the languages that questions are made in; the words that differ are left out of the sentence."""
GAP = "…"


def with_comparisons(
    lessons: Sequence[Lesson], conflicts: Iterable[Conflict], sources: Mapping[str, Source], language: str
) -> tuple[Lesson, ...]:
    """The lessons, at the end of the last one what is told differently; `sources` by the documents' names."""
    stem = STEMS.get(language.partition("-")[0])
    if not lessons or stem is None:
        return tuple(lessons)
    made: dict[str, CompareItem] = {}
    used: set[tuple[str, int]] = set()
    for pair in conflicts:
        places = {(claim.document, claim.where.start) for claim in (pair.one, pair.other)}
        item = _item(pair, sources, stem, language) if not places & used and len(made) < MOST else None
        if item is not None:
            made.setdefault(item.id, item)
            used |= places
    taken = {item.id for lesson in lessons for item in lesson.items}
    fresh = tuple(item for item in made.values() if item.id not in taken)
    return (*lessons[:-1], replace(lessons[-1], items=(*lessons[-1].items, *fresh)))


def _item(pair: Conflict, sources: Mapping[str, Source], stem: str, language: str) -> CompareItem | None:
    """The question of one conflict; None where it could not be asked fairly."""
    claims = (pair.one, pair.other)
    if not all(_is_tellable(claim, sources) for claim in claims):
        return None
    told = tuple(Told(_called(sources[claim.document]), claim.words, sources[claim.document].key) for claim in claims)
    if len({one.left.casefold() for one in told}) < 2 or len({one.right.casefold() for one in told}) < 2:
        return None
    item = CompareItem(
        id=f"compare-{slug(pair.one.sentence, 28)}-{digest('compare', pair.one.sentence, pair.other.sentence)}",
        stem=rich(stem.format(sentence=pair.one.sentence.replace(pair.one.words, GAP, 1))),
        sources=tuple(Citation(sources[claim.document].key, claim.sentence) for claim in claims),
        answer=told,
    )
    apart = item.apart(language)
    is_asked = pair.relation == "differ" or (pair.relation == "agree" and apart is not None and apart.exact is not None)
    return item if is_asked else None


def _is_tellable(claim: Claim, sources: Mapping[str, Source]) -> bool:
    """Whether the words stand once in a sentence of fair length, of a document that is a source."""
    fair = len(claim.sentence) <= LONGEST_SENTENCE and len(claim.words) <= LIMITS.option
    return claim.document in sources and fair and claim.sentence.count(claim.words) == 1


def _called(source: Source) -> str:
    """What learners call the source: its title, else its citation, in a line."""
    name = " ".join((source.title or source.citation).split())
    return name if len(name) <= 80 else name[:79].rsplit(" ", 1)[0] + GAP
