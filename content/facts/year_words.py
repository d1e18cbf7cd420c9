"""Which year do these words name? "nineteen forty-one", "ten sixty-six", "two thousand and eight"."""

from content.facts.line import Line
from content.facts.words import Vocabulary
from content.facts.years import plural_after


def spelled_year(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """ "nineteen forty-one", "eighteen twelve", "nineteen oh five": the year and the token after it."""
    hundreds = words.numbers[line.words[at]]
    place = at + 1 + (line.words[at + 1] == "-" and line.touches(at + 1))
    word = line.words[place]
    if line.upper(at) and line.upper(place):
        return None  # the novel "Nineteen Eighty-Four"
    number = words.numbers.get(word)
    if number is None or word in {"dozen", "score", "zero"} or not 10 <= number <= 99:
        return None
    end = place + 1
    if number >= 20 and line.words[end] == "-" and 0 < words.numbers.get(line.words[end + 1], 0) < 10:
        number, end = number + words.numbers[line.words[end + 1]], end + 2
    elif number >= 20 and 0 < words.numbers.get(line.words[end], 0) < 10:
        number, end = number + words.numbers[line.words[end]], end + 1
    if hundreds == 20 and place == at + 1 and number < 10:
        return None
    return hundreds * 100 + number, end


def rounded_year(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """ "nineteen hundred and five", "nineteen oh five", "ten sixty-six", "two thousand ten"; no noun after it."""
    first = words.numbers[line.words[at]]
    if line.words[at + 1] == "thousand" and first in (1, 2):
        year, end = first * 1000, at + 2
    elif line.words[at + 1] == "hundred" and 10 <= first <= 20:
        year, end = first * 100, at + 2
    elif line.words[at + 1] == "oh" and 10 <= first <= 20 and 0 < words.numbers.get(line.words[at + 2], 0) < 10:
        return first * 100 + words.numbers[line.words[at + 2]], at + 3
    else:
        found = spelled_year(line, at, words) if first == 10 else None
        return found if found and not plural_after(line, found[1] - 1, words) else None
    place = end + (line.words[end] == "and")
    small = words.numbers.get(line.words[place], 0)
    if 0 < small < 100 and line.words[place] not in {"dozen", "score"}:
        year, end = year + small, place + 1
        if small >= 20 and line.words[end] == "-" and 0 < words.numbers.get(line.words[end + 1], 0) < 10:
            year, end = year + words.numbers[line.words[end + 1]], end + 2
    following = line.words[end]
    free = line.kinds[end] != "w" or following in words.stops
    return (year, end) if free and following not in {"-", "of"} else None
