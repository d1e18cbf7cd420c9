"""Is this number somebody's age? The words around it tell: "aged 45", "he was 45", "Ann Lee, 45, said"."""

from content.facts.fact import Bound
from content.facts.line import Line
from content.facts.spreads import Spread
from content.facts.subject import is_plural
from content.facts.words import Vocabulary

OLDEST = 115
LIMITS: dict[str, Bound] = {"under": "less_than", "below": "less_than", "over": "more_than", "above": "more_than"}
BEFORE = frozenset({"between", "from", "about", "over", "just", "only", "under", "nearly", "almost", "above", "below"})
PRONOUNS = frozenset({"he", "she", "i", "who"})
AGE_GROUPS = (["age", "group"], ["age", "bracket"], ["age", "range"], ["age", "groups"])
BECAME = frozenset({"became", "was", "went", "left", "took", "began", "wrote", "won", "had", "fell", "ran", "fought"})
MANY = frozenset({"thousands", "hundreds", "number", "dozens"})
ENDS = frozenset({",", ".", ";", ")", "", "when", "and", "at", "or", "but", "years", "while", "as", "in"})


def age(line: Line, found: Spread, words: Vocabulary) -> str | None:
    """The unit "year" where the number is an age; None elsewhere."""
    at = found.low.start
    while line.words[at - 1] in BEFORE:
        at -= 1
    told = (
        _aged(line, at, found, words)
        or _was(line, at, found, words)
        or _limited(line, at, found, words)
        or _beside_a_name(line, at, found, words)
    )
    return words.age if told else None


def age_bound(line: Line, at: int) -> Bound | None:
    """ "under the age of five": the bound stands before the words of the age."""
    if line.words[at - 1] == "of" and line.words[at - 2] in {"age", "ages"}:
        return LIMITS.get(line.word(at - 3 - (line.words[at - 3] == "the")))
    return None


def _aged(line: Line, at: int, found: Spread, words: Vocabulary) -> bool:
    """ "aged 45", "at the ages of 3, 5 and 7", "lived to be ninety", "the 25-34 age group"."""
    if line.words[found.end : found.end + 2] in AGE_GROUPS:
        return True
    first = at
    while line.words[at - 1] in {"and", "or", ","} and _number_at(line, at - 2, words) and first - at < FARTHEST:
        at -= 2
    if at < first and _counts_more(line, found, words):
        return False
    before, earlier = line.words[at - 1], line.words[at - 2]
    if before == "be" and line.words[at - 3 : at - 1] == ["lived", "to"]:
        return True
    if before == "to" and earlier == "lived":
        return True
    return before in {"aged", "age", "ages"} or (before == "of" and earlier in {"age", "ages"})


FARTHEST = 8
"""So many tokens back an age may share the words that tell it."""


def _number_at(line: Line, at: int, words: Vocabulary) -> bool:
    return line.kinds[at] == "n" or (line.kinds[at] == "w" and line.words[at] in words.numbers)


def _counts_more(line: Line, found: Spread, words: Vocabulary) -> bool:
    return line.kinds[found.end] == "w" and line.words[found.end] not in words.stops


def _small(found: Spread) -> bool:
    """One plain number that a person may be old."""
    return not (found.high or found.low.scaled or found.low.fraction) and 1 <= found.low.value <= OLDEST


def _was(line: Line, at: int, found: Spread, words: Vocabulary) -> bool:
    """ "he was only 45", "turned 45", "left school at eleven", "a child of about ten"."""
    if found.high:
        return found.high.value <= OLDEST and found.low.bare == found.high.bare and _of_youth(line, at, found, words)
    if not _small(found):
        return False
    if _grown(line, at, found, words):
        return True
    if _of_youth(line, at, found, words) or _at_an_age(line, at, found, words):
        return True
    if line.words[found.end] not in ENDS:
        return False
    before, earlier = line.words[at - 1], line.words[at - 2]
    if before in {"was", "is"} and not {"age", "oldest", "youngest", "eldest"}.isdisjoint(
        line.words[max(0, at - 7) : at]
    ):
        return True
    if before in {"was", "is"} or (before in {"still", "already", "then"} and earlier in {"was", "is"}):
        return (earlier if before in {"was", "is"} else line.words[at - 3]) in PRONOUNS
    if before == "turned" or (
        line.words[found.end] == "when" and line.words[found.end + 1] in PRONOUNS | {"they", "his"}
    ):
        return True
    return before == "of" and earlier in {"child", "boy", "girl", "lad", "youth", "infant"}


def _grown(line: Line, at: int, found: Spread, words: Vocabulary) -> bool:
    """ "she would be forty in May", "not yet twenty", "on turning 30", "younger than 30", "Ann, then eleven, ran"."""
    after, before, earlier = line.words[found.end], line.words[at - 1], line.words[at - 2]
    if line.kinds[found.end] in {"w", "n"} and after not in words.stops:
        return False
    if before in {"turned", "turning"} or (before == "than" and earlier in {"younger", "older"}):
        return True
    if before in {"then", "now", "still", "just"} and earlier == "," == after and line.upper(at - 3):
        return True
    if before in {"barely", "scarcely", "hardly", "yet"} and after == "," and line.words[found.end + 1] in PRONOUNS:
        return True
    place = at - 1
    while line.words[place] in LIFE and at - place < 7:
        place -= 1
    return line.words[place] in PRONOUNS and not BEING.isdisjoint(line.words[place + 1 : at])


BEING = frozenset({"was", "is", "be", "been", "yet", "reached", "turned"})
LIFE = BEING | {
    "would",
    "will",
    "have",
    "had",
    "has",
    "not",
    "only",
    "just",
    "still",
    "already",
    "then",
    "now",
    "barely",
}
"""May stand between "she" and her age."""


def _of_youth(line: Line, at: int, found: Spread, words: Vocabulary) -> bool:
    """ "a man of forty", "boys of twelve and thirteen"."""
    if line.kinds[found.end] == "w" and is_plural(line.words[found.end], words):
        return False
    if line.words[at - 1] in {"and", "or", "to"}:
        at -= 2
    return line.words[at - 1] == "of" and line.words[at - 2] in words.sets["youths"] and line.words[at - 3] not in MANY


def _at_an_age(line: Line, at: int, found: Spread, words: Vocabulary) -> bool:
    """ "retired at 62 after", "left school at eleven", "At eighty-three he still rode"."""
    earlier, after = line.words[at - 2], line.words[found.end]
    if line.words[at - 1] == "before" and earlier in {"died", "die", "dies"}:
        return line.kinds[found.end] != "w" or after in words.stops
    if line.words[at - 1] != "at":
        return False
    if earlier in {"died", "married", "retired", "retire", "retires", "dying", "dead"}:
        return line.kinds[found.end] != "w" or after in words.stops
    if earlier in {"and", ","} and found.low.value >= 8 and not found.low.digits:
        return after in BECAME or (after.endswith("ed") and line.kinds[found.end] == "w")
    if line.opens_sentence(at - 1):
        told = after in PRONOUNS or (after == "," and line.words[found.end + 1] in PRONOUNS)
        return found.low.value >= 12 and told and not found.low.fraction
    if after not in {",", ".", ""}:
        return False
    if earlier == "," and {"died", "dead", "killed"} & set(line.words[max(0, at - 7) : at]):
        return True
    if earlier == "," == after:
        return found.low.value >= 12 and (line.words[at - 3] in PRONOUNS or line.upper(at - 3))
    if earlier in {"school", "home"}:
        return True
    grown = found.low.value >= 12 and (found.low.bare or not found.low.digits)
    return (
        grown and line.kinds[at - 2] in {"w", ""} and words.sets["levels"].isdisjoint(line.words[max(0, at - 4) : at])
    )


def _limited(line: Line, at: int, found: Spread, words: Vocabulary) -> bool:
    """ "people over 65", "every man above twenty-four", "under 18 free"."""
    if not _small(found) or line.words[found.low.start - 1] not in LIMITS or line.kinds[found.end] == "n":
        return False
    before = line.words[at - 1]
    if before in {"was", "were", "is", "are"} and (
        line.kinds[found.end] != "w" or line.words[found.end] in words.stops
    ):
        return not words.sets["persons"].isdisjoint(line.words[max(0, at - 6) : at])
    return before in words.sets["persons"] or (line.words[found.end] in {"free", "half"} and before in {",", ""})


def _beside_a_job(line: Line, at: int, found: Spread, words: Vocabulary) -> bool:
    """ "The minister, 61, resigned"."""
    if (
        line.words[at - 1] != ","
        or line.words[found.end] != ","
        or not 14 <= found.low.value <= 99
        or line.upper(at - 2)
    ):
        return False
    noun, verb = line.words[at - 2], line.words[found.end + 1]
    if (
        noun in words.sets["sums"]
        or noun in words.stops
        or is_plural(noun, words)
        or line.words[at - 3] not in ARTICLES
    ):
        return False
    return verb in BECAME or verb in {"who", "is", "has", "said", "told", "whose"} or verb.endswith("ed")


ARTICLES = frozenset({"the", "a", "an", "his", "her", "their"})


def _beside_a_name(line: Line, at: int, found: Spread, words: Vocabulary) -> bool:
    """ "Ann Lee, 45, said", "Ann Lee (45) left"."""
    if not (_small(found) and line.kinds[at - 2] == "w"):
        return False
    if line.words[at - 1] == "," == line.words[found.end] and line.words[at - 2] in words.sets["kin"]:
        return True
    if found.low.bare and _beside_a_job(line, at, found, words):
        return True
    if not (found.low.bare and line.upper(at - 2)):
        return False
    if line.words[at - 1] == "(" and line.words[found.end] == ")":
        return line.upper(at - 3) and line.kinds[at - 3] == "w" and 10 <= found.low.value < 100
    return line.words[at - 1] == "," and line.words[found.end] == ","
