"""Which stretches of the text make the cleanest cards around what is asked? The way of least cost through all of them.

The cards are chosen around the questions: each holds the sentences of one or of several neighbours, and a question
that no card can hold cleanly is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from content.candidates.names import Names
from content.document import Span
from content.introduced import introduced
from content.outline import Outline, Unit
from content.record import record
from content.standing import FEWEST, MOST, Standing

__all__ = ["FEWEST", "MOST", "Card", "framed"]

DEAREST = 16.5
"""What a card may cost by itself, however many questions it holds; any may in a text hardly longer than a card."""
EACH = 3.0
"""A card more."""
UNSEEN = 7.0
"""It begins inside a section whose part before it no card shows."""
MOVED = 0.2
"""For each sentence that the card is moved from where the text was cut."""
AGAIN = 20.0
"""For each sentence that the card before has shown."""
LEFT_OUT, LOST = 28.0, 1000.0
"""For each question that no card holds, and for one of a text that has hardly more words than a card."""
MOST_STATED, MOST_LISTED = 4, 9
"""Questions of a card on sentences, and on entries of its list."""


@record
class Card:
    """What one card shows, and the quotes of the questions on it. `window` is where its first question stood."""

    window: int
    units: tuple[Unit, ...]
    quotes: tuple[Span, ...]


@record
class _Asked:
    """Units that have to stand on one card, and the questions on them; `fixed` is the only card it can be."""

    first: int
    last: int
    window: int
    listed: bool
    quotes: tuple[Span, ...]
    fixed: tuple[int, int] | None


@record
class _Way:
    """The cheapest way so far to these cards: the last one, and the way before it."""

    cost: float
    before: "_Way | None"
    taken: tuple[int, int, int, int] | None
    """The first and last of what is asked, and the stretch of the card."""


def framed(
    outline: Outline,
    windows: Sequence[tuple[Unit, ...]],
    needed: Mapping[int, Sequence[Span]],
    about: str | None = None,
    names: Names | None = None,
) -> tuple[Card, ...]:
    """The cards around what is asked, in the order of the text.

    `needed` has for each window the quotes that its questions are on; what no card has is not asked. A list that is too
    long for a card stays as it was cut. `about` is "he" or "she" where the text is about one person, whom the titles
    of the cards then name.
    """
    standing = Standing(outline, about, introduced(names))
    asked = sorted(_asked(standing, windows, needed), key=lambda one: (one.first, one.last))
    cut = [outline.at(window[0].span.start) or 0 for window in windows if window]
    ways: list[dict[int, _Way]] = [{} for _ in range(len(asked) + 1)]
    ways[0][0] = _Way(0.0, None, None)
    frames = [(cut[one.window], cut[one.window] + len(windows[one.window])) for one in asked]
    reach = _reach(standing, asked, frames)
    for at, frame in enumerate(frames):
        ways[at] = _apart(ways[at], reach[at])
        _go_on(standing, asked, at, ways, frame)
        ways[at] = {}
    way: _Way | None = min(ways[-1].values(), key=lambda one: one.cost)
    found: list[Card] = []
    while way is not None:
        if way.taken is not None:
            first, last, start, end = way.taken
            quotes = tuple(quote for one in asked[first : last + 1] for quote in one.quotes)
            found.append(Card(asked[first].window, outline.units[start:end], quotes))
        way = way.before
    return tuple(reversed(found))


def _reach(standing: Standing, asked: Sequence[_Asked], frames: Sequence[tuple[int, int]]) -> list[int]:
    """For each question a unit that no card of it, or of a later one, begins before."""
    found, least = [0] * len(asked), len(standing.outline.units)
    for at in range(len(asked) - 1, -1, -1):
        one = asked[at]
        start = one.first
        while start and standing.words(start - 1, one.last + 1) <= MOST:
            start -= 1
        least = found[at] = min(least, start, frames[at][0], one.fixed[0] if one.fixed else start)
    return found


def _apart(ways: dict[int, _Way], reach: int) -> dict[int, _Way]:
    """The ways without those that can only stay dearer: all that end before the next card can begin go on alike."""
    behind = [way for shown, way in ways.items() if shown < reach]
    if len(behind) < 2:
        return ways
    best = min(behind, key=lambda way: way.cost)
    return {shown: way for shown, way in ways.items() if shown >= reach or way is best}


def _go_on(
    standing: Standing, asked: Sequence[_Asked], at: int, ways: list[dict[int, _Way]], cut: tuple[int, int]
) -> None:
    """Puts the ways on that begin with a card around this question, or leave it out."""
    one, so_far = asked[at], ways[at]
    dearest = LOST if standing.is_short else DEAREST
    for shown, way in so_far.items():
        _keep(
            ways[at + 1], shown, _Way(way.cost + (LOST if standing.is_short else LEFT_OUT) * len(one.quotes), way, None)
        )
    for start, group in groupby(_choices(standing, one, cut), key=lambda pair: pair[0]):
        if not one.fixed and standing.opening(start) > dearest:
            continue
        ends = [end for _, end in group]
        unseen = 0.0 if standing.opens(start) else UNSEEN
        reached = [
            (way.cost + (AGAIN * (shown - start) if shown > start else unseen if shown < start else 0.0), shown, way)
            for shown, way in so_far.items()
        ]
        for end in ends:
            last = _held(asked, at, start, end)
            alone = 0.0 if one.fixed else standing.cost(start, end)
            if alone > dearest:
                continue
            cost = EACH + alone
            cost += MOVED * (abs(start - cut[0]) + abs(end - cut[1]))
            found = ways[last + 1]
            for before, shown, way in reached:
                place = max(shown, end)
                if place not in found or before + cost < found[place].cost:
                    found[place] = _Way(before + cost, way, (at, last, start, end))


def _keep(ways: dict[int, _Way], end: int, way: _Way) -> None:
    if end not in ways or way.cost < ways[end].cost:
        ways[end] = way


def _held(asked: Sequence[_Asked], at: int, start: int, end: int) -> int:
    """The last of the questions that this card holds, as many as a card can bear."""
    count = {True: 0, False: 0}
    last = at
    for number in range(at, len(asked)):
        one = asked[number]
        count[one.listed] += len(one.quotes)
        most = count[True] > MOST_LISTED or count[False] > MOST_STATED
        if one.last >= end or one.fixed not in (None, (start, end)) or (most and number > at):
            break
        last = number
    return last


def _asked(
    standing: Standing, windows: Sequence[tuple[Unit, ...]], needed: Mapping[int, Sequence[Span]]
) -> Iterator[_Asked]:
    """What has to stand on one card: the sentence of a question, or the whole list that its entry is of."""
    outline = standing.outline
    found: dict[tuple[int, int, tuple[int, int] | None], _Asked] = {}
    for window, quotes in needed.items():
        start = outline.at(windows[window][0].span.start) or 0
        for quote in quotes:
            first = outline.at(quote.start)
            first = start if first is None else first
            last = max(first, outline.at(quote.end - 1) or 0)
            fixed, listed = None, outline.units[first].kind == "bullet"
            if listed:
                first, last, fixed = _listed(standing, first, last, (start, start + len(windows[window])))
            known = found.get((first, last, fixed))
            told = (*known.quotes, quote) if known else (quote,)
            found[first, last, fixed] = _Asked(first, last, known.window if known else window, listed, told, fixed)
    yield from found.values()


def _listed(standing: Standing, first: int, last: int, cut: tuple[int, int]) -> tuple[int, int, tuple[int, int] | None]:
    """The first and last unit with all of their list and what leads into it, and the only card for a long one."""
    begin, end = _whole_list(standing, first, last)
    if standing.words(begin, end + 1) <= MOST:
        return begin, end, None
    if cut[0] <= begin and end < cut[1] and standing.words(begin, end + 1) >= FEWEST:
        return begin, end, (begin, end + 1)
    return first, last, cut


def _whole_list(standing: Standing, first: int, last: int) -> tuple[int, int]:
    every = standing.outline.units
    section = every[first].section
    while first and every[first - 1].kind == "bullet" and every[first - 1].section == section:
        first -= 1
    while last + 1 < len(every) and every[last + 1].kind == "bullet" and every[last + 1].section == section:
        last += 1
    if first and every[first - 1].section == section and standing.leads_in(first - 1):
        first -= 1
    return first, last


def _choices(standing: Standing, one: _Asked, cut: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches that can be the card of this question, those with one begin together."""
    if one.fixed:
        return iter((one.fixed,))
    within = tuple(_stretches(standing, one))
    if within:
        return iter(within)
    as_cut = (cut,) if cut[0] <= one.first and one.last < cut[1] else ()
    return iter((*as_cut, *_stretches(standing, one, across=True)))


def _stretches(standing: Standing, one: _Asked, *, across: bool = False) -> Iterator[tuple[int, int]]:
    """Every stretch of neighbours that holds these units and has the right length.

    They are of one section unless a short one has to be told together with what stands beside it (`across`).
    """
    every = standing.outline.units
    section = every[one.first].section
    for start in range(one.first, -1, -1):
        if (not across and every[start].section != section) or standing.words(start, one.last + 1) > MOST:
            return
        for end in range(one.last + 1, len(every) + 1):
            words = standing.words(start, end)
            if words > MOST or not (across or every[end - 1].section == section):
                break
            if words >= FEWEST:
                yield start, end
