"""Which words name a date? Days, months, years, decades, centuries, seasons, and stretches between two of them."""

from dataclasses import dataclass, replace

from content.facts.calendar_words import simple
from content.facts.fact import Part
from content.facts.found import Found
from content.facts.hit import DateHit
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


@dataclass(frozen=True, slots=True)
class Link:
    """What joins two dates: where the second begins, and whether the pair is one stretch or two dates."""

    at: int
    stretch: bool


def dates(line: Line, at: int, words: Vocabulary) -> tuple[DateHit, ...]:
    """The dates that begin at that token: none, one, or two that share a part ("June 5 and 6, 1944")."""
    first = simple(line, at, words)
    if first is None:
        return ()
    found = [first]
    stretch = False
    while len(found) < 8:
        link = _link(line, found[-1], words)
        begin, about = _past_hedge(line, link.at, words) if link and link.stretch else (link.at if link else 0, False)
        second = link and simple(line, begin, words, after=found[-1].moment)
        if second and about:
            second = replace(second, approximate=True)
        if not link or not second or not _fits(found[-1], second, link):
            break
        found.append(second)
        if link.stretch:
            stretch = True
            break
    return _settle(line, found, stretch=stretch, words=words)


def _past_hedge(line: Line, at: int, words: Vocabulary) -> tuple[int, bool]:
    """Past "c.", "about", "late" before the second date of a stretch; and whether it is only about right."""
    place = at
    if line.words[place] in APPROXIMATE:
        place += 1 + (line.words[place + 1] == ".")
        return place + (line.words[place] == "the"), True
    if line.words[place] in words.early | words.mid | words.late:
        place += 1 + (line.words[place + 1] == "-")
    return place, False


def _link(line: Line, first: Found, words: Vocabulary) -> Link | None:
    at = first.end
    word = line.words[at]
    before = line.words[first.start - 1]
    if word in DASHES:
        return Link(at + 1, True)
    if word in {"to", "through", "until", "till", "thru"} or (word == "on" and before == "from" and first.partial):
        return Link(at + 1 + (line.words[at + 1] == "the"), True)
    if word == "up" and line.words[at + 1] == "to":
        return Link(at + 2, True)
    if word == "," and line.words[at + 1] in {"to", "until", "through"} and before == "from" and first.moment.year:
        return Link(at + 2, True)
    if word == "/" and (first.partial or first.moment.grain in {"year", "month"}):
        return Link(at + 1, True)
    if word == "," and line.words[at + 1] in {"and", "or"}:
        return Link(at + 2, False)
    if word in {"and", "or", "&"}:
        skip = 1 + (line.words[at + 1] == "the")
        return Link(at + skip, "between" in line.words[max(0, first.start - 3) : first.start])
    if word == "," and first.partial:
        return Link(at + 1, False)
    if word == "," and first.moment.grain == "day" and first.moment.year is None and _days_go_on(line, at + 1):
        return Link(at + 1, False)
    return None


def _days_go_on(line: Line, at: int) -> bool:
    """ "6 and 7" after "October 5,"."""
    return (
        line.kinds[at] == "n"
        and len(line.words[at]) <= 2
        and line.words[at + 1] in {"and", "or"}
        and line.kinds[at + 2] == "n"
        and len(line.words[at + 2]) <= 2
    )


def _fits(first: Found, second: Found, link: Link) -> bool:
    """The two belong together: a stretch wants a later end; two dates in a row want a part to share."""
    low, high = first.moment, second.moment
    if link.stretch:
        if low.year is not None and high.year is not None:
            return (low.year <= high.year or low.before or second.era) and (
                low.grain == high.grain or low.year < high.year
            )
        return (
            low.grain in {"day", "month", "season"} and high.grain in {"day", "month", "season"}
        ) or low.year is None
    days = low.grain == "day" == high.grain and low.month == high.month and low.month is not None and second.strength
    return first.partial or (low.year is None and low.grain == high.grain and (high.year is not None or bool(days)))


def _settle(line: Line, found: list[Found], *, stretch: bool, words: Vocabulary) -> tuple[DateHit, ...]:
    """Hands the last one's month, year and era to those before it, then makes the hits."""
    while len(found) > 1 and found[-1].partial and found[-1].moment.grain != "day":
        found.pop()
    if found[-1].partial:
        return ()
    last = found[-1]
    moments = [_filled(one, last) for one in found]
    if any(not moment.valid for moment in moments):
        return ()
    if stretch and len(found) >= 2:
        whole = _hit(line, found[-2].start, last.end, moments[-2], last, words, high=moments[-1])
        return (
            *(
                _hit(line, one.start, one.end, moment, one, words)
                for one, moment in zip(found[:-2], moments, strict=False)
            ),
            whole,
        )
    return tuple(_hit(line, one.start, one.end, moment, one, words) for one, moment in zip(found, moments, strict=True))


def _filled(one: Found, last: Found) -> Moment:
    moment, given = one.moment, last.moment
    if one is last:
        return moment
    if last.era and not one.era and moment.year is not None:
        if last.before_christ and moment.grain == "year":
            moment = replace(moment, year=1 - moment.year)
        elif last.before_christ:
            moment = replace(moment, before=True)
    if moment.month is None and moment.day is not None:
        moment = replace(moment, month=given.month)
    if moment.year is None and given.year is not None:
        year = given.year
        if moment.month and given.month and moment.month <= 12 and given.month <= 12 and moment.month > given.month:
            year -= 1
        moment = replace(moment, year=year)
    return moment


def _hit(
    line: Line, start: int, end: int, moment: Moment, found: Found, words: Vocabulary, high: Moment | None = None
) -> DateHit:
    part, begin = _part(line, start, words)
    approximate, hedge = _hedge(line, begin, words)
    open_end = False
    if high is None and moment.grain == "year" and line.words[end] in DASHES:
        if line.words[end + 1] in {"present", "today", "date"}:
            open_end, end = True, end + 2
        elif line.words[end + 1] == ")":
            open_end, end = True, end + 1
    if line.words[start - 1] in {"last", "next", "same"}:
        look = line.words[start - 1]
    elif line.words[start - 1] in {"previous", "preceding"}:
        look = "last"
    elif line.words[start - 1] == "following":
        look = "next"
    else:
        look = None
    strength = 0 if approximate or _looks_back(line, begin) else found.strength
    end_about = high is not None and found.approximate
    return DateHit(
        begin,
        end,
        moment,
        high,
        open_end,
        part,
        approximate or (found.approximate and not end_about),
        hedge,
        strength,
        look,  # type: ignore[arg-type]
        end_about,
    )


def _looks_back(line: Line, begin: int) -> bool:
    """ "since March 1982", "as in 1918": the date is told beside the story, not of it."""
    before = line.words[begin - 1]
    return before in {"since", "like", "unlike", "than"} or (
        before == "in" and line.words[begin - 2] in {"as", "than", "like", "unlike"}
    )


def _part(line: Line, start: int, words: Vocabulary) -> tuple[Part | None, int]:
    """ "early", "mid-" or "late" before the date, and where the words then begin."""
    at = start - 1
    if line.words[at] == "the" and line.words[at - 1] == "of" and line.words[at - 2] == "middle":
        return "mid", at - 2
    if line.words[at] in {"in", "of"} and line.kinds[at - 1] == "w":
        word = line.words[at - 1]
        if line.words[at] == "in" and word in {"early", "late"}:
            return ("early" if word == "early" else "late"), at - 1
        return ("mid", at - 1) if line.words[at] == "of" and word == "middle" else (None, start)
    hyphen = line.words[at] == "-" and line.touches(start)
    word = line.words[at - hyphen]
    groups: tuple[tuple[Part, frozenset[str]], ...] = (("early", words.early), ("mid", words.mid), ("late", words.late))
    for name, group in groups:
        if word in group and word not in {"beginning", "middle"}:
            return name, at - hyphen
    return None, start


APPROXIMATE = frozenset(
    {"about", "around", "circa", "c", "ca", "approximately", "roughly", "perhaps", "probably", "possibly"}
)


def _hedge(line: Line, begin: int, words: Vocabulary) -> tuple[bool, tuple[int, int] | None]:
    at = begin - 1
    if line.words[at] == "the" or (line.tongue.small_names and line.words[at] in {"in", "by", "on"}):
        at -= 1
    if line.words[at] in {"in", "on"} and line.words[at - 1] in {"perhaps", "probably", "possibly"}:
        return True, (at - 1, at + 1)
    dot = line.words[at] == "." and line.touches(at)
    word = line.words[at - dot]
    if dot and word not in {"c", "ca"}:
        return False, None
    if word in APPROXIMATE or word == "~":
        return True, (at - dot, at + 1)
    return False, None
