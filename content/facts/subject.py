"""Of what is this the number? The noun phrase after it, and its singular."""

from unicodedata import normalize

from content.facts.line import Line
from content.facts.words import Vocabulary
from content.record import record

LONGEST = 7
COMPASS = frozenset({"north", "south", "east", "west"})
DASHES = frozenset("-–‑")
DETERMINERS = frozenset({"the", "these", "those", "its", "his", "her", "their", "our", "all"})


@record
class Counted:
    """The phrase over the tokens `start` to `end`; `unit` is it in the singular."""

    start: int
    end: int
    unit: str


def counted(line: Line, at: int, words: Vocabulary, *, one: bool = False) -> Counted | None:
    """The noun phrase that begins at that token, None where the words there name nothing countable."""
    start = at
    if words.inflection:
        return _inflected(line, at, words)
    if line.words[start] == "of" and line.words[start + 1] in DETERMINERS:
        start += 2
    if start > at and line.words[start] in words.numbers:
        return None
    while line.words[start] in words.fore and line.words[start + 1] not in words.stops and line.kinds[start + 1] == "w":
        start += 1
    head = _head(line, start, words, one=one)
    if head is None:
        return None
    end = _coordinated(line, head, words) or _of_phrase(line, head, words) or head
    return Counted(start, end, _singular_phrase(line, start, head, end, words))


def _inflected(line: Line, at: int, words: Vocabulary) -> Counted | None:
    """The same where endings tell: a lone noun in the singular, a phrase with adjectives as printed."""
    endings = words.inflection
    start = at + (line.words[at] in words.fore)
    end = endings.head(line, start, words.stops, words.plurals) if endings else None
    if endings is None or end is None:
        return None
    rest = line.text[line.ends[start] : line.ends[end - 1]]
    first = line.printed(start)
    lone = end == start + 1 or first in endings.containers
    ends_in_one = line.words[at - 1].endswith("1") and not line.words[at - 1].endswith("11")
    told = lone and not ends_in_one and words.numbers.get(line.words[at - 1]) != 1
    known = words.plurals.get(first)
    noun = known or endings.one(normalize("NFC", line.raw(start).lower())) if told else line.raw(start)
    return Counted(start, end, " ".join((noun + rest).split()))


def _head(line: Line, start: int, words: Vocabulary, *, one: bool) -> int | None:
    """The token after the head noun: the first plural, or for one thing the last word of the phrase."""
    place, last = start, None
    while place < len(line) and place - start < LONGEST:
        if line.kinds[place] != "w":
            if line.words[place] in DASHES and place > start and line.touches(place) and line.touches(place + 1):
                place += 1
                continue
            if line.words[place] == "." and place > start and len(line.words[place - 1]) == 1 and line.touches(place):
                place += 1
                continue
            if line.words[place] == "," and place > start and _adjectives_go_on(line, place, words):
                place += 1
                continue
            break
        word = line.words[place]
        if word in {"and", "or"} and place > start and _adjectives_pair(line, place, words):
            place += 1
            continue
        compass = (line.upper(place) and word in COMPASS) or (word in WIDE and _noun_near(line, place + 1, words))
        if (word in words.stops and not compass) or (word in words.numbers and place > start):
            break
        hyphen = line.words[place + 1] in DASHES and line.touches(place + 1) and line.touches(place + 2)
        owner = line.words[place + 1] == "'" and line.touches(place + 1)
        if is_plural(word, words) and not hyphen and not owner and not _goes_on(line, place + 1, words):
            return place + 1
        if one and not hyphen and place > start and (word.endswith(("ed", "s"))):
            break
        last = place + 1
        place += 1
    return last if one and last and last - start <= 3 else None


WIDE = frozenset({"old", "long", "high", "deep", "tall", "wide", "thick", "open", "closed", "lost", "short"})


def _noun_near(line: Line, at: int, words: Vocabulary) -> bool:
    """A plural noun within two words: "old" in "40 old wooden bridges" is no end of a measure."""
    if line.kinds[at] != "w" or line.words[at] in words.stops:
        return False
    return is_plural(line.words[at], words) or (line.kinds[at + 1] == "w" and is_plural(line.words[at + 1], words))


def _adjectives_pair(line: Line, place: int, words: Vocabulary) -> bool:
    """ "French and German casualties": two adjectives before one plural noun."""
    if is_plural(line.words[place - 1], words) or line.upper(place - 1) != line.upper(place + 1):
        return False
    second = line.words[place + 1]
    if line.kinds[place + 1] != "w" or second in words.stops or second in words.numbers or is_plural(second, words):
        return False
    return line.kinds[place + 2] == "w" and is_plural(line.words[place + 2], words)


def _adjectives_go_on(line: Line, comma: int, words: Vocabulary) -> bool:
    """ "large, heavy guns": a comma inside one phrase (never before "and" or a number)."""
    following = line.words[comma + 1]
    if following in words.stops or line.kinds[comma + 1] != "w" or is_plural(line.words[comma - 1], words):
        return False
    return is_plural(line.words[comma + 2], words) and following not in words.numbers and not line.upper(comma + 1)


def _goes_on(line: Line, place: int, words: Vocabulary) -> bool:
    """The plural before is only part of the name of the next noun: "arms dealers", "sports cars"."""
    word = line.words[place]
    if line.kinds[place] != "w" or word in words.stops or not is_plural(word, words):
        return False
    before = line.words[place - 1]
    return (
        words.plurals.get(before) == before
        or before in words.modifiers
        or before
        in {
            "women",
            "men",
            "aircraft",
            "fish",
            "cattle",
            "police",
            "species",
            "people",
        }
    )


def is_plural(word: str, words: Vocabulary) -> bool:
    """The word looks like a plural noun."""
    if words.inflection:
        return word in words.plurals or (
            len(word) > 3 and word not in words.stops and word.endswith(words.inflection.many)
        )
    if word in words.plurals or (
        len(word) > 4 and word.endswith("men") and word not in {"specimen", "regimen", "acumen", "abdomen"}
    ):
        return True
    if word.endswith("'s") or len(word) < 3 or word in words.modifiers or word in words.stops:
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def _of_phrase(line: Line, at: int, words: Vocabulary) -> int | None:
    """The token after "of army boots", where what follows "of" is a bare common noun."""
    if line.words[at] != "of" or line.kinds[at + 1] != "w" or line.words[at + 1] in words.stops:
        return None
    if line.words[at + 1] in words.numbers or line.upper(at + 1):
        return None
    place = at + 1
    while place < len(line) and line.kinds[place] == "w" and line.words[place] not in words.stops and place - at <= 3:
        word = line.words[place]
        if place > at + 1 and word.endswith(("ed", "ing")) and not is_plural(word, words):
            break
        place += 1
        if is_plural(word, words):
            break
    return place if place > at + 1 else None


def _coordinated(line: Line, at: int, words: Vocabulary) -> int | None:
    """The token after "jeeps, trucks, and other vehicles": a list of kinds that one number counts together."""
    place = at
    while line.words[place] == "," and line.kinds[place + 1] == "w" and place - at < 8:
        if not is_plural(line.words[place + 1], words) or line.words[place + 1] in words.numbers:
            break
        place += 2
    place += line.words[place] == ","
    if line.words[place] not in {"and", "or"} or line.words[place + 1] != "other":
        last = line.words[place + 1]
        kinds = (
            place > at + 1 and line.words[place] == "and" and line.kinds[place + 1] == "w" and last not in words.stops
        )
        return place + 2 if kinds and is_plural(last, words) and not line.upper(place + 1) else None
    return _head(line, place + 2, words, one=False)


def _singular_phrase(line: Line, start: int, head: int, end: int, words: Vocabulary) -> str:
    text = line.text
    before = text[line.starts[start] : line.starts[head - 1]]
    unit = before + singular(line.raw(head - 1), words)
    if end > head and line.words[head] == "of":
        unit += text[line.ends[head - 1] : line.ends[end - 1]]
    elif end > head:
        place = head
        while place < end:
            word = line.raw(place)
            gap = text[line.ends[place - 1] : line.starts[place]]
            unit += gap + (singular(word, words) if is_plural(word.lower(), words) else word)
            place += 1
    return " ".join(unit.split())


def singular(word: str, words: Vocabulary) -> str:
    """The singular of a plural noun as printed; other words unchanged."""
    low = word.lower()
    if low in words.plurals:
        return words.plurals[low]
    if len(low) > 4 and low.endswith("men"):
        return word[:-2] + "an"
    if low.endswith(("'s", "’s")):
        return word[:-2]
    if len(low) < 3 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
