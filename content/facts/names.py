"""Is the number part of a name? "Soyuz 7", "Windows 95", "Seven Sisters", "Third Reich"."""

from content.facts.addresses import is_address
from content.facts.idioms import is_idiom
from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.places import points, something_counted
from content.facts.subject import is_plural
from content.facts.titles import is_title
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


def is_name(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """The number is part of a name or points into a text: "Route 66", "page 12", "No. 5", "Third Reich"."""
    if points(line, found, words) or is_address(line, found, words) or is_idiom(line, found, words):
        return True
    if is_title(line, found, words) or _singular_name(line, found, words):
        return True
    return (
        _capital_name(line, found, words) if not found.digits or found.ordinal else _numbered_name(line, found, words)
    )


def _numbered_name(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """A capitalised word before plain digits and nothing counted after: "Soyuz 7", "Windows 95"."""
    at = found.start - 1
    if _body(line, found, words) or _version(line, found) or _scripture(line, found, words):
        return True
    if _catalogued(line, found, words) or _unit_of(line, found, words) or _calibre(line, found, words):
        return True
    if (
        not (found.bare or _pointed(line, found))
        or not (line.upper(at) or any(map(str.isupper, line.raw(at))))
        or line.kinds[at] != "w"
        or line.gap(found.start) not in {" ", "\u00a0"}
    ):
        return False
    word = line.words[at]
    if (
        word in words.stops and (line.opens_sentence(at) or word not in {"me", "so", "be", "he", "it"})
    ) or word in words.months:
        return False
    if word in words.weekdays or line.raw(at) in words.money_marks:
        return False
    if line.opens_sentence(at) and (
        word.endswith(("ly", "ed", "ing")) or (word,) in words.approximate or word in words.sets["sentence_words"]
    ):
        return False
    if _pointed(line, found) and line.opens_sentence(at) and (line.words[found.end],) not in words.units:
        return line.words[found.end] not in {"percent", "per", "%"}
    return not something_counted(line, found.end, words) and line.words[found.end] not in {"percent", "per", "%"}


MODELS = frozenset({"707", "727", "737", "747", "757", "767", "777", "787", "911", "380", "320"})
"""Aircraft and a car that everybody calls by the number alone."""


def _singular_name(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "The 88 was feared": one thing goes by the number."""
    if not found.bare or line.words[found.start - 1] not in {"the", "a", "his", "her", "their", "my", "our"}:
        return False
    after = line.words[found.end]
    if line.words[found.start] in MODELS and not something_counted(line, found.end, words):
        return True
    return line.words[found.start - 1] == "the" and after in {"was", "is", "has"}


def _pointed(line: Line, found: Numeral) -> bool:
    """ "Iliad 6.208": a place in a work."""
    return (
        "." in line.words[found.start]
        and (not line.opens_sentence(found.start - 1) or line.words[found.end] in {"is", "was"})
        and found.end == found.start + 1
    )


def _unit_of(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "3 Para", "45 Commando", "12 Anne": digits before a name that is no plural."""
    end, before = found.end, line.words[found.start - 1]
    word = line.words[end]
    if not (found.bare and found.value < 1000 and line.upper(end) and line.kinds[end] == "w") or word in words.stops:
        return False
    if not line.raw(end).istitle() or line.raw(end) in words.symbols or (word,) in words.units:
        return False
    if word in words.months or word in words.weekdays or word in words.sets["nations"] or before in {"at", "by", "in"}:
        return False
    if any(line.kinds[place] == "w" and is_plural(line.words[place], words) for place in range(end, end + 5)):
        return False
    return line.gap(end) == " "


def _calibre(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "a .22 rifle", "the .303 Lee-Enfield", "the 7.62 round", "n = 3", "6/8 time"."""
    after, before = line.words[found.end], line.words[found.start - 1]
    if before == "=" or (found.fraction and after == "time"):
        return True
    if "." in line.words[found.start] and before == "(" and after == ")":
        return line.words[found.start - 2] in {"and", "by", "from", "in", "see", "equation", "equations"}
    pointed = before == "." or "." in line.words[found.start]
    if before == "." and not line.touches(found.start - 1) and line.upper(found.end) and line.kinds[found.end] == "w":
        return found.end == found.start + 1
    return pointed and after in words.sets["calibres"]


def _body(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "Group of 20", "Diet of 24", "Bridge of 1,000 Steps"."""
    at = found.start - 2
    if line.words[at + 1] != "of" or not line.upper(at) or line.kinds[at] != "w":
        return False
    if line.upper(found.end) and line.kinds[found.end] == "w" and not line.opens_sentence(at):
        return True
    if (line.words[at] in {"group", "gang", "big"} or line.words[at] in words.sets["classes"]) and found.bare:
        return True
    if not found.bare or found.value >= 1000 or something_counted(line, found.end, words):
        return False
    return not line.opens_sentence(at)


def _catalogued(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "NGC 224", "ISO 9001": letters that are no currency before plain digits, in a sentence of ordinary words."""
    at = found.start - 1
    letters = line.raw(at)
    if not (found.bare and letters.isalpha() and letters.isupper() and 2 < len(letters) < 6) or line.touches(found.end):
        return False
    if letters in words.money_marks or line.words[at] in words.stops or line.words[at] in words.months:
        return False
    following = line.raw(found.end)
    return (
        line.gap(found.start) in {" ", "\u00a0"}
        and not following.isupper()
        and (line.words[found.end],) not in words.units
    )


def _version(line: Line, found: Numeral) -> bool:
    """ "USB 3.0", "Web 2.0"."""
    name = line.raw(found.start - 1)
    digits = line.words[found.start].split(".")
    return len(digits) == 2 and len(digits[1]) == 1 and (name == "Web" or (name.isupper() and 2 < len(name) < 5))


def _scripture(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "1 Corinthians 13"."""
    before = line.words[found.start - 1]
    if found.bare and before in words.sets["books"] and line.words[found.start - 2] in {"1", "2", "3"}:
        return True
    return found.bare and found.value <= 4 and line.words[found.end] in words.sets["books"] and line.upper(found.end)


def _capital_name(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """A capitalised number word or an ordinal before a capitalised word: "Seven Sisters", "Third Reich"."""
    end = found.end
    hyphen = line.words[end] in DASHES and line.touches(end) and line.touches(end + 1)
    following = end + hyphen
    next_upper = line.upper(following) and line.kinds[following] == "w"
    if found.ordinal and not found.digits and line.upper(found.start) and line.words[found.start - 1] == "the":
        named = line.upper(found.start - 2) and line.kinds[found.start - 2] == "w"
        if named and not line.opens_sentence(found.start - 1):
            return True  # "Henry the Eighth"
    if found.ordinal:
        return next_upper and not (found.digits and line.raw(following).isupper() and len(line.raw(following)) < 2)
    capital = line.upper(found.start)
    if not capital:
        return False
    before = found.start - 1 - (line.words[found.start - 1] == "-")
    if line.words[before] in words.numbers and line.upper(before):
        return True  # "Eighty-Four" of the novel's title
    opening = line.opens_sentence(found.start)
    if next_upper and line.words[following] not in words.months:
        if not opening:
            return True
        return not _lower_noun_later(line, following, words)
    if opening:
        return False
    if found.scaled and line.words[found.start - 1] == "the" and line.upper(found.end - 1):
        return line.kinds[found.end] != "w" or line.words[found.end] in words.stops
    return not found.scaled and not (found.value >= 21)


ACTIVE = frozenset({"were", "are", "had", "have", "died", "left", "took", "came", "went", "in", "from", "crossed"})
"""After a plural with a capital at the start of a sentence these make it a count: "Nine Spitfires were built"."""


def _lower_noun_later(line: Line, at: int, words: Vocabulary) -> bool:
    """ "Seven Soviet tanks": a lower-case plural after the capitals makes it a count."""
    for place in range(at, min(at + 4, len(line))):
        if line.kinds[place] != "w" or line.words[place] in words.stops:
            return place > at and line.words[place] in ACTIVE and is_plural(line.words[place - 1], words)
        if not line.upper(place):
            word = line.words[place]
            return word in words.plurals or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
    return False
