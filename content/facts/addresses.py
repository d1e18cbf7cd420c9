"""Is this number that of a house? "10 Downing Street", "улица 1905 года"."""

from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.words import Vocabulary


def follows_street(line: Line, at: int, words: Vocabulary) -> bool:
    """The word before is a kind of street, where those stand first: "улица 1905 года", "ул. 8 Марта"."""
    before = at - 1 - (line.words[at - 1] in {".", "«"})
    return line.tongue.small_names and line.words[before] in words.streets


def is_address(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "10 Downing Street", "1600 Pennsylvania Avenue", "ул. 8 Марта"."""
    if follows_street(line, found.start, words):
        return True
    if not found.digits or (not found.bare and not found.ordinal):
        return False
    if not line.upper(found.end) or line.kinds[found.end] != "w":
        return False
    if found.bare and line.words[found.end] in words.sets["streets_first"] and line.upper(found.end + 1):
        return True
    for place in range(found.end, min(found.end + 4, len(line))):
        if line.kinds[place] != "w" or not line.upper(place):
            return False
        if line.words[place] in words.streets and place > found.end:
            return True
    return False
