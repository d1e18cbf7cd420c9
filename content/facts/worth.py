"""Is a bare number a figure? Only where a noun, a verb or a hedge beside it says so: "drew four.", "eleven stayed"."""

from content.facts.line import Line
from content.facts.spreads import Spread
from content.facts.subject import Counted
from content.facts.words import Vocabulary

SUBJECTS = frozenset(
    {"are", "died", "drowned", "escaped", "fled", "had", "have", "joined", "remain", "remained", "stayed", "survived"}
    | {
        "abstained",
        "against",
        "voted",
        "were",
        "could",
        "would",
        "will",
        "may",
        "might",
        "did",
        "do",
        "got",
        "came",
        "went",
    }
    | {"agreed", "refused", "passed", "failed", "signed", "returned", "fell", "took", "spoke", "paid", "said", "wanted"}
    | {"answered", "applied", "enrolled", "sank", "left", "lived", "made", "stood", "held"}
)
"""After a number these say that it stands for people or things: "eleven stayed"."""


OBJECT_ENDS = frozenset({".", ",", ";", "", "and", "but", "straight", "apiece", "unanswered"})
ALONE = frozenset({"abstaining", "abstained", "dead", "died", "killed", "missing", "survived", "wounded", "injured"})


def is_worth(line: Line, found: Spread, phrase: Counted | None, words: Vocabulary) -> bool:
    """A bare number with nothing to count is a figure only where something else shows it."""
    low = found.low
    if low.value == 1 and not low.digits and not found.high:
        if line.words[found.end : found.end + 2] == ["for", "every"]:
            return True
        return line.words[found.end] in ALONE and line.words[low.start - 1] in {"with", "and", ",", "only", "but"}
    if low.value == 0 and not low.digits:
        return phrase is not None
    if phrase or low.scaled or found.high or low.fraction:
        return True
    if low.digits:
        return _free_digits(line, found, words)
    before, after = line.words[low.start - 1], line.words[found.end]
    if low.value >= 13:
        return True
    if before == "of" and line.words[low.start - 2] in words.sets["bodies"]:
        return True
    if line.words[found.end : found.end + 2] in (["of", "whom"], ["of", "which"], ["of", "them"], ["or", "more"]):
        return True
    if before in words.sets["taking"] and after in {
        ".",
        ",",
        ";",
        "",
        "and",
        "but",
        "straight",
        "apiece",
        "unanswered",
    }:
        return True
    if after in SUBJECTS and before not in {"the", "these", "those", "all", "both", "number"}:
        return True
    if before in {"the", "these", "those", "all"} and after in words.stops | {"", ".", ",", ";"}:
        return False
    if before == "by" and not words.inflection and not _margin(line, low.start, words):
        return False
    return (
        (before,) in words.bounds
        or (before,) in words.approximate
        or (
            before in {"to", "by", "of", "killed", "killing", "wounded", "were", "was", "only", "just", "than", "into"}
            and after in {".", ",", ";", ""}
        )
    )


def _margin(line: Line, at: int, words: Vocabulary) -> bool:
    """ "won by seven" and "fell by seven" tell a number, "at his desk by seven" an hour."""
    near = line.words[max(0, at - 6) : at]
    return not (words.sets["margins"].isdisjoint(near) and words.sets["changes"].isdisjoint(near))


def _free_digits(line: Line, found: Spread, words: Vocabulary) -> bool:
    low = found.low
    before = line.words[low.start - 1]
    if line.opens_sentence(low.start) and line.words[found.end] in {".", ")", ":"} and low.start <= 1:
        return False
    if before in {"(", "["} and line.words[found.end] in {")", "]"} and low.bare and low.value < 1000:
        return False
    return before not in {"[", "#", "@", "*", "^"}
