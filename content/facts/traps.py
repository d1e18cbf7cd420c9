"""Which numbers count nothing? Names with numbers, places in a text, codes, addresses, times of day, idioms."""

from content.facts.line import Line
from content.facts.numerals import Numeral
from content.facts.subject import is_plural
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")
NOT_NAMES = frozenset({"i", "a"})


def is_code(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """Touches letters or other numbers: a model, telephone number, version, time of day or verse."""
    at, end = found.start, found.end
    if line.touches(at):
        before = line.words[at - 1]
        if before == "/" and line.kind(at - 2) == "w" and (line.word(at - 2),) in words.units:
            return _clock(line, end)
        if line.kinds[at - 1] in "nwx" or (before in "#§/_@=.:&*\\" and before):
            return True
        if before in DASHES and line.touches(at - 1) and line.kind(at - 2) == "w":
            return not (line.word(at - 2) in {"mid", "sub", "under", "over", "pre", "post", "non"} and found.digits)
        if before in {"-"} and line.touches(at - 1) and line.kind(at - 2) == "n":
            return True
        if before == "+" and line.opens_sentence(at - 1) is False and len(line.word(at)) <= 3 and line.kind(end) == "n":
            return True
    if line.touches(end) and line.kind(end) == "n" and not found.digits:
        return True
    if line.touches(end):
        after = line.word(end)
        if after in {":", "@", "_", "=", "\\", "#"} and line.touches(end + 1) and line.kind(end + 1) in "nw":
            return True
        if after == "/" and line.touches(end + 1) and line.kind(end + 1) == "n":
            return True
        if after in DASHES and line.words[at] == "50" == line.word(end + 1):
            return True
        if after == "-" and line.touches(end + 1) and line.kind(end + 1) == "n":
            following = line.word(end + 2)
            if following == "-" and line.touches(end + 2):
                return True
            return found.digits and len(line.word(end + 1)) >= 3 and line.words[at].startswith("0")
    if found.digits and len(line.words[at]) > 1 and line.words[at].startswith("0") and "." not in line.words[at]:
        return True
    return _clock(line, end)


def on_the_clock(line: Line, end: int, words: Vocabulary) -> bool:
    """ "to ten" after "twenty-five minutes": a time of day."""
    hour = words.numbers.get(line.word(end + 1), 99)
    after = line.word(end + 2)
    return line.word(end) in {"to", "past"} and hour <= 12 and (line.kind(end + 2) != "w" or after in words.stops)


def opening_hours(line: Line, at: int, words: Vocabulary) -> bool:
    """ "from 9 to 5", "at a quarter to nine", "ten past two": hours of the day."""
    before, earlier = line.word(at - 1), line.word(at - 2)
    if before in {"to", "past"} and earlier in {"quarter", "half", "minutes"}:
        return True
    if "past" in {before, line.word(at + 1)}:
        return words.numbers.get(line.word(at), 99) <= 30
    low = at if before == "from" else at - 2 if before == "to" and line.word(at - 3) == "from" else None
    if low is None or line.word(low + 1) != "to":
        return False
    first, last = line.word(low), line.word(low + 2)
    plain = first.isdigit() and last.isdigit() and len(first) < 3 and len(last) < 2
    return plain and int(last) < int(first) <= 12 and (line.kind(low + 3) != "w" or line.word(low + 3) in words.stops)


def _clock(line: Line, end: int) -> bool:
    word = line.word(end)
    if word in {"am", "pm"} or word == "o'clock":
        return True
    return word in {"a", "p"} and line.word(end + 1) == "." and line.word(end + 2) == "m" and line.word(end + 3) == "."


def is_name(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """The number is part of a name or points into a text: "Route 66", "page 12", "No. 5", "Third Reich"."""
    if _points(line, found, words) or _address(line, found, words) or is_idiom(line, found, words):
        return True
    return (
        _capital_name(line, found, words) if not found.digits or found.ordinal else _numbered_name(line, found, words)
    )


def _points(line: Line, found: Numeral, words: Vocabulary) -> bool:
    at = found.start - 1
    if line.word(at) in DASHES:
        at -= 1
    if line.word(at) == "." and line.touches(at):
        at -= 1
    word = line.word(at)
    if word == "§":
        return True
    back = at
    while line.word(back) in {"and", "or", "to", ","} and line.kind(back - 1) == "n" and at - back < 12:
        back -= 2
    if back < at and line.word(back - (line.word(back) == ".")) in words.designators:
        return not _something_counted(line, found.end, words)
    if word not in words.designators or found.ordinal or found.scaled:
        return False
    if line.upper(at) and (not line.opens_sentence(at) or (found.digits and word in words.sets["labels"])):
        return True
    if word in words.sets["wordy"]:
        return not _something_counted(line, found.end, words)
    return found.digits or not _something_counted(line, found.end, words)


def _something_counted(line: Line, at: int, words: Vocabulary) -> bool:
    for place in (at, at + 1, at + 2):
        word = line.word(place)
        if line.kind(place) != "w" or word in words.stops or line.upper(place):
            return word in {"%"}
        if (word,) in words.units or is_plural(word, words):
            return True
    return False


def _numbered_name(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """A capitalised word before plain digits and nothing counted after: "Soyuz 7", "Windows 95"."""
    at = found.start - 1
    if _body(line, found, words) or _version(line, found) or _scripture(line, found, words):
        return True
    if _catalogued(line, found, words):
        return True
    if (
        not found.bare
        or not (line.upper(at) or any(map(str.isupper, line.raw(at))))
        or line.kind(at) != "w"
        or line.gap(found.start) not in {" ", "\u00a0"}
    ):
        return False
    word = line.word(at)
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
    return not _something_counted(line, found.end, words) and line.word(found.end) not in {"percent", "per", "%"}


def _body(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "Group of 20", "Diet of 24", "Bridge of 1,000 Steps"."""
    at = found.start - 2
    if line.word(at + 1) != "of" or not line.upper(at) or line.kind(at) != "w":
        return False
    if line.upper(found.end) and line.kind(found.end) == "w" and not line.opens_sentence(at):
        return True
    if line.word(at) in {"group", "gang", "big"} and found.bare:
        return True
    if not found.bare or found.value >= 1000 or _something_counted(line, found.end, words):
        return False
    return not line.opens_sentence(at)


def _catalogued(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "NGC 224", "ISO 9001": letters that are no currency before plain digits, in a sentence of ordinary words."""
    at = found.start - 1
    letters = line.raw(at)
    if not (found.bare and letters.isalpha() and letters.isupper() and 2 < len(letters) < 6) or line.touches(found.end):
        return False
    if letters in words.money_marks or line.word(at) in words.stops or line.word(at) in words.months:
        return False
    following = line.raw(found.end)
    return (
        line.gap(found.start) in {" ", "\u00a0"}
        and not following.isupper()
        and (line.word(found.end),) not in words.units
    )


def _version(line: Line, found: Numeral) -> bool:
    """ "USB 3.0", "Web 2.0"."""
    name = line.raw(found.start - 1)
    digits = line.words[found.start].split(".")
    return len(digits) == 2 and len(digits[1]) == 1 and (name == "Web" or (name.isupper() and 2 < len(name) < 5))


def _scripture(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "1 Corinthians 13"."""
    return found.bare and found.value <= 4 and line.word(found.end) in words.sets["books"] and line.upper(found.end)


def _capital_name(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """A capitalised number word or an ordinal before a capitalised word: "Seven Sisters", "Third Reich"."""
    end = found.end
    hyphen = line.word(end) in DASHES and line.touches(end) and line.touches(end + 1)
    following = end + hyphen
    next_upper = line.upper(following) and line.kind(following) == "w"
    if found.ordinal and not found.digits and line.upper(found.start) and line.word(found.start - 1) == "the":
        named = line.upper(found.start - 2) and line.kind(found.start - 2) == "w"
        if named and not line.opens_sentence(found.start - 1):
            return True  # "Henry the Eighth"
    if found.ordinal:
        return next_upper and not (found.digits and line.raw(following).isupper() and len(line.raw(following)) < 2)
    capital = line.upper(found.start)
    if not capital:
        return False
    opening = line.opens_sentence(found.start)
    if next_upper and line.word(following) not in words.months:
        if not opening:
            return True
        return not _lower_noun_later(line, following, words)
    if opening:
        return False
    if found.scaled and line.word(found.start - 1) == "the" and line.upper(found.end - 1):
        return line.kind(found.end) != "w" or line.word(found.end) in words.stops
    return not found.scaled and not (found.value >= 21)


def _lower_noun_later(line: Line, at: int, words: Vocabulary) -> bool:
    """ "Seven Soviet tanks": a lower-case plural after the capitals makes it a count."""
    for place in range(at, min(at + 4, len(line))):
        if line.kinds[place] != "w" or line.words[place] in words.stops:
            return False
        if not line.upper(place):
            word = line.words[place]
            return word in words.plurals or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
    return False


def follows_street(line: Line, at: int, words: Vocabulary) -> bool:
    """The word before is a kind of street, where those stand first: "улица 1905 года", "ул. 8 Марта"."""
    before = at - 1 - (line.word(at - 1) in {".", "«"})
    return line.tongue.small_names and line.word(before) in words.streets


def _address(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "10 Downing Street", "1600 Pennsylvania Avenue", "ул. 8 Марта"."""
    if follows_street(line, found.start, words):
        return True
    if not found.digits or (not found.bare and not found.ordinal):
        return False
    if not line.upper(found.end) or line.kind(found.end) != "w":
        return False
    for place in range(found.end, min(found.end + 4, len(line))):
        if line.kinds[place] != "w" or not line.upper(place):
            return False
        if line.words[place] in words.streets and place > found.end:
            return True
    return False


def is_idiom(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """The words around the number make a phrase that counts nothing: "six feet under"."""
    if found.digits:
        return False
    tokens = [word for word in line.words[max(0, found.start - 2) : found.end + 4] if word not in DASHES]
    back = [word for word in line.words[max(0, found.start - 2) : found.start] if word not in DASHES]
    for offset in range(len(back) + 1):
        for length in (2, 3, 4):
            piece = tuple(tokens[offset : offset + length])
            if len(piece) == length and piece in words.idioms and offset + length > len(back):
                return True
    return False
