"""What are the words, figures and signs of a typed answer?"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal as OneOf

from lessons.languages import language
from lessons.typed import literals
from lessons.typed.fold import fold
from lessons.typed.lexicon import (
    Lexicon,
    lexicon,
    made_of_parts,
    mended,
    mended_first,
    mended_one,
    parted,
    split_compound,
    split_with_slip,
)
from lessons.typed.literals import LITERAL, Literal

Role = OneOf["figure", "number", "scale", "fraction", "joint", "dash", "word", "sign", "slash"]

_WORD = re.compile(
    r"(?:[^\W\d_]|[²³°%‰$€£¥₹₽₴₩₪₺¢µ′″'’ʼ]|[\u0300-\u036f\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0962\u0963\u200c\u200d])+"
)
_AND_A_HALF = "einhalb"
"""Behind a German number: "dreieinhalb"."""
_SIZED_MONEY = re.compile(r"(k|m|mm|mn|mio|mrd|b|bn|t)(?=(?:us\$|[$€£¥₹₽]|usd|eur|gbp|inr|rub|chf|jpy)(?![^\W\d_]))")
"""A size letter before the money: "5 MUSD", "3 k€"."""
_MONEY = re.compile(r"(?:us|u\.s\.|a|c|r|nz|hk)?[$€£¥₹₽₴₩₪₺¢](?:\s?us(?![^\W\d_])|gb(?![^\W\d_]))?")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|º|ª|°|er|ère|e|ème|-?й|-?го|-?е|ste|te|ter)(?![\w])")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of the answer. `forms` are a figure's readings; `value` a number word's, `power` a size word's."""

    role: Role
    text: str
    forms: tuple[Literal, ...] = ()
    value: Decimal = Decimal(0)
    power: int = 0
    powers: tuple[int, ...] = ()
    """Other powers that a size word can have: "billion" as the question uses it."""
    roles: frozenset[str] = frozenset()
    slip: bool = False
    glued: bool = False
    """Whether it follows the piece before it without a gap."""


def lexemes(text: str, code: str, key_scales: dict[str, int]) -> list[Lexeme]:
    """The pieces in order. `key_scales` are size words of the key itself: the learner may mean what it means."""
    cleaned = literals.clean(text)
    found: list[Lexeme] = []
    at = 0
    while at < len(cleaned):
        if cleaned[at].isspace():
            at += 1
            continue
        glued = at > 0 and not cleaned[at - 1].isspace()
        piece, at = _piece(cleaned, at, code, glued)
        if piece:
            found.append(piece)
    return _phrased(found, code, key_scales)


def _piece(text: str, at: int, code: str, glued: bool) -> tuple[Lexeme | None, int]:
    if power := literals.POWER_OF_TEN.match(text, at):
        return Lexeme("figure", power[0], literals.readings("1", power[1]), glued=glued), power.end()
    if (figure := LITERAL.match(text, at)) and _starts_figure(text, at):
        body = re.split(r"e|\s*[x×*·]", figure[0], maxsplit=1)[0] if figure[1] or figure[2] else figure[0]
        forms = literals.readings(body, figure[1] or figure[2] or "0")
        end = figure.end()
        if ordinal := _ORDINAL.match(text, end):
            end = ordinal.end()
        return Lexeme("figure", figure[0], forms, glued=glued), end
    if money := _MONEY.match(text, at):
        name = re.sub(r"(.)\s?(?:us|gb)$", r"\1", money[0].replace(".", ""))
        return Lexeme("word", name, glued=glued), money.end()
    if size := _SIZED_MONEY.match(text, at):
        return Lexeme("word", size[1], glued=glued), size.end(1)
    if word := _WORD.match(text, at):
        return Lexeme("word", word[0], glued=glued), word.end()
    char = text[at]
    if char in "-–":
        return Lexeme("dash", char, glued=glued), at + 1
    if char == "/":
        return Lexeme("slash", char, glued=glued), at + 1
    return Lexeme("sign", char, glued=glued), at + 1


def _starts_figure(text: str, at: int) -> bool:
    return text[at].isdigit() or at == 0 or not text[at - 1].isdigit()


def _phrased(pieces: list[Lexeme], code: str, key_scales: dict[str, int]) -> list[Lexeme]:
    """Words given their meaning, the longest phrase first."""
    words = lexicon(code)
    out: list[Lexeme] = []
    at = 0
    while at < len(pieces):
        if pieces[at].role != "word":
            out.append(pieces[at])
            at += 1
            continue
        found, used = _meaning(pieces, at, words, code, key_scales)
        if used == 1 and found[0].role == "word" and out and (out[-1].role == "number" or _joins(out)):
            one = mended_one(fold(pieces[at].text), code)
            found = [replace(_known(pieces[at], one, words, key_scales), slip=True)] if one else found
        out += found
        at += used
    return out


@cache
def _home_ordinals(code: str) -> frozenset[str]:
    """Ordinals of the learner's language and of English: "nineteenth" is no slip of "nineteen"."""
    return frozenset(fold(word) for one in (code, "en") for word in language(one).ordinals)


def _joins(pieces: list[Lexeme]) -> bool:
    """Whether a number word stands before an "and", a hyphen or a point at the end."""
    last = pieces[-1]
    joint = last.role == "dash" or last.roles & {"and", "point"}
    return bool(joint) and len(pieces) > 1 and pieces[-2].role == "number"


def _meaning(
    pieces: list[Lexeme], at: int, words: Lexicon, code: str, key_scales: dict[str, int]
) -> tuple[list[Lexeme], int]:
    for count in range(min(words.longest, 4), 0, -1):
        span = [piece for piece in pieces[at : at + 2 * count - 1] if piece.role != "dash"][:count]
        taken = _taken(pieces, at, count)
        if taken is None or any(piece.role != "word" for piece in span):
            continue
        phrase = " ".join(fold(piece.text) for piece in span)
        if words.knows(phrase) or phrase in key_scales:
            return [_known(pieces[at], phrase, words, key_scales)], taken
        if count == 2 and (whole := mended_first(phrase, words.numbers, code)):
            return [replace(_known(pieces[at], whole, words, key_scales), slip=True)], taken
    word = fold(pieces[at].text)
    if found := parted(word, code):
        share, rest = found
        part = Lexeme("fraction", word, value=share, glued=pieces[at].glued)
        whole_word = _known(pieces[at], rest, words, key_scales) if words.knows(rest) else Lexeme("word", rest)
        return [part, whole_word], 1
    if word.endswith(_AND_A_HALF) and (numbers := made_of_parts(word.removesuffix(_AND_A_HALF), code)):
        half = Lexeme("fraction", _AND_A_HALF, value=Decimal("0.5"))
        return [*(_part(pieces[at], part, words) for part in numbers), _part(pieces[at], "und", words), half], 1
    if guess := mended(word, code):
        known, slip = _known(pieces[at], guess, words, key_scales), word not in _home_ordinals(code)
        return [Lexeme(known.role, known.text, (), known.value, known.power, known.powers, slip=slip)], 1
    if parts := split_compound(word, code):
        return [_part(pieces[at], part, words) for part in parts], 1
    if parts := split_with_slip(word, code):
        return [replace(_part(pieces[at], part, words), slip=True) for part in parts], 1
    return [pieces[at]], 1


def _taken(pieces: list[Lexeme], at: int, count: int) -> int | None:
    """How many pieces so many words take, hyphens between them included; None past the end."""
    seen = 0
    for index in range(at, len(pieces)):
        if pieces[index].role == "word":
            seen += 1
            if seen == count:
                return index - at + 1
        elif pieces[index].role != "dash" or not pieces[index].glued:
            return None
    return None


def _known(piece: Lexeme, phrase: str, words: Lexicon, key_scales: dict[str, int]) -> Lexeme:
    roles = words.joints.get(phrase, frozenset())
    if phrase in words.numbers and not (roles & {"bunch"}):
        return Lexeme("number", phrase, value=Decimal(words.numbers[phrase]), roles=roles, glued=piece.glued)
    if phrase in words.numbers:
        return Lexeme("scale", phrase, value=Decimal(words.numbers[phrase]), roles=roles, glued=piece.glued)
    if phrase in words.scales or phrase in key_scales:
        power = words.scales.get(phrase, key_scales.get(phrase, 0))
        others = tuple({key_scales.get(phrase, power), words.others.get(phrase, power)} - {power})
        return Lexeme("scale", phrase, power=power, powers=others, glued=piece.glued, roles=roles)
    if phrase in words.fractions:
        return Lexeme("fraction", phrase, value=words.fractions[phrase], roles=roles, glued=piece.glued)
    return Lexeme("joint", phrase, roles=roles, glued=piece.glued)


def _part(piece: Lexeme, part: str, words: Lexicon) -> Lexeme:
    """A part of a compound: a number word, or the "und" between two."""
    return _known(piece, part, words, {}) if words.knows(part) else Lexeme("joint", part, roles=frozenset(("and",)))
