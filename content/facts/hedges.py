"""How sure is the writer of a figure? "about", "over", "at least", "or more" around it."""

from dataclasses import replace
from fractions import Fraction

from content.facts.fact import Bound
from content.facts.hit import FigureHit
from content.facts.line import Line
from content.facts.words import Vocabulary
from content.record import record

LONGEST = 5


@record
class Hedge:
    """What the words say; `tokens` is where they stand."""

    approximate: bool = False
    bound: Bound | None = None
    tokens: tuple[int, int] | None = None


def hedge(line: Line, start: int, end: int, words: Vocabulary) -> Hedge:
    """The hedges right before and right after the tokens `start` to `end`."""
    approximate, bound, begin = False, None, start
    if line.tongue.small_names and line.words[start - 1] in BETWEEN and _before(line, start - 1, words):
        begin -= 1
    for _ in range(2):
        if line.words[begin - 1] in {"the", "a", "an"} and begin == start and line.words[begin - 1] == "the":
            break
        found = _before(line, begin, words)
        if found is None:
            break
        begin, meaning = found
        if line.tongue.small_names and line.words[begin] == "to" and _changes_to(line, begin, words):
            begin = start
            break
        if meaning == "approximate":
            approximate = True
        elif bound is None:
            bound = meaning
    tokens = (begin, start) if begin < start else None
    if bound in {"more_than", "less_than"} and not _bounds_here(line, begin, start, end, words):
        bound, tokens = None, None
    after = _after(line, end, words)
    if after == "approximate":
        approximate = True
    elif after and bound is None:
        bound = after
    return Hedge(approximate, bound, tokens)  # type: ignore[arg-type]


BETWEEN = frozenset({"in", "on", "by"})
"""May stand between a hedge and its number in Russian: "почти на треть", "более чем в три раза"."""


def _changes_to(line: Line, at: int, words: Vocabulary) -> bool:
    """ "выросло с 27 до 65": the second end of a change is no bound."""
    return any(line.words[place] in words.sets["changes"] for place in range(max(0, at - 12), at))


def _before(line: Line, start: int, words: Vocabulary) -> tuple[int, str] | None:
    """The longest phrase that ends there: its first token and meaning."""
    at = start
    dot = line.words[at - 1] == "." and line.words[at - 2] in {"c", "ca", "approx"}
    at -= dot
    longest = LONGEST if line.words[at - 1] in words.hedge_ends else 0
    for length in range(min(longest, at), 0, -1):
        key = tuple(line.words[at - length : at])
        if key in words.approximate:
            if key == ("c",) and not dot:
                continue
            return at - length, "approximate"
        if key in words.bounds:
            if (
                key[-1] == "than"
                and length == 2
                and line.kinds[at - 3] == "n"
                and len(line.words[at - 3]) < 4
                and not line.tongue.small_names
            ):
                continue  # "312 more than ten years before"
            return at - length, words.bounds[key]
    if line.words[at - 1] == "of" and line.words[at - 3] in {"estimated", "approximate"}:
        return at - 3, "approximate"
    return None


def _compares(line: Line, at: int) -> bool:
    """A number stands there, which is more or less than what follows: "312 more than ten years before"."""
    if line.tongue.small_names:
        return False
    at -= line.kinds[at] == "w" and line.kinds[at - 1] == "n"
    return line.kinds[at] == "n" and len(line.words[at]) < 4


def _bounds_here(line: Line, begin: int, start: int, end: int, words: Vocabulary) -> bool:
    """ "over five years" is a stretch of time, "for over five years" a bound."""
    if start - begin > 1 or line.words[begin] not in {"over", "beyond", "under"}:
        return True
    if line.words[begin] == "under" and line.words[end] == "of":
        return False  # "under 8 feet of mud"
    if any(
        (line.words[place],) in words.units and words.units[(line.words[place],)].is_time for place in range(start, end)
    ):
        return (
            line.words[begin] == "under"
            or line.words[begin - 1] in words.sets["lasting"]
            or line.words[end - 1] in {"old", "age"}
        )
    return True


def _after(line: Line, end: int, words: Vocabulary) -> str | None:
    if line.words[end] not in words.hedge_starts and line.words[end] != ",":
        return None
    for length in range(min(4, len(line) - end), 0, -1):
        key = tuple(line.words[end : end + length])
        if key == (",", "give", "or", "take"):
            return "approximate"
        if key in words.approximate_after:
            return "approximate"
        if key in words.bounds_after:
            if key in {("plus",), ("+",)} and line.kinds[end + 1] == "n":
                continue
            return words.bounds_after[key]
    return None


def after_length(line: Line, end: int, words: Vocabulary) -> int:
    """How many tokens a hedge right after a figure takes; 0 where there is none."""
    if line.words[end] not in words.hedge_starts:
        return 0
    for length in range(min(4, len(line) - end), 0, -1):
        key = tuple(line.words[end : end + length])
        if key in words.approximate_after or key in words.bounds_after:
            return length
    return 0


def hedged_after(line: Line, end: int, hit: FigureHit, words: Vocabulary) -> FigureHit:
    """The hit with a hedge that stands after what it counts: "300 ships or more"."""
    length = after_length(line, end, words)
    if not length or line.kinds[end + length] == "n" or line.words[end] in {"plus", "+", "approximately", "odd"}:
        return hit
    said = _after(line, end, words)
    if said == "approximate":
        return replace(hit, approximate=True)
    return replace(hit, bound=hit.bound or said)  # type: ignore[arg-type]


def hedged_hit(
    line: Line, at: int, end: int, value: Fraction, high: Fraction | None, unit: str | None, words: Vocabulary
) -> FigureHit:
    """A figure over those tokens with the hedges around it."""
    said: Hedge = hedge(line, at, end, words)
    return FigureHit(at, end, value, high, unit, said.approximate, said.bound, said.tokens)
