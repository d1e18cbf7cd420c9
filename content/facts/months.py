"""Is this word a month? "June", "Sept.", "in May", but not "the May Hall"."""

from content.facts.line import Line
from content.facts.words import Vocabulary

WHOLE = frozenset({"may", "june", "july"})
OTHER_WORDS = frozenset({"may", "march", "august", "sept"})
OTHER_NAMES = frozenset({"may", "march", "august", "april", "june"})
HOUSES = frozenset({"hall", "house", "college", "school", "park", "hotel", "bank", "theatre"})
MAY_VERBS = frozenset({"be", "have", "not", "also", "well", "never"})


def month_at(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """The month named there, and the token after it (an abbreviation's full stop included)."""
    month = words.months.get(line.words[at])
    if month is None or line.kinds[at] != "w" or not (line.named(at) or _small_month(line, at, words)):
        return None
    end = at + 1
    if (
        line.words[end] == "."
        and line.touches(end)
        and len(line.words[at]) <= 4
        and line.words[at] not in WHOLE | words.sets["whole_months"]
    ):
        end += 1
    return month, end


def _small_month(line: Line, at: int, words: Vocabulary) -> bool:
    """ "june 6, 1944": written small, beside a number, and no other word."""
    if line.tongue.small_names or line.words[at] in OTHER_WORDS or len(line.words[at]) < 4:
        return False
    return line.kinds[at + 1] == "n" or (line.kinds[at - 1] == "n" and line.gap(at) == " ")


def month_alone(line: Line, at: int, words: Vocabulary) -> bool:
    """The month stands alone, with a word of time before it or another month beside it."""
    before = line.words[at - 1]
    if before == "-" and line.words[at - 2] in words.mid:
        return True
    if before in words.month_words:
        following = line.words[at + 1]
        if line.words[at] in OTHER_NAMES and line.upper(at + 1) and following in words.streets | HOUSES:
            return False
        if line.upper(at + 1) and following not in words.months and line.kinds[at + 1] == "w" and line.touches(at + 1):
            return False
        if (
            line.upper(at + 1)
            and line.kinds[at + 1] == "w"
            and before in {"to", "of", "for", "by", "and", "from", "on"}
        ):
            return following in words.months or following in words.starters
        if line.words[at] in {"may", "march"} and before in {
            "and",
            "or",
            "for",
            "this",
            "that",
            "the",
            "on",
        }:
            return following in {",", ".", ";", ")", "and", "to", "or", ""} and before not in {"the"}
        return True
    end = at + 1 + (line.words[at + 1] == "." and line.touches(at + 1))
    joined = line.words[end] in {"and", "to", "–", "-", "—", "through"} and line.words[end + 1] in words.months
    return joined and line.named(end + 1)


def month_then_count(line: Line, at: int, start: int, end: int, words: Vocabulary) -> bool:
    """ "In May 20 people died": the number counts the noun after it."""
    if end - start > 1 or line.words[at - 1] != "in":
        return False
    word = line.words[end]
    return line.kinds[end] == "w" and not line.upper(end) and word not in words.stops
