"""Which wrong answers stand beside the key? What is believable, within the limits of stem and document."""

import re
from dataclasses import replace
from decimal import Decimal

from content.bounds import Bounds, in_reign
from content.candidates.candidate import Candidate
from content.candidates.mark import MARK
from content.cell_options import cell_decoys
from content.distractors import Limits, around, dates, figures, sides, years
from content.document import Document
from content.facts.fact import Fact, FigureValue
from content.looks import DateLook, Look, date_look, look
from content.neighbours import years_beside
from content.ordered import days_of_list, is_within, years_of_column
from content.pools import Pools, decimal, year_of
from content.shown import key_in, shown_figures, shown_years
from content.slugs import chance
from content.source import is_measure

_EVERY_FOUR = re.compile(r"\b(?:elect\w*|Olympi\w*|Games|World Cup|inaugurat\w*)\b")
_SHARE = re.compile(r"\b(?:includ|of which|of whom|among them|total|altogether|in all)")
_ARTICLE = re.compile(rf"\b(an?) {MARK}")
_IN_A_YEAR = (
    (
        re.compile(
            r"\bdays (?:of (?:operation|opening|sunshine|rain|frost|snow|work)|open|in (?:the|a) year|(?:a|per) year)\b"
            r"|\b(?:operating|opening|working|rainy|frosty) days\b",
            re.IGNORECASE,
        ),
        366,
    ),
    (re.compile(r"\bmonths (?:of the year|in (?:the|a) year|a year|per year)\b", re.IGNORECASE), 12),
    (re.compile(r"\bhours (?:a|per) day\b", re.IGNORECASE), 24),
)
"""What there can be no more of in a year, or a day."""
_FAR = 12
"""Years from the key within which others are believable where nothing around tells more."""
_ALIKE, _BEYOND = Decimal("1.6"), Decimal("0.2")
"""Figures of a list of which the largest is no more times the smallest, and how far beyond them others may lie."""
_REACH = (Decimal("0.55"), Decimal("1.55"))
_SMALL = 20
"""How far from a measure others of its kind lie; a small one may have any neighbour."""
_SOON = 4
"""Years before the first and after the last entry of a list in order of time."""
_VOWEL = re.compile(r"^\W*(?:8|11(?!\d)|18(?!\d)|eight|eleven|a|e|i|o|u(?!ni))", re.IGNORECASE)


def decoys(candidate: Candidate, item_id: str, pools: Pools) -> tuple[str, ...]:
    """Two or three wrong answers in ascending order; () where two believable ones cannot be had."""
    luck = chance(item_id)
    if candidate.asked == "figure":
        found = _figures(candidate, luck, pools)
    elif candidate.asked == "year":
        found = tuple(str(year) for year in _years(candidate, int(candidate.key), luck, pools))
    elif candidate.asked == "decade":
        found = tuple(f"{year}s" for year in _decades(candidate, int(candidate.key[:4]), luck, pools))
    elif candidate.asked == "era":
        found = _era(candidate, luck, pools)
    else:
        found = _dates(candidate, luck, pools)
    shown = f"{candidate.stem} {candidate.context or ''}"
    if candidate.template.startswith("list"):
        shown += " " + pools.source.document[candidate.quote].replace(candidate.key, " ")
    kept = tuple(text for text in found if not key_in(text, shown))
    return kept if len(kept) >= 2 else ()


def _figures(candidate: Candidate, luck: int, pools: Pools) -> tuple[str, ...]:
    shape = look(candidate.key)
    if shape is None or not isinstance(candidate.fact.value, FigureValue):
        return ()
    pool, true = pools.near_figures(candidate.fact, shape.value)
    siblings = [_value_of(fact.value) for fact in candidate.siblings if isinstance(fact.value, FigureValue)]
    own = [value for value in siblings if value is not None]
    if candidate.template == "table_cell":
        return cell_decoys(candidate, shape, luck, pools.source)
    pool = own + pool
    limits = _limits(candidate, shape, true)
    article = _ARTICLE.search(candidate.line)
    kin = frozenset(own) if _is_listed(candidate) else frozenset()
    limits = (
        _within_kin(limits, shape.value, kin)
        if len(kin) > 1 or not _is_listed(candidate)
        else _in_reach(limits, shape, candidate.fact)
    )
    return figures(shape, pool, limits, luck, accept=lambda text: _fits(article, text), kin=kin)


def _within_kin(limits: Limits, key: Decimal, kin: frozenset[Decimal]) -> Limits:
    """The limits drawn closer where all figures of a list lie near each other, so that none made up stands out."""
    told = {*kin, key}
    if len(told) < 3 or max(told) > _ALIKE * min(told):
        return limits
    above, below = min(told) * (1 - _BEYOND), max(told) * (1 + _BEYOND)
    return replace(
        limits,
        above=above if limits.above is None else max(above, limits.above),
        below=below if limits.below is None else min(below, limits.below),
    )


def _in_reach(limits: Limits, shape: Look, fact: Fact) -> Limits:
    """The limits drawn closer about a measure that stands alone in its list: no gust has twice the speed of a gale."""
    value = fact.value
    unit = value.unit if isinstance(value, FigureValue) and is_measure(value) else None
    plain = unit is None or unit == "%" or (len(unit) == 3 and unit.isupper())
    if plain or (not shape.decimals and shape.value < _SMALL):
        return limits
    low, high = (shape.value * factor for factor in _REACH)
    above, below = limits.above, limits.below
    return replace(
        limits, above=low if above is None else max(above, low), below=high if below is None else min(below, high)
    )


def _value_of(value: FigureValue) -> Decimal | None:
    return decimal(value.number) if value.number_high is None else None


def _limits(candidate: Candidate, shape: Look, true: frozenset[Decimal]) -> Limits:
    """Between the figures that the stem shows, above the sum of parts, below a hundred percent."""
    shown = shown_figures(candidate.line)
    above, below = sides(shape.value, shown)
    if _SHARE.search(candidate.line) and shown:
        smaller = [value for value in shown if value < shape.value]
        above = sum(smaller, Decimal(0)) if smaller else above
    unit = getattr(candidate.fact.value, "unit", None)
    if unit == "%" and shape.value <= 100:
        below = min(below or Decimal(100), Decimal(100))
    for counted, most in _IN_A_YEAR:
        if shape.value <= most and counted.search(f"{candidate.thing or ''} {candidate.line}"):
            below = min(below or Decimal(most + 1), Decimal(most + 1))
    return Limits(above, below, true)


def _fits(article: re.Match[str] | None, text: str) -> bool:
    """Does "a" or "an" before the gap agree with the option?"""
    return article is None or bool(_VOWEL.match(text)) == (article.group(1) == "an")


def _latest(document: Document, pools: Pools) -> int | None:
    """The year that no option may reach: after the document's own date nothing has happened in it."""
    if document.date and document.date[:4].isdigit():
        return int(document.date[:4]) + 1
    latest = pools.years[-1][0] if pools.years else 0
    return latest + 2 if latest >= 2000 else None


def _years(candidate: Candidate, key: int, luck: int, pools: Pools) -> tuple[int, ...]:
    good, true = pools.near_years(candidate.fact, key)
    shown = shown_years(f"{candidate.stem} {candidate.context or ''}")
    lower = [year for year in shown if year < key]
    upper = [year for year in shown if year > key]
    latest = _latest(pools.source.document, pools)
    high = min([*upper, *([latest] if latest and latest > key else [])], default=None)
    first = _firstyears_of_column(candidate)
    if first is not None:
        lower.append(first - 1)
    step = 4 if key % 4 == 0 and _EVERY_FOUR.search(candidate.line) else 1
    low = max(lower, default=None)
    for bounds in _narrowing(candidate, key, pools):
        kept = bounds.within(Bounds(low and low + 1, high and high - 1))
        found = years(
            key,
            [year for year in good if kept.allow(year)],
            luck,
            low=None if kept.low is None else kept.low - 1,
            high=None if kept.high is None else kept.high + 1,
            never=true,
            step=step,
        )
        if len(found) >= 2:
            return found
    return ()


def _is_listed(candidate: Candidate) -> bool:
    """Does it stand in a list or a table, whose own order tells more than the text around?"""
    return candidate.template.startswith(("list", "table"))


def _narrowing(candidate: Candidate, key: int, pools: Pools) -> tuple[Bounds, ...]:
    """The years to draw from: those that fit what is told around, else all in which it can have happened at all."""
    if _is_listed(candidate):
        ruled = in_reign(candidate.stem, key)
        of_table = candidate.template == "table_cell"
        return (
            (years_of_column(candidate, key) if of_table else _among_neighbours(candidate, key)).within(ruled),
            ruled,
        )
    possible = pools.times.possible(candidate, key)
    return (possible.within(pools.times.told_between(candidate, key)), possible)


def _among_neighbours(candidate: Candidate, key: int) -> Bounds:
    """Of a list in order of time, the years from the second entry before this one to the second after it."""
    told = [year for fact in candidate.siblings if (year := year_of(fact)) is not None]
    if len(told) < 2 or told != sorted(told):
        return Bounds()
    before, after = [year for year in told if year < key], [year for year in told if year > key]
    return Bounds(before[-2:][0] if before else key - _SOON, after[:2][-1] if after else key + _SOON)


def _firstyears_of_column(candidate: Candidate) -> int | None:
    """The smallest year of a table's column: nothing in it began earlier."""
    if candidate.template != "table_cell":
        return None
    told = [year for fact in (candidate.fact, *candidate.siblings) if (year := year_of(fact)) is not None]
    return min(told, default=None)


def _decades(candidate: Candidate, key: int, luck: int, pools: Pools) -> tuple[int, ...]:
    latest = _latest(pools.source.document, pools)
    possible = Bounds() if _is_listed(candidate) else pools.times.possible(candidate, key)
    low = None if possible.low is None else possible.low // 10 * 10 - 1
    high = min((end for end in (latest, possible.high and possible.high + 1) if end is not None), default=None)
    found = years(key, (), luck, low=low, high=high, never=frozenset(), step=10)
    return tuple(year for year in found if abs(year - key) <= 50)


def _era(candidate: Candidate, luck: int, pools: Pools) -> tuple[str, ...]:
    """Other years BC, those between what is told before and after first."""
    number, _, era = candidate.key.partition(" ")
    key, sign = int(number), -1 if era.startswith("B") else 1
    told = pools.eras
    around = pools.times.told_between(candidate, sign * key + (sign < 0))
    ends = [None if end is None else sign * end + (sign < 0) for end in (around.low, around.high)][::sign]
    first, last = (told[0] - 5, told[-1] + 5) if len(told) > 3 else (0, key + _FAR)
    low = max(first, key - _FAR) if ends[0] is None else ends[0] - 1
    high = min(last, key + _FAR) if ends[1] is None else ends[1] + 1
    found = years(key, told, luck, low=low, high=high, never=frozenset())
    if len(found) < 2:
        found = years(key, (), luck, low=max(0, key - _FAR), high=key + _FAR, never=frozenset())
    return tuple(f"{year} {era}" for year in (reversed(found) if sign < 0 else found))


def _dates(candidate: Candidate, luck: int, pools: Pools) -> tuple[str, ...]:
    shape = date_look(candidate.key)
    if shape is None:
        return ()
    if shape.year is None and (days := _other_days(candidate, shape, luck, pools)):
        return days
    shown, listed = shown_years(candidate.line), _is_listed(candidate)
    if shape.before_christ:
        return dates(shape, luck, lambda *_: True, _years_before(candidate, shape, pools))
    latest = _latest(pools.source.document, pools)
    possible = pools.times.possible(candidate, shape.year) if shape.year and not listed else Bounds()

    told_days = days_of_list(candidate) if listed else []
    own = (shape.year or 0, shape.month or 0, shape.day or 0)

    def allowed(year: int | None, month: int | None, day: int | None) -> bool:
        if year is None or shape is None or shape.year is None:
            return True
        if (latest is not None and year >= latest > shape.year) or not possible.allow(year):
            return False
        if year != shape.year and not years_of_column(candidate, shape.year).allow(year):
            return False
        if not is_within(told_days, (year, month or 0, day or 0), own):
            return False
        return not any(min(shape.year, year) < other <= max(shape.year, year) for other in shown if other != shape.year)

    years = _between(candidate, shape.year, pools)
    if shape.year and shape.month and not listed:
        low, high = pools.times.days_between(candidate, (shape.year, shape.month, shape.day or 15))

        def told(year: int | None, month: int | None, day: int | None) -> bool:
            fits = allowed(year, month, day)
            if not fits or year is None or month is None:
                return fits
            return not (low and (year, month, day or 31) < low) and not (high and (year, month, day or 1) > high)

        found = dates(shape, luck, told, years)
        if found:
            return found
    return dates(shape, luck, allowed, years)


def _years_before(candidate: Candidate, shape: DateLook, pools: Pools) -> tuple[int, ...]:
    """Of a date BC the years near by, as they are printed, that what is told around leaves."""
    key = shape.year or 1
    around = pools.times.told_between(candidate, 1 - key)
    return tuple(year for year in (key + 1, key - 1, key + 2, key - 2) if year > 0 and around.allow(1 - year))


def _other_days(candidate: Candidate, shape: DateLook, luck: int, pools: Pools) -> tuple[str, ...]:
    """Of a list of days without their year those of its other entries."""
    if not _is_listed(candidate):
        return ()
    told: dict[Decimal, str] = {}
    for sibling in candidate.siblings:
        other = date_look(words := pools.source.document[sibling.span])
        if other is not None and other.pattern == shape.pattern and other.month and other.day:
            told[_place(other)] = words
    own = _place(shape)
    nearest = sorted((place for place in told if place != own), key=lambda place: (abs(place - own), place))
    picked = around(own, nearest, luck)
    return tuple(told[place] for place in sorted(picked)) if len(picked) >= 2 else ()


def _place(day: DateLook) -> Decimal:
    """Where in the year the day stands."""
    return Decimal((day.month or 1) * 32 + (day.day or 1))


def _between(candidate: Candidate, key: int | None, pools: Pools) -> tuple[int, ...] | None:
    """Of a list in order of time the years that its neighbours leave for an entry, the nearest first; None: any."""
    if key is None:
        return None
    if not _is_listed(candidate):
        return _free_years(candidate, key, pools)
    told = [year for fact in candidate.siblings if (year := year_of(fact)) is not None]
    beside = years_beside(pools.source, candidate.fact) if candidate.template.startswith("list") else (None, None)
    low, high = beside[0] or key - 2, beside[1] or key + 2
    if any(beside) and low <= key <= high and (len(told) < 3 or told != sorted(told)):
        free = [year for year in range(max(low, key - 2), min(high, key + 2) + 1) if year != key]
        return tuple(sorted(free, key=lambda year: (abs(year - key), year))) or None
    if len(told) < 3 or told != sorted(told):
        return None
    before = [year_of(one) or key for one in candidate.siblings if one.span.start < candidate.span.start]
    after = [year_of(one) or key for one in candidate.siblings if one.span.start > candidate.span.start]
    low, high = (before[-1] if before else key - 2), (after[0] if after else key + 2)
    free = [year for year in range(max(low, key - 2), min(high, key + 2) + 1) if year != key]
    return tuple(sorted(free, key=lambda year: (abs(year - key), year))) or None


def _free_years(candidate: Candidate, key: int, pools: Pools) -> tuple[int, ...]:
    """Of a statement the years near by that what is told around leaves; () where it leaves none but the key's."""
    if key % 4 == 0 and _EVERY_FOUR.search(candidate.line):
        return ()
    around = pools.times.possible(candidate, key).within(pools.times.told_between(candidate, key))
    return tuple(year for year in (key - 1, key + 1, key - 2, key + 2) if around.allow(year))
