"""What number do these words or digits name? Digits, words, scales, fractions and powers of ten."""

from dataclasses import dataclass, replace
from fractions import Fraction

from content.facts.eras import past_ending
from content.facts.line import Line
from content.facts.words import Vocabulary

LONGEST = 18
"""Digits beyond these are a code, not a figure."""

SIGNS = frozenset("-−–")
GLYPHS = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5),
    "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5),
    "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6),
    "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
BELOW = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
BELOW |= {"eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000}
BELOW |= {f"{word}s": number for word, number in BELOW.items() if not word.endswith("s") and word != "half"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over the tokens `start` to `end` (not included).

    `bare`: plain digits with no comma, point or scale (a year or a code looks so). `scaled`: a word or letter such as
    "million" was part of it, at token `scale_at`. `ordinal`: "25th", "third". `letter`: the scale was a lone letter.
    """

    value: Fraction
    start: int
    end: int
    digits: bool = False
    bare: bool = False
    scaled: bool = False
    ordinal: bool = False
    fraction: bool = False
    letter: str = ""
    factor: int = 1


def numeral(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    """The longest number that begins at that token, None where none does."""
    kind = line.kind(at)
    if kind == "n":
        found = _digits(line, at)
    elif kind == "w":
        word = line.words[at]
        found = Numeral(GLYPHS[word], at, at + 1, fraction=True) if word in GLYPHS else _spelled(line, at, words)
    else:
        return None
    return found and _of_a_scale(line, _scaled(line, found, words), words)


BIG = frozenset({"thousand", "million", "billion", "trillion"})


def _of_a_scale(line: Line, found: Numeral, words: Vocabulary) -> Numeral:
    """ "three quarters of a million", "half of one percent"."""
    at = found.end
    if not found.fraction or line.word(at) != "of" or line.word(at + 1) not in {"a", "one", "1"}:
        return found
    if line.word(at + 2) in BIG:
        factor = int(10 ** words.scales[line.word(at + 2)])
        return replace(found, value=found.value * factor, end=at + 3, scaled=True, factor=factor, fraction=False)
    share = line.word(at + 2) in {"percent", "%"} or line.words[at + 2 : at + 4] == ["per", "cent"]
    return replace(found, end=at + 2) if share else found


def _digits(line: Line, at: int) -> Numeral | None:
    raw = line.words[at]
    plain = raw if raw.isdigit() else "".join(mark for mark in raw if mark.isdigit() or mark == ".")
    if len(plain) > LONGEST or plain.count(".") > 1:
        return None
    value = Fraction(int(plain)) if plain.isdecimal() else Fraction(plain)
    found = Numeral(value, at, at + 1, digits=True, bare=raw.isdigit())
    word, after = line.word(at + 1), at + 1
    if word in {"st", "nd", "rd", "th"} and line.touches(after) and raw.replace(",", "").isdigit():
        return replace(found, end=at + 2, ordinal=True, bare=False)
    if line.tongue.endings and (end := past_ending(line, at + 1)) > at + 1 and raw.isdigit():
        return replace(found, end=end, ordinal=True, bare=False)
    if line.tongue.half_more and word == line.tongue.half_more:
        return replace(found, value=found.value + Fraction(1, 2), end=at + 2, bare=False)
    if word in GLYPHS:
        return replace(found, value=found.value + GLYPHS[word], end=at + 2, bare=False, fraction=True)
    if word in {"/", "⁄"} and line.touches(after) and line.kind(at + 2) == "n" and line.touches(at + 2):
        return _slashed(line, found)
    plus = word == "+" and line.touches(after) and line.word(at + 3) == "⁄"
    after += plus
    if found.bare and line.kind(after) == "n" and line.word(after + 1) in {"/", "⁄"} and line.touches(after + 1):
        part = _digits(line, after)
        if part and part.fraction:
            return replace(found, value=found.value + part.value, end=part.end, bare=False, fraction=True)
    if found.bare and len(raw) <= 3:
        found = _spaced(line, found)
    return _power(line, found)


def _slashed(line: Line, found: Numeral) -> Numeral | None:
    below = line.words[found.end + 1]
    if not below.isdigit() or len(below) > 3 or (line.word(found.end + 2) == "/" and line.touches(found.end + 2)):
        return None
    if not (found.bare and 2 <= int(below) <= 100 and found.value < int(below) and (found.value != 9 or below != "11")):
        return None
    if int(below) > 12 and int(below) not in {16, 20, 32, 50, 64, 100}:
        return None
    return replace(found, value=found.value / int(below), end=found.end + 2, bare=False, fraction=True)


def _spaced(line: Line, found: Numeral) -> Numeral:
    """Groups of three parted by plain spaces: "12 500 000"."""
    at, value = found.end, found.value
    while line.kind(at) == "n" and line.gap(at) == " " and len(line.words[at]) == 3 and line.words[at].isdigit():
        value = value * 1000 + int(line.words[at])
        at += 1
        if at - found.end > 5:
            return found
    if at == found.end or line.words[found.start].startswith("0") or (line.touches(at) and line.kind(at) == "w"):
        return found
    return replace(found, value=value, end=at, bare=False)


def _power(line: Line, found: Numeral) -> Numeral:
    """A factor "× 10²³", "x 10^23", or a bare "10²³"."""
    at = found.end
    if line.word(at) in {"×", "x", "⋅", "·", "*"} and line.word(at + 1) == "10":
        power = _exponent(line, at + 2)
        return (
            replace(found, value=found.value * Fraction(10) ** power[0], end=power[1], bare=False, scaled=True)
            if power
            else found
        )
    if line.words[found.start] == "10" and (power := _exponent(line, at)):
        return replace(found, value=Fraction(10) ** power[0], end=power[1], bare=False, scaled=True)
    return found


def _exponent(line: Line, at: int) -> tuple[int, int] | None:
    if line.word(at) == "^":
        at += 1
        bracket = line.word(at) == "("
        at += bracket
        sign = line.word(at) in SIGNS
        at += sign
        if line.kind(at) == "n" and line.words[at].isdigit() and len(line.words[at]) <= 2:
            return (-1 if sign else 1) * int(line.words[at]), at + 1 + bracket
        return None
    if (
        line.word(at) in SIGNS
        and line.touches(at)
        and line.touches(at + 1)
        and line.word(at - 2) in {"×", "x", "⋅", "·"}
    ):
        power = line.word(at + 1)
        return (-int(power), at + 2) if power.isdigit() and len(power) <= 2 else None
    raised = "".join(line.raw(place) for place in (at, at + 1) if line.touches(place))
    digits = ""
    for mark in raised:
        if mark not in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻":
            break
        digits += mark
    shown = digits.translate(POWERS)
    if not shown.lstrip("-").isdigit() or len(shown) > 3:
        return None
    used = at + (1 if len(line.raw(at)) >= len(digits) else 2)
    return int(shown), used


def _scaled(line: Line, found: Numeral, words: Vocabulary) -> Numeral:
    """The number with the scale words that follow it: "11.3 billion", "61.9bn", "two dozen"."""
    if found.ordinal:
        return found
    at, value, factor = found.end, found.value, 1
    letter = ""
    while at < line.size and len(letter) == 0:
        hyphen = line.word(at) == "-" and line.touches(at) and line.touches(at + 1) and len(line.word(at + 1)) > 3
        place = at + hyphen
        word = line.word(place)
        if word in {"dozen", "score"} and not (word == "score" and not found.digits and found.value < 2):
            step = words.numbers[word]
        elif word in words.scales and line.kind(place) == "w":
            if len(word) <= 3 and not _short_scale(line, place, found, word):
                break
            step = int(10 ** words.scales[word])
            letter = word if len(word) == 1 else ""
        else:
            break
        factor *= step
        at = place + 1
        if at - found.end > 6:
            break
    if factor == 1:
        return found
    result = replace(found, value=value * factor, end=at, bare=False, scaled=True, letter=letter, factor=factor)
    return _and_a_half(line, _and_smaller(line, result, words))


def _and_smaller(line: Line, found: Numeral, words: Vocabulary) -> Numeral:
    """The rest of "2 млн 300 тыс." or "1 тыс. 600", in a language that writes numbers so."""
    if not line.tongue.small_names or line.kind(found.end) != "n" or not line.word(found.end).isdigit():
        return found
    if found.factor == 1000 and len(line.word(found.end)) == 3 and line.word(found.end + 1) not in words.scales:
        return replace(found, value=found.value + int(line.word(found.end)), end=found.end + 1, factor=1)
    scale = line.word(found.end + 1)
    step = 10 ** words.scales.get(scale, 99)
    if len(line.word(found.end)) > 3 or step >= found.factor:
        return found
    rest = int(line.word(found.end)) * step
    return replace(found, value=found.value + rest, end=found.end + 2, factor=step)


def _short_scale(line: Line, at: int, found: Numeral, word: str) -> bool:
    """A letter or abbreviation is a scale only after digits; letters only where they touch."""
    if not found.digits:
        return False
    if word in {"k", "m", "b"}:
        return line.touches(at) or (word == "m" and line.word(found.start - 1) in {"$", "£", "€", "¥"})
    return True


def _and_a_half(line: Line, found: Numeral) -> Numeral:
    if line.words[found.end : found.end + 3] == ["and", "a", "half"]:
        return replace(found, value=found.value + Fraction(found.factor, 2), end=found.end + 3)
    return found


def _spelled(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    """A number in words: "three hundred and fifty-two thousand", "two and a half", "half a million", "two-thirds"."""
    first = line.words[at]
    if first in {"a", "an"}:
        return _with_article(line, at, words)
    if words.wholes and line.printed(at) in words.wholes:
        return _whole(line, at, words)
    if first == "half":
        return _half(line, at, words)
    if first in words.each and line.word(at + 1) in words.ordinals:
        return Numeral(Fraction(1, words.ordinals[line.word(at + 1)]), at, at + 2, fraction=True)
    if first in words.ordinals:
        return Numeral(Fraction(words.ordinals[first]), at, at + 1, ordinal=True)
    if first not in words.numbers:
        return None
    last = words.ordinals.get(line.word(at + 2), 0)
    if words.numbers[first] in range(20, 100, 10) and line.word(at + 1) == "-" and 0 < last < 10:
        return Numeral(Fraction(words.numbers[first] + last), at, at + 3, ordinal=True)
    return _cardinal(line, at, words)


def _whole(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    """A number word that stands alone, but "первая половина" is a stretch of time: "полтора", "тысяча"."""
    value = words.wholes[line.printed(at)]
    if value < 1 and (line.word(at - 1) in words.ordinals or line.word(at + 1) in words.ordinals):
        return None
    return Numeral(value, at, at + 1, fraction=True)


def _with_article(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    second = line.word(at + 1)
    if second in {"hundred", "thousand", "million", "billion", "trillion"}:
        scale = int(10 ** words.scales[second])
        found = Numeral(Fraction(scale), at, at + 2, scaled=True, factor=scale)
        return _and_a_half(line, _compound(line, found, words))
    if second in {"dozen", "score"} and not (second == "score" and line.word(at + 2) != "of"):
        return Numeral(Fraction(words.numbers[second]), at, at + 2, scaled=True, factor=words.numbers[second])
    if second in {"half", "quarter", "third", "fifth", "tenth"} and second in BELOW:
        if line.word(at - 1) == "by" and second in {"third", "quarter", "fifth", "tenth"}:
            return Numeral(Fraction(1, BELOW[second]), at, at + 2, fraction=True)
        whole = line.word(at + 3) not in {"a", "an"} or line.word(at + 4) in BIG or (line.word(at + 4),) in words.units
        if (line.word(at + 2) in {"of", "as"} and whole) or line.words[at + 2 : at + 3] == ["million"]:
            return Numeral(Fraction(1, BELOW[second]), at, at + 2, fraction=True)
        if second == "half" and line.word(at + 2) in {"dozen"}:
            return Numeral(Fraction(1, 2), at, at + 2, fraction=True)
    return None


def _compound(line: Line, found: Numeral, words: Vocabulary) -> Numeral:
    """What follows "a hundred": "and fifty"."""
    if line.word(found.end) == "and" and found.value in (100, 1000):
        rest = _cardinal(line, found.end + 1, words) if line.word(found.end + 1) in words.numbers else None
        if rest and not rest.scaled and rest.value < 100:
            return replace(found, value=found.value + rest.value, end=rest.end)
    return found


def _half(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    following = at + 1
    if line.word(following) == "-" and line.touches(following):
        following += 1
    if line.word(following) in {"a", "an"}:
        following += 1 + (line.word(following + 1) == "-")
    scale = line.word(following)
    if scale in {"million", "billion", "trillion", "thousand", "dozen", "hundred"}:
        factor = words.numbers.get(scale) or int(10 ** words.scales[scale])
        return Numeral(Fraction(factor, 2), at, following + 1, scaled=True, factor=factor)
    if following > at + 1 and ((scale,) in words.units or (scale, line.word(following + 1)) in words.units):
        return Numeral(Fraction(1, 2), at, following, fraction=True)
    if line.word(at + 1) in {"the", "its", "their", "his", "her", "our"} and line.word(at + 2) not in {
        "time",
        "battle",
        "day",
    }:
        return Numeral(Fraction(1, 2), at, at + 1, fraction=True)
    if (line.word(at - 1) == "by" and line.kind(at + 1) != "w") or _half_alone(line, at):
        return Numeral(Fraction(1, 2), at, at + 1, fraction=True)
    if line.word(at + 1) == "of" and line.word(at - 1) not in {"first", "second", "other", "latter"}:
        return Numeral(Fraction(1, 2), at, at + 1, fraction=True)
    return None


SURE = frozenset({"than", "least", "most", "about", "nearly", "almost", "over", "under", "roughly", "around", "exactly"})
GIVEN = frozenset({"pay", "paid", "pays", "lost", "lose", "kept", "took", "sold"})
NOT_HALVES = frozenset({"way", "time", "asleep", "hour", "full", "empty", "past", "back", "brother", "sister", "an", "a"})


def _half_alone(line: Line, at: int) -> bool:
    """ "less than half survived", "they pay half"."""
    before, after = line.word(at - 1), line.word(at + 1)
    if before in GIVEN:
        return line.kind(at + 1) != "w" and after != "-"
    return before in SURE and after not in NOT_HALVES and after != "-" and line.kind(at + 1) != "n"


def _cardinal(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    total = current = 0
    place, scaled, size, last = at, False, line.size, 0
    while place < size and place - at < 24:
        word = line.words[place]
        hyphen = False
        if place > at and word == "-" and line.touches(place) and line.touches(place + 1):
            hyphen, word = True, line.word(place + 1)
        if word == "and" and place > at and last in (100, 1000, 1000000) and _continues(line, place + 1, words):
            place += 1
            continue
        number = words.numbers.get(word)
        if number is not None and word not in {"dozen", "score"}:
            if place > at and not _may_follow(current, number, last):
                break
            current += number
            last = number
        elif word == "hundred" and current:
            current, last, scaled = current * 100, 100, True
        elif word in {"thousand", "million", "billion", "trillion"} and current:
            factor = int(10 ** words.scales[word])
            total, current, last, scaled = total + current * factor, 0, factor, True
        else:
            break
        place += 1 + hyphen
    found = Numeral(Fraction(total + current), at, place, scaled=scaled, factor=last if scaled else 1)
    return _fractional(line, found, words)


def _continues(line: Line, at: int, words: Vocabulary) -> bool:
    return (
        line.word(at) in words.numbers and words.numbers[line.word(at)] > 0 and line.word(at) not in {"dozen", "score"}
    )


def _may_follow(current: int, number: int, last: int) -> bool:
    if last >= 100:
        return number < 100 if last < 1000 else True
    return 20 <= last <= 90 and 0 < number < 10


def _fractional(line: Line, found: Numeral, words: Vocabulary) -> Numeral | None:
    """Takes in "and a half", "point three", "-thirds"."""
    at = found.end
    tail = line.words[at : at + 3]
    if line.words[at : at + 6] == ["-", "and", "-", "a", "-", "half"]:
        return replace(found, value=found.value + Fraction(1, 2), end=at + 6)
    if tail == ["and", "a", "half"]:
        return replace(found, value=found.value + Fraction(1, 2), end=at + 3)
    if tail == ["and", "a", "quarter"]:
        return replace(found, value=found.value + Fraction(1, 4), end=at + 3)
    if tail[:1] == ["point"] and line.word(at + 1) in words.numbers:
        digits, place = "", at + 1
        while words.numbers.get(line.word(place), 99) < 10 and len(digits) < 6:
            digits += str(words.numbers[line.word(place)])
            place += 1
        return (
            replace(found, value=found.value + Fraction(int(digits), 10 ** len(digits)), end=place) if digits else found
        )
    if line.tongue.half_more and tail[0] == line.tongue.half_more:
        return replace(found, value=found.value + Fraction(1, 2), end=at + 1)
    if line.word(at) in words.parts and not found.scaled and 0 < found.value < words.parts[line.word(at)]:
        return replace(found, value=found.value / words.parts[line.word(at)], end=at + 1, fraction=True)
    hyphen = line.word(at) == "-" and line.touches(at) and line.touches(at + 1)
    word = line.word(at + hyphen)
    if word in BELOW and not found.scaled and 0 < found.value < BELOW[word]:
        plural = word.endswith("s") or word == "half"
        if (found.value > 1) == plural or found.value == 1:
            if found.value == 1 and not (hyphen or line.word(at + 1) in {"of", "the"}):
                return found
            return replace(found, value=found.value / BELOW[word], end=at + hyphen + 1, fraction=True)
    return found
