"""Which words name a figure? Money, shares, measures, ages, durations, ratios and counts, with ranges and hedges."""

from dataclasses import dataclass, replace
from fractions import Fraction

from content.facts.hedges import Hedge, after_length, hedge
from content.facts.hit import FigureHit
from content.facts.line import Line
from content.facts.numerals import SIGNS, Numeral, numeral
from content.facts.subject import Counted, counted, singular
from content.facts.traps import is_code, is_name
from content.facts.words import UnitName, Vocabulary
from content.facts.years import cited

DASHES = frozenset("-–—−‒")


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a figure: its name and the token after it."""

    name: UnitName
    end: int
    hyphen: bool = False


def figure(line: Line, at: int, words: Vocabulary) -> FigureHit | None:
    """The figure that begins at that token, None where none does."""
    if line.word(at) in words.multiples:
        return _hit(line, at, at + 1, Fraction(words.multiples[line.word(at)]), None, "time", words)
    money = _money_mark(line, at, words)
    start = money.end if money else at
    sign = _sign(line, start)
    first = numeral(line, start + sign, words)
    if first is None or (sign and not first.digits):
        return None
    if not money and not sign and (_starts_inside(line, first) or is_code(line, first, words)):
        return None
    if first.bare and first.value >= 1000 and cited(line, first.start, words):
        return None
    if first.ordinal:
        return _ordinal(line, first, words) if not money else None
    found = _ranged(line, replace(first, value=-first.value) if sign else first, money, words)
    return _with_unit(line, at, found, money, words)


@dataclass(frozen=True, slots=True)
class Spread:
    """One number or two, over the tokens to `end`."""

    low: Numeral
    high: Numeral | None
    end: int
    change: bool = False
    score: bool = False


def _money_mark(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """ "$", "US$", "EUR" before a number: the currency and the token after it."""
    raw = line.raw(at)
    if line.kind(at) == "w" and line.word(at + 1) in {"$", "£"} and line.touches(at + 1):
        joined = raw + line.word(at + 1)
        if joined in words.money_marks and line.kind(at + 2) == "n":
            return Unit(words.money_marks[joined], at + 2)
        return None
    mark = words.money_marks.get(raw)
    if mark and (line.kind(at + 1) == "n" or (line.kind(at) == "p" and numeral(line, at + 1, words))):
        return Unit(mark, at + 1)
    return None


def _sign(line: Line, at: int) -> int:
    """1 where a minus sign opens the number."""
    if line.word(at) in SIGNS and line.touches(at + 1) and line.kind(at + 1) == "n":
        before_free = not line.touches(at) or line.word(at - 1) in {"(", "["}
        return int(before_free and (line.word(at) == "−" or line.word(at) == "-"))
    if line.word(at) == "minus" and line.kind(at + 1) == "n":
        return 1
    return 0


def _starts_inside(line: Line, found: Numeral) -> bool:
    """The digits continue a word or number before them."""
    return found.start > 0 and line.touches(found.start) and line.kinds[found.start - 1] in "nwx"


def _ordinal(line: Line, found: Numeral, words: Vocabulary) -> FigureHit | None:
    if is_name(line, found, words):
        return None
    end = found.end
    word = line.word(end)
    if not found.digits:
        before = line.word(found.start - 1)
        if before not in {
            "the",
            "his",
            "her",
            "its",
            "their",
            "a",
            "our",
            "my",
            "and",
            "or",
            "ranked",
            "finished",
            "came",
            "placed",
            "this",
        } and not before.endswith("'s"):
            return None
        if line.word(end) in words.stops or (line.kind(end) != "w" and line.word(end) != "-"):
            if before not in {"ranked", "finished", "came", "placed"}:
                return None
        if word in words.numbers or line.kind(end) == "n":
            return None
        if found.value <= 2 and (
            line.kind(end) != "w" or word in words.stops or word in {"time", "place", "half", "part", "world"}
        ):
            return None
        if before in {"a", "and", "or"} and found.value == 2:
            return None
    return FigureHit(found.start, end, found.value, unit="ordinal")


def _ranged(line: Line, first: Numeral, money: Unit | None, words: Vocabulary) -> Spread:
    """The number with the one it spans to: "3.2 to 4 billion", "£40–45m", "between 5 and 7"."""
    alone = Spread(first, None, first.end)
    at, word = first.end, line.word(first.end)
    unit = None if money else _plain_unit(line, at, words)
    if unit and (line.word(unit.end) in {"to", "and"} or line.word(unit.end) in DASHES):
        at, word = unit.end, line.word(unit.end)
    skip = 1
    if word == "-" and line.touches(at) and line.word(at + 1) in {"to", "or"}:
        at, word = at + 1, line.word(at + 1)
        skip += line.word(at + 1) == "-"
    if word in DASHES:
        if word == "-" and not line.touches(at + 1):
            return alone
        if word == "—":
            return alone
    elif word == "to":
        if (
            unit
            and line.word(first.start - 1) not in {"from"}
            and not unit.name.is_time
            and unit.name.dimension != "share"
        ):
            skip = 1
    elif word == "and":
        if (
            line.word(first.start - 1) != "between"
            and line.word(first.start - 2) != "between"
            and not (money and line.word(first.start - 3) == "between")
        ):
            return alone
    elif word == "or":
        if found_small(first) is False or unit:
            return alone
    else:
        return alone
    place = at + skip
    if word != "or" and line.word(place) in {
        "about",
        "around",
        "nearly",
        "over",
        "perhaps",
        "almost",
        "roughly",
        "approximately",
    }:
        place += 1
    mark = _money_mark(line, place, words)
    if bool(mark) and not money:
        return alone
    place = mark.end if mark else place
    second = numeral(line, place, words)
    if (
        second is None
        or second.ordinal
        or (line.kind(place) == "w" and line.word(place) in {"a", "an", "half"} and word == "or")
    ):
        return alone
    if word in DASHES and (
        first.digits != second.digits or (line.word(second.end) in {"-"} and line.kind(second.end + 1) == "n")
    ):
        return alone
    low = first
    if second.scaled and not first.scaled and second.factor > 1 and first.value < 1000:
        if first.value * second.factor <= second.value:
            low = replace(first, value=first.value * second.factor, scaled=True, bare=False)
    if second.value < low.value and word in DASHES and _is_score(line, first, second):
        return Spread(first, second, second.end, score=True)
    if second.value <= low.value:
        return alone
    if word == "to" and not _same_unit(line, unit, second, words):
        return alone
    if word == "to" and second.value > 4 * low.value and low.value > 0 and _changes(line, first.start, words):
        return replace(alone, change=True)
    if unit and not _plain_unit(line, second.end, words):
        return alone
    if word == "to" and line.word(first.start - 1 - bool(money)) == "from" and _changes(line, first.start, words):
        return replace(alone, change=True)
    if word == "to" and not unit and not money and not first.digits and second.digits:
        return alone
    return Spread(low, second, second.end)


def _is_score(line: Line, first: Numeral, second: Numeral) -> bool:
    """ "3–2": two small whole numbers, the greater first."""
    small = first.bare and second.bare and first.value <= 200 and line.touches(first.end) and line.touches(second.start)
    return (small and not line.touches(second.end)) or (small and line.kind(second.end) == "p")


def _same_unit(line: Line, unit: Unit | None, second: Numeral, words: Vocabulary) -> bool:
    """The second number has the unit that the first printed, if it printed one."""
    other = _plain_unit(line, second.end, words)
    return unit is None or (other is not None and other.name.name == unit.name.name)


def found_small(found: Numeral) -> bool:
    """Small enough for "two or three"."""
    return not found.scaled and found.value < 100


def _changes(line: Line, at: int, words: Vocabulary) -> bool:
    return any(line.word(place) in words.sets["changes"] for place in range(max(0, at - 12), at))


def _plain_unit(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """The unit of measure, share or money that stands at that token."""
    if line.word(at) == "in" and (line.word(at - 2) in {"ft", "feet", "foot"} or line.word(at + 1) in INCH_SIGNS):
        return Unit(words.units["inch",], at + 1)
    if line.word(at) in DASHES and line.touches(at) and line.touches(at + 1) and line.kind(at + 1) == "w":
        unit = _named_unit(line, at + 1, words)
        if (
            unit is None
            and (len(line.raw(at + 1)) > 1 or line.raw(at + 1) == "m")
            and line.raw(at + 1) in words.symbols
            and not (line.touches(at + 2) and line.kind(at + 2) in "nw")
        ):
            unit = Unit(words.symbols[line.raw(at + 1)], at + 2)
        return replace(unit, hyphen=True) if unit else None
    return _symbol_unit(line, at, words) or _named_unit(line, at, words)


def _named_unit(line: Line, at: int, words: Vocabulary) -> Unit | None:
    if line.kind(at) != "w":
        return None
    best = None
    key: tuple[str, ...] = ()
    for place in range(at, min(at + 5, len(line))):
        key = (*key, line.words[place])
        if key in words.units:
            best = Unit(words.units[key], place + 1)
    if best is None or (
        best.end == at + 1
        and (
            line.upper(at)
            and not line.raw(at).isupper()
            and line.word(at) not in {"fahrenheit", "celsius"}
            and line.word(at) not in {"deutschmark", "reichsmark", "euro", "euros"}
        )
    ):
        return None if best is None or not (best.end == at + 1 and line.word(at).endswith(("s", "mark"))) else best
    if best.end == at + 1 and line.touches(at) and line.word(at) in {"second", "mark", "real", "won"}:
        return None
    if best.name.name == "second" and line.word(at) == "second" and line.word(at - 1) != "-":
        return None if line.word(at + 1) not in {"", ".", ",", ")"} else best
    return best


INCH_SIGNS = frozenset({"long", "wide", "high", "tall", "deep", "thick", ")"})
SPACED = frozenset(
    {
        "p",
        "A",
        "K",
        "B",
        "T",
        "g",
        "s",
        "t",
        "V",
        "W",
        "kt",
        "kn",
        "pt",
        "pp",
        "bp",
        "cal",
        "C",
    }
)


def _symbol_unit(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """The longest symbol that begins at that token: "%", "km/h", "°C", "sq km", "m²"."""
    if at >= len(line):
        return None
    begin = line.starts[at]
    if begin - line.ends[at - 1] > 1:
        return None
    best = None
    for place in range(at, min(at + 4, len(line))):
        symbol = line.text[begin : line.ends[place]]
        if len(symbol) > 8:
            break
        if symbol in words.symbols:
            best = Unit(words.symbols[symbol], place + 1)
        elif symbol in words.money_marks and not (symbol.isalpha() and place > at):
            best = Unit(words.money_marks[symbol], place + 1)
    if best is None:
        return None
    raw = line.text[begin : line.ends[best.end - 1]]
    if raw == "p" and line.words[at - 1] in {"720", "1080", "480", "1440", "2160"}:
        return None
    if raw == "s" and line.touches(at):
        return None
    if raw in SPACED and not line.touches(at) and raw not in {"K", "V", "W", "g", "t", "s"}:
        return None
    if line.touches(best.end) and (
        line.kind(best.end) in "nw" or (line.word(best.end) in DASHES and line.kind(best.end + 1) == "n" and raw != "%")
    ):
        return None
    return best


def _with_unit(line: Line, at: int, found: Spread, money: Unit | None, words: Vocabulary) -> FigureHit | None:
    last = found.high or found.low
    value, high = found.low.value, found.high.value if found.high else None
    if found.score:
        return _hit(line, at, found.end, value, high, "score", words)
    found = _past_error(line, found, words)
    if money:
        end = _money_tail(line, found.end, words)
        value, high = _million(line, found, value, high)
        return _hit(line, at, end, value, high, money.name.name, words)
    unit = _plain_unit(line, found.end, words)
    if unit and not _refused(line, found, unit, words):
        return _measured(line, at, found, unit, value, high, words)
    metres = line.word(found.end) in words.sets["metre_words"]
    if last.letter and (metres or line.kind(found.end) != "w") and not _plain_unit(line, found.end, words):
        measure = _lone_letter(line, found, last, words)
        if measure:
            return _hit(line, at, found.end, measure[0], measure[1], measure[2], words)
    return _count(line, at, found, value, high, words)


def _million(line: Line, found: Spread, value: Fraction, high: Fraction | None) -> tuple[Fraction, Fraction | None]:
    return value, high


def _past_error(line: Line, found: Spread, words: Vocabulary) -> Spread:
    """Past the margin of error in "0.6 ± 0.1 °C"."""
    if line.word(found.end) != "±":
        return found
    margin = numeral(line, found.end + 1, words)
    return replace(found, end=margin.end) if margin else found


def _money_tail(line: Line, end: int, words: Vocabulary) -> int:
    """Past a currency named again after the number: "$5 million US dollars"."""
    unit = _plain_unit(line, end, words)
    if unit and unit.name.is_money and not line.touches(end):
        return unit.end
    return end


def _refused(line: Line, found: Spread, unit: Unit, words: Vocabulary) -> bool:
    name = unit.name.name
    if (
        name == "degree"
        and line.word(found.end) == "degrees"
        and line.kind(unit.end) == "w"
        and line.word(unit.end) in {"from"}
    ):
        return False
    if name in {"second"} and not found.low.digits and line.word(found.end) == "second":
        return True
    return (
        name in {"mark", "stone", "league", "grain", "bar", "mole", "gray", "atmosphere"}
        and name == "mole"
        and not found.low.digits
    )


def _lone_letter(
    line: Line, found: Spread, last: Numeral, words: Vocabulary
) -> tuple[Fraction, Fraction | None, str] | None:
    """ "1,500m" with nothing counted after it: metres, not millions."""
    if last.letter != "m" or line.raw(last.end - 1) == "M":
        return None
    if line.word(found.end) in {".", ",", ";", ")"} and last.value / last.factor < 50 and last.value % last.factor:
        return None
    value = found.low.value / last.factor
    high = found.high.value / last.factor if found.high else None
    if found.high:
        value = found.low.value / last.factor
    return value, high, "metre"


def _measured(
    line: Line, at: int, found: Spread, unit: Unit, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    end, name = unit.end, unit.name.name
    if name == "foot" and unit.hyphen and line.word(end) == "-":
        pass
    if unit.name.is_time and line.word(end) in DASHES and line.word(end + 1) == "old":
        end += 2
    elif unit.name.is_time and line.word(end) == "old" and not unit.hyphen:
        end += 1
    elif unit.name.is_time and line.word(end) == "of" and line.word(end + 1) == "age":
        end += 2
    if end == unit.end and not unit.hyphen:
        name, end = _per(line, name, unit, words)
    if (
        is_name(line, found.low, words)
        and not found.low.scaled
        and unit.hyphen is False
        and _name_holds(line, found, unit)
    ):
        return None
    if found.low.value == 1 and not found.low.digits and unit.name.is_time and not unit.hyphen:
        if line.word(at - 1) in {"at", "the"} or (
            name in {"day", "night"} and line.word(end) not in {"later", "before", "after", "earlier", "ago"}
        ):
            return None
    capital = (
        line.upper(found.end + unit.hyphen)
        and not line.raw(found.end + unit.hyphen).isupper()
        and line.kind(found.end + unit.hyphen) == "w"
    )
    if capital and line.upper(at) and not line.opens_sentence(at):
        return None
    hit = _hit(line, at, end, value, high, name, words)
    if line.word(end) == "of" and not unit.name.is_money:
        phrase = _stuff(line, end, words)
        return replace(hit, counted=(unit.end - 1, phrase)) if phrase else hit
    return hit


def _name_holds(line: Line, found: Spread, unit: Unit) -> bool:
    """The unit after a "name" does not save it: only where a designator stands before the number."""
    return line.word(found.low.start - 1) in {"no", "no.", "page", "chapter"} or (
        line.upper(unit.end - 1) and line.kind(unit.end - 1) == "w" and not line.raw(unit.end - 1).isupper()
    )


def _per(line: Line, name: str, unit: Unit, words: Vocabulary) -> tuple[str, int]:
    """A rate: "pounds per acre", "tonnes a year" stays tonnes."""
    if line.word(unit.end) == "per" and not unit.name.is_money and unit.name.dimension not in {"share"}:
        below = _named_unit(line, unit.end + 1, words)
        if below:
            return f"{name} per {below.name.name}", below.end
    if line.word(unit.end) == "/" and line.touches(unit.end):
        below = _symbol_unit(line, unit.end + 1, words)
        if below:
            return f"{name} per {below.name.name}", below.end
    return name, unit.end


def _stuff(line: Line, at: int, words: Vocabulary) -> int | None:
    """The token after "of petrol products": what a measure measures."""
    place = at + 1
    while place < len(line) and line.kinds[place] == "w" and line.words[place] not in words.stops and place - at <= 4:
        if line.words[place] in words.numbers or (place > at + 1 and line.words[place].endswith("ed")):
            break
        place += 1
    return place if place > at + 1 else None


def _count(
    line: Line, at: int, found: Spread, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    last = found.high or found.low
    ratio = _ratio(line, at, found, words)
    if ratio:
        return ratio
    if is_name(line, found.low, words) or _lettered_code(line, found, last, words):
        return None
    noun_at = found.end
    hyphen = (
        line.word(noun_at) in DASHES
        and line.touches(noun_at)
        and line.touches(noun_at + 1)
        and line.kind(noun_at + 1) == "w"
    )
    if hyphen:
        return _compound(line, at, found, value, high, words)
    if line.touches(noun_at) and line.kind(noun_at) == "w":
        return _glued_unit(line, at, found, value, high, words)
    if found.low.fraction and line.word(noun_at) == "of" and line.word(noun_at + 1) in {"a", "an"}:
        whole = _named_unit(line, noun_at + 2, words)
        if whole:
            return _hit(line, at, whole.end, value, high, whole.name.name, words)
    if (unit := _age(line, found)) is not None:
        return _hit(line, at, found.end, value, high, unit, words)
    phrase = _counted_after(line, noun_at, found, words, one=value == 1 and high is None and found.low.digits)
    if not _worth(line, found, phrase, words):
        return None
    hit = _hit(line, at, found.end, value, high, phrase.unit if phrase else None, words)
    return replace(hit, counted=(phrase.start, phrase.end)) if phrase else hit


def _lettered_code(line: Line, found: Spread, last: Numeral, words: Vocabulary) -> bool:
    """ "221B", "4K": a capital letter after digits, with no money and nothing counted, is a code."""
    if not last.letter or (last.letter == "m" and line.raw(last.end - 1) == "m"):
        return False
    return counted(line, found.end, words) is None


def _counted_after(line: Line, at: int, found: Spread, words: Vocabulary, *, one: bool) -> Counted | None:
    """The noun phrase after a number, past "or more", "of the 15", or the "of" of a fraction."""
    at += after_length(line, at, words)
    phrase = counted(line, at, words, one=one)
    if phrase or line.word(at) != "of":
        return phrase
    place = at + 1
    if line.word(place) in {"the", "all", "its", "their", "his", "her", "these", "those", "our"}:
        place += 1
    for ahead in range(place, place + 3):
        inner = numeral(line, ahead, words)
        if inner and not inner.ordinal:
            return counted(line, inner.end, words)
    return counted(line, place, words) if found.low.fraction else None


def _age(line: Line, found: Spread) -> str | None:
    """ "aged 45", "at the age of 45", "Smith, 45, said": the unit year, or None."""
    at = found.low.start
    while line.word(at - 1) in {"between", "from", "about", "over", "just", "only", "under"}:
        at -= 1
    if line.word(at - 1) == "and" and line.kind(at - 2) == "n" and line.word(at - 3) == "aged":
        return "year"
    before = line.word(at - 1)
    if before in {"aged", "age"} or (before == "of" and line.word(at - 2) in {"age", "ages"}) or before == "ages":
        return "year"
    adult = found.low.bare and 12 <= found.low.value <= 110 and not found.high and line.word(found.end) in {",", "."}
    if (before == "at" and adult and line.kind(found.low.start - 2) in {"w", ""}) or (
        before == "turned" and found.low.bare
    ):
        return "year"
    named = before == "," and line.upper(at - 2) and line.kind(at - 2) == "w"
    if (
        named
        and found.low.bare
        and 1 <= found.low.value <= 110
        and line.word(found.end) in {",", "."}
        and not found.high
    ):
        return "year" if line.word(found.end) == "," else None
    return None


def _worth(line: Line, found: Spread, phrase: Counted | None, words: Vocabulary) -> bool:
    """A bare number with nothing to count is a figure only where something else shows it."""
    low = found.low
    if low.value == 1 and not low.digits and not found.high:
        return False
    if low.value == 0 and not low.digits:
        return phrase is not None
    if phrase or low.scaled or found.high or low.fraction:
        return True
    if low.digits:
        return _free_digits(line, found, words)
    before, after = line.word(low.start - 1), line.word(found.end)
    if low.value >= 13:
        return True
    if before in {"the", "these", "those", "all"} and after in words.stops | {"", ".", ",", ";"}:
        return False
    return (
        (before,) in words.bounds
        or (before,) in words.approximate
        or (
            before in {"to", "by", "of", "killed", "killing", "wounded", "were", "was", "only", "just", "than", "into"}
            and after in {".", ",", ";", ""}
        )
    )


def _free_digits(line: Line, found: Spread, words: Vocabulary) -> bool:
    low = found.low
    before = line.word(low.start - 1)
    if line.opens_sentence(low.start) and line.word(found.end) in {".", ")", ":"} and low.start <= 1:
        return False
    if before in {"(", "["} and line.word(found.end) in {")", "]"} and low.bare and low.value < 1000:
        return False
    return before not in {"[", "#", "@", "*", "^"}


def _ratio(line: Line, at: int, found: Spread, words: Vocabulary) -> FigureHit | None:
    """ "one in five", "two out of three"."""
    place = found.end
    if found.high or found.low.scaled:
        return None
    if line.word(place) == "in":
        place += 1
    elif line.word(place) == "out" and line.word(place + 1) == "of":
        place += 2
    else:
        return None
    if line.word(place) == "every":
        place += 1
    below = numeral(line, place, words)
    if (
        below is None
        or below.ordinal
        or below.value <= found.low.value
        or below.digits != found.low.digits
        or below.value < 2
    ):
        return None
    if (
        (below.bare and below.value >= 1000)
        or line.word(below.end) in {"years", "months", "days"}
        or found.low.value > 99
    ):
        return None
    phrase = counted(line, below.end, words)
    hit = _hit(line, at, below.end, found.low.value / below.value, None, phrase.unit if phrase else None, words)
    return replace(hit, counted=(phrase.start, phrase.end)) if phrase else hit


def _compound(
    line: Line, at: int, found: Spread, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    """ "15-member committee", "three-storey": the number counts the hyphened noun."""
    place = found.end + 1
    word = line.word(place)
    if (
        word in words.sets["not_compound"]
        or line.upper(place)
        or word in words.stops
        or word.endswith(("ed", "ing"))
        or value == 1
    ):
        return None
    if found.low.bare and len(line.words[found.low.start]) == 4:
        return None
    if word in {"fold"}:
        return _hit(line, at, place + 1, value, high, "time", words)
    if word in {"strong", "plus", "odd"}:
        phrase = counted(line, place + 1, words)
        hit = _hit(line, at, found.end, value, high, phrase.unit if phrase else None, words)
        hit = replace(hit, approximate=hit.approximate or word == "odd")
        return replace(hit, counted=(phrase.start, phrase.end)) if phrase else hit
    hit = _hit(line, at, place + 1, value, high, singular(line.raw(place), words), words)
    return replace(hit, counted=(place, place + 1))


def _glued_unit(
    line: Line, at: int, found: Spread, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    """Letters that touch digits are a unit or make a code; unknown ones make a code."""
    return None


def _hit(
    line: Line, at: int, end: int, value: Fraction, high: Fraction | None, unit: str | None, words: Vocabulary
) -> FigureHit:
    said: Hedge = hedge(line, at, end, words)
    return FigureHit(at, end, value, high, unit, said.approximate, said.bound, said.tokens)
