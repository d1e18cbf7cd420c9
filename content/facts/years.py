"""Is this bare number a year? The words around it decide."""

from content.facts.citations import addressed, cited, reported
from content.facts.eras import is_sure, past_year_word
from content.facts.line import Line
from content.facts.subject import is_plural
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")
HURT = frozenset({"killed", "wounded", "injured"})
"""Before a number these are verbs: "the plague of 1665 killed 68,596"."""
CLOSERS = frozenset(",.;:)]!?\"'”’")


def year_here(line: Line, at: int, words: Vocabulary, *, joined: bool = False) -> tuple[int, int] | None:
    """The year and how strongly it dates what follows; None where the number is no year. `joined`: ends a stretch."""
    raw = line.words[at]
    if not (raw.isascii() and raw.isdigit() and 3 <= len(raw) <= 4) or raw[0] == "0":
        return None
    year = int(raw)
    tail = past_year_word(line, at + 1)
    if tail > at + 1 and line.word(at - 1 - (line.words[at - 1] == "«")) in words.streets:
        return None
    if tail > at + 1 and (1000 <= year <= 2199 or is_sure(line, tail - 1)):
        return year, 2 if line.words[at - 1] == "in" else 1
    if _glued(line, at) and not _circa(line, at):
        return None
    before = line.words[at - 1]
    if before == "." and line.words[at - 2] in {"c", "ca", "b", "d", "fl", "r"}:
        before = line.words[at - 2]
    if len(raw) == 3:
        return _three_digits(line, at, words, year, joined=joined)
    if not 1000 <= year <= 2199 or addressed(line, at, words) or _is_counted_so(line, at, before, words):
        return None
    if joined or before in {"(", "[", "c", "ca", "b", "d", "fl"}:
        return year, 1
    return _told(line, at, before, words)


def _is_counted_so(line: Line, at: int, before: str, words: Vocabulary) -> bool:
    """Do the words around make it a number of something, a part of a name, or of a citation?"""
    if before in words.designators and before not in words.year_words and before not in {"r", "b", "d", "fl"}:
        return True
    if before == "." and line.words[at - 2] in {"no", "vol", "p", "pp", "nr", "nos", "fig", "col", "cols", "para"}:
        return True
    if _unit_after(line, at, words):
        return True
    if before in words.sets["works"] and line.words[at - 2] in {"the", "album", "a", "his", "her", "their"}:
        return True
    if before == "of" and line.upper(at - 2) and line.words[at - 2] in words.sets["classes"]:
        return True
    return bool(cited(line, at, words) or reported(line, at))


def _told(line: Line, at: int, before: str, words: Vocabulary) -> tuple[int, int] | None:
    """The year by the word before it and the noun behind it; None where these make it a count."""
    year, after = int(line.words[at]), line.words[at + 1]
    if words.inflection and is_plural(after, words) and not line.upper(at + 1):
        return None
    plural = plural_after(line, at, words)
    strong = before in words.strong_year_words or _of_its_parts(line, at)
    if before in {"before", "after"} and year >= 1500 and line.opens_sentence(at - 1):
        return year, 0
    if plural:
        if after in words.events and not strong:
            return year, 0
        if not strong or (year % 100 == 0 and before not in {"in", "since", "during", "throughout"}):
            return None
        if before in {"c", "ca", "circa"} or (line.words[at + 1] in words.plurals and year % 50 == 0):
            return None
    if strong:
        named = line.upper(at - 2) and not line.opens_sentence(at - 2) and line.kinds[at - 2] == "w"
        return year, 2 if before in {"in", "during", "of"} and not named else 1
    if before in words.year_words:
        return year, 1 if before in {"by", "from"} or _of_its_parts(line, at) else 0
    return (year, 0) if _looks_like_year(line, at, year) else None


def _circa(line: Line, at: int) -> bool:
    """ "c1600" and "c.1600"."""
    place = at - 1 - (line.words[at - 1] == ".")
    return (
        line.words[place] in {"c", "ca"}
        and not line.upper(place)
        and not line.touches(place)
        and not line.touches(at + 1)
    )


def _of_its_parts(line: Line, at: int) -> bool:
    """ "by the end of 1929", "as late as 1929"."""
    word, before = line.words[at - 1], line.words[at - 2]
    return (word == "of" and before in {"end", "start", "beginning", "close", "middle"}) or (
        word == "as" and before in {"late", "early"}
    )


def _glued(line: Line, at: int) -> bool:
    """Touches a sign or letter that makes it part of a code, a price or a name."""
    if line.touches(at):
        before = line.words[at - 1]
        if line.kinds[at - 1] in "nwx" or (before in "$£€¥#@/_=+*&.,§" and before):
            return not (before == "/" and line.kinds[at - 2] == "n" and len(line.words[at - 2]) == 4)
        if (
            before in DASHES
            and line.touches(at - 1)
            and (
                line.kinds[at - 2] == "w"
                and line.words[at - 2] not in {"mid", "early", "late", "pre", "post", "in", "the"}
            )
        ):
            return True
    if line.touches(at + 1):
        after = line.words[at + 1]
        if (line.kinds[at + 1] in "nwx" and after != "s") or after in {"%", "°", "_", "@", "=", "$"}:
            return True
        if after == "-" and line.touches(at + 2) and line.kinds[at + 2] == "w":
            return line.words[at + 2] not in {"present", "based", "style", "era", "built"}
    return False


def _three_digits(line: Line, at: int, words: Vocabulary, year: int, *, joined: bool) -> tuple[int, int] | None:
    if joined and line.words[at - 1] in DASHES:
        return None
    before = line.words[at - 1]
    if before in {"year"} and line.words[at - 2] == "the":
        return year, 1
    if before not in {"in", "since", "until"}:
        return None
    after = line.words[at + 1]
    if (
        after in CLOSERS
        or after == ""
        or (after in words.stops and after not in {"of", "per", "to", "and", "or", "years"})
    ):
        return year, 2 if before == "in" else 1
    return None


def _unit_after(line: Line, at: int, words: Vocabulary) -> bool:
    word = line.words[at + 1]
    if word == "-" and line.touches(at + 1) and line.touches(at + 2):
        word = line.words[at + 2]
    if word in {"%", "°", "percent"} or (word in words.scales and len(word) > 1 and not word.endswith("s")):
        return True
    if (word,) in words.units and line.kinds[at + 1] == "w":
        return not line.upper(at + 1) and word not in {"in", "mark", "real", "won", "second", "league", "bar"}
    return line.raw(at + 1) in words.symbols and line.raw(at + 1) not in {"A", "K", "B", "T", "C"}


def plural_after(line: Line, at: int, words: Vocabulary) -> bool:
    """A lower-case plural noun follows within two words: "1500 men", "1350 armed horsemen"."""
    for place in (at + 1, at + 2):
        if line.kinds[place] != "w" or line.upper(place):
            return False
        word = line.words[place]
        if word in words.stops or (word in HURT and line.kinds[place + 1] == "n"):
            return False
        if word in words.plurals or (
            word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in words.modifiers
        ):
            return True
        if word.endswith("ed"):
            return False
    return False


def _looks_like_year(line: Line, at: int, year: int) -> bool:
    """No word of time before it: only numbers in the usual span of years that nothing counts."""
    if not 1400 <= year <= 2099:
        return False
    before, after = line.words[at - 1], line.words[at + 1]
    if line.upper(at - 1) and line.kinds[at - 1] == "w" and not line.opens_sentence(at - 1):
        return after in CLOSERS or after in DASHES or after == ""
    return before not in {"no", "number", "than", "only", "exactly", "nearly", "almost", "some", "over", "under"}
