"""What number do these words name? "three hundred and fifty-two thousand", "two-thirds", "a dozen"."""

from dataclasses import replace
from fractions import Fraction

from content.facts.halves import half
from content.facts.line import Line
from content.facts.number import BIG, Numeral, and_a_half
from content.facts.words import Vocabulary

COMPARED = frozenset({"more", "less", "higher", "lower", "fewer", "bigger", "larger", "smaller", "cheaper", "dearer"})
"""After "a third" these make it a share: "a third more"."""
BELOW = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
BELOW |= {"eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000}
BELOW |= {f"{word}s": number for word, number in BELOW.items() if not word.endswith("s") and word != "half"}


def in_words(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    """A number in words: "three hundred and fifty-two thousand", "two and a half", "half a million", "two-thirds"."""
    first = line.words[at]
    if first in {"a", "an"}:
        return _with_article(line, at, words)
    if words.wholes and line.printed(at) in words.wholes:
        return _whole(line, at, words)
    if first == "half":
        return half(line, at, words)
    if first in words.each and line.words[at + 1] in words.ordinals:
        return Numeral(Fraction(1, words.ordinals[line.words[at + 1]]), at, at + 2, fraction=True)
    if first in words.ordinals:
        return Numeral(Fraction(words.ordinals[first]), at, at + 1, ordinal=True)
    if first not in words.numbers:
        return None
    last = words.ordinals.get(line.words[at + 2], 0)
    if words.numbers[first] in range(20, 100, 10) and line.words[at + 1] == "-" and 0 < last < 10:
        return Numeral(Fraction(words.numbers[first] + last), at, at + 3, ordinal=True)
    return _cardinal(line, at, words)


def _whole(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    """A number word that stands alone, but "первая половина" is a stretch of time: "полтора", "тысяча"."""
    value = words.wholes[line.printed(at)]
    if value < 1 and (line.words[at - 1] in words.ordinals or line.words[at + 1] in words.ordinals):
        return None
    return Numeral(value, at, at + 1, fraction=True)


def _with_article(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    second = line.words[at + 1]
    if second in {"hundred", "thousand", "million", "billion", "trillion"}:
        scale = int(10 ** words.scales[second])
        found = Numeral(Fraction(scale), at, at + 2, scaled=True, factor=scale)
        return and_a_half(line, _compound(line, found, words))
    if second in {"dozen", "score"} and not (second == "score" and line.words[at + 2] != "of"):
        return Numeral(Fraction(words.numbers[second]), at, at + 2, scaled=True, factor=words.numbers[second])
    if second in {"half", "quarter", "third", "fifth", "tenth"} and second in BELOW:
        if line.words[at - 1] == "by" and second in {"third", "quarter", "fifth", "tenth"}:
            return Numeral(Fraction(1, BELOW[second]), at, at + 2, fraction=True)
        whole = (
            line.words[at + 3] not in {"a", "an"} or line.words[at + 4] in BIG or (line.words[at + 4],) in words.units
        )
        if (line.words[at + 2] in {"of", "as"} and whole) or line.words[at + 2 : at + 3] == ["million"]:
            return Numeral(Fraction(1, BELOW[second]), at, at + 2, fraction=True)
        if line.words[at + 2] in COMPARED and second != "second":
            return Numeral(Fraction(1, BELOW[second]), at, at + 2, fraction=True)
        if second == "half" and line.words[at + 2] in {"dozen"}:
            return Numeral(Fraction(1, 2), at, at + 2, fraction=True)
    return None


def _compound(line: Line, found: Numeral, words: Vocabulary) -> Numeral:
    """What follows "a hundred": "and fifty"."""
    if line.words[found.end] == "and" and found.value in (100, 1000):
        rest = _cardinal(line, found.end + 1, words) if line.words[found.end + 1] in words.numbers else None
        if rest and not rest.scaled and rest.value < 100:
            return replace(found, value=found.value + rest.value, end=rest.end)
    return found


def _cardinal(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    total = current = 0
    place, scaled, size, last = at, False, line.size, 0
    while place < size and place - at < 24:
        word = line.words[place]
        hyphen = False
        if place > at and word == "-" and line.touches(place) and line.touches(place + 1):
            hyphen, word = True, line.words[place + 1]
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
        line.words[at] in words.numbers
        and words.numbers[line.words[at]] > 0
        and line.words[at] not in {"dozen", "score"}
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
    if tail[:1] == ["and"] and line.words[at + 2] == "-" and line.words[at + 3] in BELOW and not found.scaled:
        top = words.numbers.get(line.words[at + 1], 0)
        if 0 < top < BELOW[line.words[at + 3]]:
            return replace(found, value=found.value + Fraction(top, BELOW[line.words[at + 3]]), end=at + 4)
    if tail[:1] == ["point"] and line.words[at + 1] in words.numbers:
        digits, place = "", at + 1
        while words.numbers.get(line.words[place], 99) < 10 and len(digits) < 6:
            digits += str(words.numbers[line.words[place]])
            place += 1
        return (
            replace(found, value=found.value + Fraction(int(digits), 10 ** len(digits)), end=place) if digits else found
        )
    if line.tongue.half_more and tail[0] == line.tongue.half_more:
        return replace(found, value=found.value + Fraction(1, 2), end=at + 1)
    if line.words[at] in words.parts and not found.scaled and 0 < found.value < words.parts[line.words[at]]:
        return replace(found, value=found.value / words.parts[line.words[at]], end=at + 1, fraction=True)
    hyphen = line.words[at] == "-" and line.touches(at) and line.touches(at + 1)
    word = line.words[at + hyphen]
    if word in BELOW and not found.scaled and 0 < found.value < BELOW[word]:
        plural = word.endswith("s") or word == "half"
        if (found.value > 1) == plural or found.value == 1:
            if found.value == 1 and not (hyphen or line.words[at + 1] in {"of", "the"}):
                return found
            return replace(found, value=found.value / BELOW[word], end=at + hyphen + 1, fraction=True)
    return found
