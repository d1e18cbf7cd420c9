"""Does "one" count a thing here, or is it only a word? "one man and two women", "just one survivor"."""

from content.facts.line import Line
from content.facts.words import Vocabulary

REACH = 6


def one_thing(line: Line, at: int, words: Vocabulary) -> bool:
    """The "one" before that token counts the noun there: other numbers or words of number stand beside it."""
    word = line.words[at]
    if line.kinds[at] != "w" or line.upper(at) or word in words.stops or word in words.sets["not_counted"]:
        return False
    before = line.words[at - 2]
    if before in {"just", "only", "exactly", "killing", "wounding", "than", "least"}:
        return True
    if word in words.sets["persons"] or before in {"scored", "won", "lost", "killed", "injured", "sank", "captured"}:
        return True
    if line.words[at + 1 : at + 3] in (["to", "every"], ["for", "every"], ["for", "each"], ["to", "each"]):
        return True
    return (before in {"and", ","} and _numbered(line, range(max(0, at - 2 - REACH), at - 2), words)) or (
        line.words[at + 1] in {"and", ","} and _number(line, at + 2, words)
    )


def _numbered(line: Line, places: range, words: Vocabulary) -> bool:
    return any(_number(line, place, words) for place in places)


def _number(line: Line, at: int, words: Vocabulary) -> bool:
    if line.kinds[at] == "n":
        return len(line.words[at]) != 4
    return line.kinds[at] == "w" and words.numbers.get(line.words[at], 0) > 1
