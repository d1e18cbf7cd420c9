"""Which parts of a date do typed words hold? Numbers, months, eras, decades, in the order typed."""

import re
from collections.abc import Sequence

from lessons.typed.calendar_words import DateWords, date_words, era_of, month_of, ordinal_of
from lessons.typed.dates.piece import Piece
from lessons.typed.dates.spelled import put_together
from lessons.typed.fold import fold
from lessons.typed.lexicon import mended, mended_first, mended_one, split_compound, split_with_slip

_TOKEN = re.compile(
    r"(?P<decade>['’]?\d{1,3}0(?:-?\s?['’]?s\b|-?er\b|-?(?:ые|е|х|ті|их)\b|-?an\b))"
    r"|(?P<number>['’]?\d+)(?P<ordinal>(?:st|nd|rd|th|er|º|ª|°|ème|e|ste|te|ter|-?е|-?го|-?ого)(?!\w))?"
    r"|(?P<word>(?:[^\W\d_]|['’ʼ](?=\w)|[\u0300-\u036f\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0962\u0963\u200c\u200d])+)"
    r"|(?P<dash>\s+[-–]\s+|–|-|\bto\b)|(?P<dot>[./,:])"
)
_ROMAN = re.compile(r"[ivxlcdm]+")
_ALIKE = str.maketrans("іхсм", "ixcm")
"""Cyrillic letters that stand for the Latin ones they look like: "ХІХ ст."."""
_MOST_UNKNOWN = 4
"""Words that make no sense in a date; a text with more of them is no date."""
_SIZES = frozenset(("hundred", "thousand"))
_OH = frozenset(("oh", "o", "aught", "ought", "nought"))
"""Between the halves of a year: "nineteen oh five"."""
_INDIAN_ORDINAL = re.compile(r"(?:वीं|वां|वाँ|वें|वा|वी)$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def pieces_of(text: str, code: str) -> list[Piece] | None:
    """The parts of a date in order; None where a word makes no sense in one."""
    words = date_words(code)
    tokens = [(match.lastgroup or "", match[0], match) for match in _TOKEN.finditer(text)]
    out: list[Piece] = []
    unknown = 0
    at = 0
    while at < len(tokens):
        kind, token, match = tokens[at]
        used = 1
        if kind == "decade":
            out.append(_decade(token))
        elif match["number"]:
            out.append(_number(match))
        elif kind == "word" and _lone_roman(tokens, at, words):
            out.append(Piece("roman", _roman(token.translate(_ALIKE))))
        elif kind == "word":
            found, used = _word(tokens, at, words, code)
            if not found and any(piece.spelled for piece in out[-2:]) and (one := mended_one(fold(token), code)):
                found = [Piece("number", words.numbers[one], 2, spelled=True)]
            out += found
            if not found and not _idle(fold(token), words):
                unknown += 1
                out.append(Piece("unknown"))
                if unknown > _MOST_UNKNOWN:
                    return None
        at += used
    pieces = put_together(_counted(out), by_digits=code[:2] == "id")
    return pieces if len(pieces) > unknown else None


def ordinal_number(text: str, code: str) -> int | None:
    """The number of a text that is an ordinal alone: "the thirty-second", "тридцать второй"."""
    last = fold(text).rpartition(" ")[2]
    if not _is_ordinal(last, code) and ordinal_of(last, code) is None:
        return None
    pieces = [piece for piece in pieces_of(text, code) or [] if piece.role != "nothing"]
    alone = len(pieces) == 1 and pieces[0].role == "number" and pieces[0].spelled
    return pieces[0].value if alone else None


def _is_ordinal(word: str, code: str) -> bool:
    words = date_words(code)
    stem = _INDIAN_ORDINAL.sub("", word)
    return word in words.ordinals or (stem != word and stem in words.numbers)


def known_spans(text: str, code: str) -> tuple[str, ...]:
    """The stretches of the text between words that make no sense in a date."""
    words = date_words(code)
    tokens = [(match.lastgroup or "", match[0], match) for match in _TOKEN.finditer(text)]
    cuts = [0]
    at = 0
    while at < len(tokens):
        kind, token, match = tokens[at]
        used = 1
        if kind == "word" and not _lone_roman(tokens, at, words):
            found, used = _word(tokens, at, words, code)
            if not found and not _idle(fold(token), words):
                cuts += [match.start(), match.end()]
        at += used
    cuts.append(len(text))
    spans = (text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True))
    return tuple(span.strip() for span in spans if any(char.isalnum() for char in span))


def _counted(pieces: Sequence[Piece]) -> list[Piece]:
    """ "mille sept cent": French "sept" is seven beside a size word, else short for September."""
    beside = [(pieces[max(0, at - 1)].role, (*pieces, pieces[-1])[at + 1].role) for at in range(len(pieces))]
    return [
        Piece("number", piece.number, 2, spelled=True) if piece.number and _SIZES & set(roles) else piece
        for piece, roles in zip(pieces, beside, strict=True)
    ]


def _decade(token: str) -> Piece:
    digits = re.sub(r"\D", "", token)
    return Piece("decade", int(digits), len(digits))


def _number(match: re.Match[str]) -> Piece:
    digits = re.sub(r"\D", "", match["number"])
    if len(digits) > 9:
        return Piece("nothing")
    return Piece("number", int(digits), len(digits), bool(match["ordinal"]))


def _idle(word: str, words: DateWords) -> bool:
    return not word or words.eras.get(word) == "filler" or word in words.weekdays


def _word(
    tokens: Sequence[tuple[str, str, re.Match[str]]], at: int, words: DateWords, code: str
) -> tuple[list[Piece], int]:
    """What a word or phrase says in a date, and how many tokens it takes."""
    for count in range(min(words.longest, 4), 0, -1):
        part = tokens[at : at + count] if count == 1 else _phrase(tokens, at, count)
        span = [token for kind, token, _ in part if kind == "word"]
        if not part or len(span) < count:
            continue
        phrase = " ".join(fold(token) for kind, token, _ in part if kind == "word")
        if count > 1 and phrase in words.weekdays:
            return [Piece("nothing")], len(part)
        if pieces := _meaning(phrase, words, code):
            return pieces, len(part)
    return [], 1


def _lone_roman(tokens: Sequence[tuple[str, str, re.Match[str]]], at: int, words: DateWords) -> bool:
    """Whether a letter is a month or a century: "1 I 1804", "27.X.1968", "V век"; "5.V" is 5 May, "5 I" is not."""
    letter = tokens[at][1].translate(_ALIKE)
    if letter not in ("i", "v", "x"):
        return False
    beside = [text for _, text, _ in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])]
    counted = any(kind == "number" for kind, _, _ in tokens[:at])  # "26. Jahrhundert v. Chr."
    if not counted and any(words.eras.get(fold(text)) == "century" and len(text) > 2 for text in beside):
        return True
    before = [kind for kind, text, _ in tokens[max(0, at - 2) : at] if text != "."][-1:]
    after = [kind for kind, text, _ in tokens[at + 1 : at + 3] if text != "."][:1]
    return before == ["number"] and (after == ["number"] or (not after and letter != "i"))


def _phrase(
    tokens: Sequence[tuple[str, str, re.Match[str]]], at: int, count: int
) -> Sequence[tuple[str, str, re.Match[str]]]:
    """So many words from here on, with dots and hyphens between them."""
    seen = 0
    for index in range(at, len(tokens)):
        kind, token, _ = tokens[index]
        if kind == "word":
            seen += 1
            if seen == count:
                return tokens[at : index + 1]
        elif token.strip() not in (".", "-"):
            break
    return ()


def _meaning(phrase: str, words: DateWords, code: str) -> list[Piece]:
    if phrase in words.eras and words.eras[phrase] not in ("filler",):
        role = words.eras[phrase]
        return [Piece("season", int(role))] if role.isdigit() else [Piece(role, digits=_letters(role, phrase))]
    if phrase in words.holidays:
        day = words.holidays[phrase]
        return [Piece("month", day[0]), Piece("number", day[1], 2, ordinal=True)]
    if phrase in words.decades:
        value = words.decades[phrase]
        return [Piece("decade", value, 2 if value < 100 else 4)]
    if phrase in _OH:
        return [Piece("number", 0, 1, spelled=True)]
    if phrase == "hundreds":  # "the eighteen hundreds"
        return [Piece("hundred", spelled=True), Piece("decade")]
    if phrase in words.hundreds:
        return [Piece("hundred", spelled=True)]
    if phrase in words.thousands:
        return [Piece("thousand", spelled=True)]
    if phrase in words.tens:
        return [Piece("ten", spelled=True)]
    if phrase in words.ordinals:
        return [Piece("number", words.ordinals[phrase], 2, ordinal=True, spelled=True)]
    if phrase in words.numbers and phrase not in words.months:
        return [Piece("number", words.numbers[phrase], 2, spelled=True)]
    if code == "id" and phrase[:2] == "ke" and phrase[2:] in words.numbers:
        return [Piece("number", words.numbers[phrase[2:]], 2, ordinal=True, spelled=True)]
    if month := month_of(phrase, code):
        return [Piece("month", month, number=words.numbers.get(phrase, 0))]
    if words.eras.get(phrase) == "filler":  # "crois" is no slip of "trois"
        return []
    if (stem := _INDIAN_ORDINAL.sub("", phrase)) != phrase and stem in words.numbers:
        return [Piece("number", words.numbers[stem], 2, ordinal=True, spelled=True)]
    if (era := era_of(phrase, code)) is not None:
        return [Piece(era, digits=_letters(era, phrase))]
    if mean := _mended(phrase, words, code):
        return mean
    if ordinal := ordinal_of(phrase, code):
        return [Piece("number", ordinal, 2, ordinal=True, spelled=True)]
    if parts := split_compound(phrase, code) or split_with_slip(phrase, code):
        return [piece for part in parts for piece in _meaning(part, words, code)]
    roman = re.sub(r"(?:e|er|eme|ieme|th|st|nd|rd|го|й|е)$", "", phrase).translate(_ALIKE)
    if (1 < len(roman) <= 15 or (roman in ("i", "v", "x") and roman != phrase)) and _ROMAN.fullmatch(roman):
        return [Piece("roman", _roman(roman))]
    return []


def _letters(role: str, phrase: str) -> int:
    """How long the word for a century is: Russian "в" is "in", too."""
    return len(phrase) if role == "century" else 0


def _mended(phrase: str, words: DateWords, code: str) -> list[Piece]:
    """What a word says that is a number or size word but for a slip."""
    if whole := mended_first(phrase, words.numbers, code):
        return [Piece("number", words.numbers[whole], 2, spelled=True)]
    guess = mended(phrase, code, home=True)
    if guess in words.numbers:
        return [Piece("number", words.numbers[guess], 2, spelled=True)]
    sizes = (("hundred", words.hundreds), ("thousand", words.thousands), ("ten", words.tens))
    return [Piece(role, spelled=True) for role, known in sizes if guess in known][:1]


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
