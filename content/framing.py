"""Which stretch around what is asked makes the cleanest card? The least cost of a begin, an end and a length."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import add

from content.dangling import bare, dangling, told_before
from content.dangling import words as words_of
from content.document import Span
from content.openings import is_named_in_full, leans, leans_on, supposes, unnamed
from content.outline import Outline, Unit
from content.record import record

FEWEST, MOST = 55, 130
"""Words of a card whose begin or end is moved."""
COMFORTABLE = 120

LEANS = 60.0
"""It begins with words that mean something told before: "he", "this", "the same year"."""
TITLED = 5.0
"""It begins with "he", and the card's title names whom the whole text is about."""
UNNAMED = 40.0
"""“They” or “he” stands further on before anybody that it could mean."""
SUPPOSES = 26.0
"""It begins with something known that has no name: "the result"."""
DANGLES = 16.0
"""It begins with "the bridge", and which bridge was told before the card."""
DANGLES_LATER = 9.0
"""The same in a later sentence."""
FIRST_BARE = 5.0
"""For "the journey" in the first sentence, which nothing there explains."""
INSIDE = 12.0
"""It begins or ends in the middle of a paragraph."""
UNSEEN = 9.0
"""It begins in the middle of a paragraph whose begin no card shows."""
NEW_PARAGRAPH = 2.0
"""It begins with a paragraph that is not the section's first."""
CROSSED = 12.0
"""It tells two neighbouring sections together."""
SHORT = 24.0
"""It has too few words; each that is wanting costs two more. Dearer than a second section (`CROSSED`)."""
CUT = 400.0
"""It parts a list from the words that lead into it."""
MOVED = 0.4
"""For each sentence that the card is moved from where the text was cut."""
AGAIN = 20.0
"""For each sentence that the card before has shown."""

_BACK = 12
"""How many sentences before a card can have told what it speaks of."""


@record
class _Stretch:
    """Units from `start` to before `end`, and what such a card costs by itself."""

    start: int
    end: int
    cost: float


def framed(
    outline: Outline,
    windows: Sequence[tuple[Unit, ...]],
    needed: Mapping[int, Sequence[Span]],
    about: str | None = None,
) -> dict[int, tuple[Unit, ...]]:
    """The units of each window that has questions, moved to where a card begins and ends best.

    `needed` has the quotes that the window's questions are on; they stay on the card. A long list stays as it was cut.
    `about` is "he" or "she" where the text is about one person, whom the titles of the cards then name.
    """
    made: dict[int, tuple[Unit, ...]] = {}
    begins = _begins(outline)
    ways: dict[int, tuple[float, tuple[_Stretch, ...]]] = {0: (0.0, ())}
    for number, quotes in needed.items():
        choices = _choices(outline, begins, windows[number], quotes, about)
        ways = _gone_on(outline, ways, choices)
    _, best = min(ways.values(), key=lambda way: way[0])
    for number, stretch in zip(needed, best, strict=True):
        made[number] = outline.units[stretch.start : stretch.end]
    return made


def _gone_on(
    outline: Outline, ways: dict[int, tuple[float, tuple[_Stretch, ...]]], choices: Sequence[_Stretch]
) -> dict[int, tuple[float, tuple[_Stretch, ...]]]:
    """The cheapest way to each end of one more card, by where that card ends."""
    found: dict[int, tuple[float, tuple[_Stretch, ...]]] = {}
    for choice in choices:
        for shown, (cost, before) in ways.items():
            total = cost + choice.cost + AGAIN * max(0, shown - choice.start)
            if shown < choice.start and not _opens(outline, choice.start):
                total += UNSEEN
            end = max(shown, choice.end)
            if end not in found or total < found[end][0]:
                found[end] = (total, (*before, choice))
    return found


def _opens(outline: Outline, start: int) -> bool:
    """Does a section or a paragraph begin here?"""
    unit = outline.units[start]
    return unit.first or not start or outline.units[start - 1].section != unit.section


def _begins(outline: Outline) -> list[int]:
    """For each unit the first one of its section."""
    found: list[int] = []
    for at, unit in enumerate(outline.units):
        found.append(found[-1] if at and outline.units[at - 1].section == unit.section else at)
    return found


def _choices(
    outline: Outline, begins: Sequence[int], units: tuple[Unit, ...], quotes: Sequence[Span], about: str | None
) -> tuple[_Stretch, ...]:
    """The stretches that the card can be; the window itself where nothing better can be had."""
    every = outline.units
    start = outline.at(units[0].span.start) or 0
    end = start + len(units)
    asked = [n for n in range(start, end) if any(every[n].span == quote for quote in quotes)]
    as_cut = (_Stretch(start, end, 0.0),)
    if not asked:
        return as_cut
    first, last = asked[0], asked[-1]
    if any(every[n].kind == "bullet" for n in asked):
        first, last = _whole_list(outline, first, last)
    ends = tuple(_stretches(outline, first, last)) or ((start, end), *_stretches(outline, first, last, across=True))
    found: list[_Stretch] = []
    for one, group in groupby(ends, key=lambda pair: pair[0]):
        others = [other for _, other in group]
        costs = _costs(outline, begins[one], one, others, about)
        moved = [MOVED * (abs(one - start) + abs(other - end)) for other in others]
        found += (_Stretch(one, *pair) for pair in zip(others, map(add, costs, moved), strict=True))
    return tuple(found) or as_cut


def _whole_list(outline: Outline, first: int, last: int) -> tuple[int, int]:
    """The first and last unit with all of the lists that these two stand in, and the words that lead into them."""
    every = outline.units
    section = every[first].section
    while every[first].kind == "bullet" and first and every[first - 1].section == section:
        first -= 1
    while every[last].kind == "bullet" and last + 1 < len(every) and _goes_on(outline, last, section):
        last += 1
    return first, last


def _goes_on(outline: Outline, at: int, section: int) -> bool:
    following = outline.units[at + 1]
    return following.kind == "bullet" and following.section == section


def _stretches(outline: Outline, first: int, last: int, *, across: bool = False) -> Iterator[tuple[int, int]]:
    """Every stretch of neighbours that holds these two units and has the right length.

    They are of one section unless a short one has to be told together with what stands beside it (`across`).
    """
    every = outline.units
    for start in range(first, -1, -1):
        if not across and every[start].section != every[first].section:
            return
        words = sum(unit.words for unit in every[start:last])
        words += sum(_headed(outline, at) for at in range(start + 1, last)) if across else 0
        if words > MOST:
            return
        for end in range(last + 1, len(every) + 1):
            words += every[end - 1].words + (_headed(outline, end - 1) if across and end - 1 > start else 0)
            if words > MOST or not (across or every[end - 1].section == every[first].section):
                break
            if words >= FEWEST:
                yield start, end


def _headed(outline: Outline, at: int) -> int:
    """How many words of a heading stand on the card before that unit."""
    section = outline.units[at].section
    return 0 if outline.units[at - 1].section == section else len(outline.document.sections[section].heading.split())


def _crossed(outline: Outline, start: int, end: int) -> float:
    """What it costs to tell sections together, more where they have no heading in common."""
    sections, told = outline.document.sections, outline.units[start:end]
    cost = 0.0
    for one, other in pairwise(told):
        if one.section != other.section:
            near = sections[one.section].path[:-1] == sections[other.section].path[:-1]
            cost += CROSSED if near or sections[one.section].path == sections[other.section].path[:-1] else LEANS
    return cost


def _costs(outline: Outline, first: int, start: int, ends: Sequence[int], about: str | None) -> Iterator[float]:
    """What a card costs that begins at `start`, for each of its ends; `first` opens the section it begins in."""
    opening = _opening(outline, start, about)
    within = _within(outline, first, start, max(ends), about) if first < start else [0.0] * (max(ends) - start)
    for end in ends:
        words = sum([unit.words for unit in outline.units[start:end]])
        length = max(0.0, (words - COMFORTABLE) / 3, SHORT + 2.0 * (FEWEST - words) if words < FEWEST else 0.0)
        length += _crossed(outline, start, end)
        yield opening + _ending(outline, end) + within[end - start - 1] + length


def _opening(outline: Outline, start: int, about: str | None) -> float:
    unit, document = outline.units[start], outline.document
    text = document[unit.span]
    before = outline.units[start - 1] if start else None
    if before is None or before.section != unit.section:
        return SUPPOSES if leans(text) and not (about and leans_on(text, about)) else 0.0  # its heading says of whom
    if unit.kind == "bullet":
        return CUT if before.kind == "sentence" else LEANS
    cost = NEW_PARAGRAPH if unit.first else INSIDE
    if leans(text):
        return cost + (TITLED if about and leans_on(text, about) else LEANS)
    return cost + (SUPPOSES if supposes(text, _titles(outline, start)) else 0.0)


def _titles(outline: Outline, at: int) -> str:
    document = outline.document
    return " ".join((*document.sections[outline.units[at].section].path, document.title))


def _within(outline: Outline, first: int, start: int, last: int, about: str | None) -> list[float]:
    """What cards from `start` to each end up to `last` cost for speaking of what was told in the section before."""
    document, units = outline.document, outline.units
    before = tuple([document[unit.span] for unit in units[max(first, start - _BACK) : start]])
    earlier = told_before(before, _titles(outline, start))
    costs: list[float] = []
    sentences: list[str] = []
    told: set[str] = set()
    cost, nameless = 0.0, False
    for unit in units[start:last]:
        if unit.kind == "sentence":
            sentence = document[unit.span]
            if not sentences:
                cost += SUPPOSES if not about and is_named_in_full(sentence, " ".join(before)) else 0.0
                cost += FIRST_BARE * min(2, len(bare(sentence)))
            cost += dangling(sentence, earlier, told) * (DANGLES_LATER if sentences else DANGLES)
            told |= words_of(sentence)
            sentences.append(sentence)
            if not about and len(sentences) <= 3:
                nameless = unnamed(" ".join(sentences))
        costs.append(cost + UNNAMED if nameless else cost)
    return costs


def _ending(outline: Outline, end: int) -> float:
    last, document = outline.units[end - 1], outline.document
    after = outline.units[end] if end < len(outline.units) else None
    text = document[last.span].rstrip()
    if after is None or after.section != last.section:
        return 0.0
    if after.kind == "bullet":
        return CUT if last.kind == "sentence" else LEANS
    if text.endswith((":", "?")):
        return LEANS
    return 0.0 if after.first else INSIDE
