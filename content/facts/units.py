"""Which unit stands at this token? Names, symbols, and the marks of money before a number."""

from dataclasses import replace

from content.facts.line import Line
from content.facts.numerals import numeral
from content.facts.unit_names import UnitName
from content.facts.words import Vocabulary
from content.record import record

DASHES = frozenset("-–—−‒")


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


@record
class Unit:
    """The unit of a figure: its name and the token after it."""

    name: UnitName
    end: int
    hyphen: bool = False


def money_mark(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """ "$", "US$", "EUR" before a number: the currency and the token after it."""
    raw = line.raw(at)
    if line.kinds[at] == "w" and line.words[at + 1] in {"$", "£"} and line.touches(at + 1):
        joined = raw + line.words[at + 1]
        if joined in words.money_marks and line.kinds[at + 2] == "n":
            return Unit(words.money_marks[joined], at + 2)
        return None
    spaced = (
        line.kinds[at] == "w" and line.words[at + 1] == "$" and line.gap(at + 1) == " " and line.words[at - 1] != "the"
    )
    if spaced and raw + "$" in words.money_marks and line.kinds[at + 2] == "n":
        return Unit(words.money_marks[raw + "$"], at + 2)
    mark = words.money_marks.get(raw)
    if mark and line.kinds[at] == "w" and line.words[at + 1] == "." and line.kinds[at + 2] == "n":
        return Unit(mark, at + 2)
    if mark and (line.kinds[at + 1] == "n" or (line.kinds[at] == "p" and numeral(line, at + 1, words))):
        return Unit(mark, at + 1)
    return None


def plain_unit(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """The unit of measure, share or money that stands at that token."""
    if line.words[at] == "in" and (line.words[at - 2] in {"ft", "feet", "foot"} or line.words[at + 1] in INCH_SIGNS):
        return Unit(words.units["inch",], at + 1)
    if line.words[at] in DASHES and line.touches(at) and line.touches(at + 1) and line.kinds[at + 1] == "w":
        unit = named_unit(line, at + 1, words)
        if (
            unit is None
            and (len(line.raw(at + 1)) > 1 or line.raw(at + 1) == "m")
            and line.raw(at + 1) in words.symbols
            and not (line.touches(at + 2) and line.kinds[at + 2] in "nw")
        ):
            unit = Unit(words.symbols[line.raw(at + 1)], at + 2)
        return replace(unit, hyphen=True) if unit else None
    return symbol_unit(line, at, words) or named_unit(line, at, words)


def stretched_unit(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """The unit behind a word that only stretches it: "two more years", "three long weeks", "five further miles"."""
    if line.words[at] not in words.sets["stretching"]:
        return None
    unit = named_unit(line, at + 1, words)
    return unit if unit and not unit.name.is_money and line.words[unit.end - 1].endswith("s") else None


def named_unit(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """The longest unit name that begins at that token: "miles per hour", "US dollars"."""
    if line.kinds[at] != "w" or line.words[at] not in words.unit_starts:
        return None
    best = None
    key: tuple[str, ...] = ()
    open_key: tuple[str, ...] = ()
    for place in range(at, min(at + 5, line.size)):
        key = (*key, line.words[place])
        if line.words[place] != "-":
            open_key = (*open_key, line.words[place])
        if key in words.units:
            best = Unit(words.units[key], place + 1)
        elif len(open_key) > 1 and line.words[place] != "-" and open_key in words.units:
            best = Unit(words.units[open_key], place + 1)
    if best is None or (
        best.end == at + 1
        and (
            line.upper(at)
            and not line.raw(at).isupper()
            and line.words[at] not in {"fahrenheit", "celsius"}
            and line.words[at] not in {"deutschmark", "reichsmark", "euro", "euros"}
        )
    ):
        return None if best is None or not (best.end == at + 1 and line.words[at].endswith(("s", "mark"))) else best
    if best.end == at + 1 and line.touches(at) and line.words[at] in {"second", "mark", "real", "won"}:
        return None
    if best.name.name == "second" and line.words[at] == "second" and line.words[at - 1] != "-":
        return None if line.words[at + 1] not in {"", ".", ",", ")"} else best
    return best


def symbol_unit(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """The longest symbol that begins at that token: "%", "km/h", "°C", "sq km", "m²"."""
    if at >= line.size or line.text[line.starts[at] : line.ends[at]] not in words.symbol_starts:
        return _percent_or_heat(line, at, words) if line.words[at] in {"pc", "c", "f"} else None
    begin = line.starts[at]
    if begin - line.ends[at - 1] > 1:
        return None
    if (line.words[at] in {"pc", "c", "f"}) and (found := _percent_or_heat(line, at, words)):
        return found
    best = None
    for place in range(at, min(at + 4, line.size)):
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
    if raw == "Rs" and line.kinds[at - 1] != "n":
        return None
    if raw == "p" and line.words[at - 1] in {"720", "1080", "480", "1440", "2160"}:
        return None
    if raw == "s" and line.touches(at) and line.words[at - 1] != "/":
        return None
    shorter = raw[:-1] in words.symbols and (best.end >= line.size or line.upper(best.end))
    if raw.endswith(".") and shorter:
        best = Unit(best.name, best.end - 1)
    if raw in SPACED and not line.touches(at) and raw not in {"K", "V", "W", "g", "t", "s"}:
        return None
    if line.touches(best.end) and (
        line.kinds[best.end] in "nw"
        or (line.words[best.end] in DASHES and line.kinds[best.end + 1] == "n" and raw != "%")
    ):
        return None
    return best


def _percent_or_heat(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """The letters of "20pc", "41C", "104F"."""
    if line.words[at] == "pc" and line.touches(at) and line.kinds[at - 1] == "n":
        return Unit(words.symbols["%"], at + 1)
    return _heat(line, at, words)


def _heat(line: Line, at: int, words: Vocabulary) -> Unit | None:
    """ "41C" and "104F" where the words around speak of heat."""
    if line.words[at] not in {"c", "f"} or not line.touches(at) or (line.touches(at + 1) and line.kinds[at + 1] == "n"):
        return None
    if words.sets["heat"].isdisjoint(line.words[max(0, at - 12) : at + 6]) or line.upper(at - 2):
        return None
    return Unit(words.symbols["°" + line.raw(at).upper()], at + 1)


def money_tail(line: Line, end: int, words: Vocabulary) -> int:
    """Past a currency named again after the number: "$5 million US dollars"."""
    unit = plain_unit(line, end, words)
    if unit and unit.name.is_money and not line.touches(end):
        return unit.end
    return end
