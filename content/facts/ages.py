"""Is this number somebody's age? The words around it tell: "aged 45", "he was 45", "Ann Lee, 45, said"."""

from content.facts.fact import Bound
from content.facts.line import Line
from content.facts.spreads import Spread
from content.facts.words import Vocabulary

OLDEST = 115
LIMITS: dict[str, Bound] = {"under": "less_than", "below": "less_than", "over": "more_than", "above": "more_than"}
BEFORE = frozenset({"between", "from", "about", "over", "just", "only", "under", "nearly", "almost", "above", "below"})
PRONOUNS = frozenset({"he", "she", "i", "who"})
ENDS = frozenset({",", ".", ";", ")", "", "when", "and", "at", "or", "but", "years", "while", "as", "in"})


def age(line: Line, found: Spread, words: Vocabulary) -> str | None:
    """The unit "year" where the number is an age; None elsewhere."""
    at = found.low.start
    while line.word(at - 1) in BEFORE:
        at -= 1
    told = (
        _aged(line, at) or _was(line, at, found) or _limited(line, at, found, words) or _beside_a_name(line, at, found)
    )
    return words.age if told else None


def age_bound(line: Line, at: int) -> Bound | None:
    """ "under the age of five": the bound stands before the words of the age."""
    if line.word(at - 1) == "of" and line.word(at - 2) in {"age", "ages"}:
        return LIMITS.get(line.word(at - 3 - (line.word(at - 3) == "the")))
    return None


def _aged(line: Line, at: int) -> bool:
    before = line.word(at - 1)
    if before == "and" and line.kind(at - 2) == "n" and line.word(at - 3) == "aged":
        return True
    return before in {"aged", "age", "ages"} or (before == "of" and line.word(at - 2) in {"age", "ages"})


def _small(found: Spread) -> bool:
    """One plain number that a person may be old."""
    return not (found.high or found.low.scaled or found.low.fraction) and 1 <= found.low.value <= OLDEST


def _was(line: Line, at: int, found: Spread) -> bool:
    """ "he was only 45", "turned 45", "left school at eleven", "a child of about ten"."""
    if not _small(found) or line.word(found.end) not in ENDS:
        return False
    before, earlier = line.word(at - 1), line.word(at - 2)
    if before in {"was", "is"} or (before in {"still", "already", "then"} and earlier in {"was", "is"}):
        return (earlier if before in {"was", "is"} else line.word(at - 3)) in PRONOUNS
    if before == "turned":
        return True
    if before == "at" and line.word(found.end) in {",", ".", ""}:
        return earlier in {"school", "home", "died", "married", "retired"} or (
            found.low.bare and found.low.value >= 12 and line.kind(at - 2) in {"w", ""}
        )
    return before == "of" and earlier in {"child", "boy", "girl", "lad", "youth", "infant"}


def _limited(line: Line, at: int, found: Spread, words: Vocabulary) -> bool:
    """ "people over 65", "every man above twenty-four", "under 18 free"."""
    if not _small(found) or line.word(found.low.start - 1) not in LIMITS or line.kind(found.end) == "n":
        return False
    before = line.word(at - 1)
    return before in words.sets["persons"] or (line.word(found.end) in {"free", "half"} and before in {",", ""})


def _beside_a_name(line: Line, at: int, found: Spread) -> bool:
    """ "Ann Lee, 45, said", "Ann Lee (45) left"."""
    if not (_small(found) and found.low.bare and line.upper(at - 2) and line.kind(at - 2) == "w"):
        return False
    if line.word(at - 1) == "(" and line.word(found.end) == ")":
        return line.upper(at - 3) and line.kind(at - 3) == "w" and 10 <= found.low.value < 100
    return line.word(at - 1) == "," and line.word(found.end) == ","
