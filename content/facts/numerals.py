"""Which number begins here, with the scale that follows it? "11.3 billion", "61.9bn", "two dozen"."""

from dataclasses import replace

from content.facts.digits import in_digits
from content.facts.line import Line
from content.facts.number import BIG, GLYPHS, Numeral, and_a_half
from content.facts.number_words import in_words
from content.facts.words import Vocabulary


def numeral(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    """The longest number that begins at that token, None where none does."""
    kind = line.kinds[at]
    if kind == "n":
        found = in_digits(line, at)
    elif kind == "w":
        word = line.words[at]
        found = Numeral(GLYPHS[word], at, at + 1, fraction=True) if word in GLYPHS else in_words(line, at, words)
    else:
        return None
    return found and _of_a_scale(line, _scaled(line, found, words), words)


def _of_a_scale(line: Line, found: Numeral, words: Vocabulary) -> Numeral:
    """ "three quarters of a million", "half of one percent"."""
    at = found.end
    if not found.fraction or line.words[at] != "of" or line.words[at + 1] not in {"a", "one", "1"}:
        return found
    if line.words[at + 2] in BIG:
        factor = int(10 ** words.scales[line.words[at + 2]])
        return replace(found, value=found.value * factor, end=at + 3, scaled=True, factor=factor, fraction=False)
    share = line.words[at + 2] in {"percent", "%"} or line.words[at + 2 : at + 4] == ["per", "cent"]
    return replace(found, end=at + 2) if share else found


def _scaled(line: Line, found: Numeral, words: Vocabulary) -> Numeral:
    """The number with the scale words that follow it: "11.3 billion", "61.9bn", "two dozen"."""
    if found.ordinal:
        return found
    at, value, factor = found.end, found.value, 1
    letter = ""
    while at < line.size and len(letter) == 0:
        hyphen = line.words[at] == "-" and line.touches(at) and line.touches(at + 1) and len(line.words[at + 1]) > 3
        place = at + hyphen
        word = line.words[place]
        if word in {"dozen", "score"} and not (word == "score" and not found.digits and found.value < 2):
            step = words.numbers[word]
        elif word in words.scales and line.kinds[place] == "w":
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
    return and_a_half(line, _and_smaller(line, result, words))


def _and_smaller(line: Line, found: Numeral, words: Vocabulary) -> Numeral:
    """The rest of "2 млн 300 тыс." or "1 тыс. 600", in a language that writes numbers so."""
    if not line.tongue.small_names or line.kinds[found.end] != "n" or not line.words[found.end].isdigit():
        return found
    if found.factor == 1000 and len(line.words[found.end]) == 3 and line.words[found.end + 1] not in words.scales:
        return replace(found, value=found.value + int(line.words[found.end]), end=found.end + 1, factor=1)
    scale = line.words[found.end + 1]
    step = 10 ** words.scales.get(scale, 99)
    if len(line.words[found.end]) > 3 or step >= found.factor:
        return found
    rest = int(line.words[found.end]) * step
    return replace(found, value=found.value + rest, end=found.end + 2, factor=step)


def _short_scale(line: Line, at: int, found: Numeral, word: str) -> bool:
    """A letter or abbreviation is a scale only after digits; letters only where they touch."""
    if not found.digits:
        return False
    if word in {"k", "m", "b"}:
        return line.touches(at) or (word == "m" and line.words[found.start - 1] in {"$", "£", "€", "¥"})
    return True
