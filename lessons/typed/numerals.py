"""Which number is "two and a half million"? Runs of figures and number words, added up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import islice, product

from lessons.languages import languages
from lessons.typed.fold import fold
from lessons.typed.lexemes import Lexeme
from lessons.typed.units import codes_of

_MANY = frozenset(("hundreds", "thousands", "millions", "billions", "trillions"))
"""Alone they say no number: "thousands of people"."""
_MOST = 64
"""Readings of one run that are looked at."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """One reading of a run. `step` is the place value of the last digit said; `scaled` if a size word was said."""

    value: Decimal
    step: Decimal
    scaled: bool = False
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring pieces that make one number: `pieces[start:end]` of the answer, with all its readings."""

    start: int
    end: int
    readings: tuple[Numeral, ...]
    last_scale: Lexeme | None = None
    """A size letter at the end that may be a unit ("5 m"): readings without it follow in `bare`."""
    bare: tuple[Numeral, ...] = ()


def runs(pieces: Sequence[Lexeme]) -> list[Run]:
    """All numbers of the answer, in order."""
    found: list[Run] = []
    at = 0
    while at < len(pieces):
        end = _end(pieces, at)
        while end > at and not (values := _readings(pieces[at:end])):
            end -= 1
        if end == at:
            at += 1
            continue
        last = pieces[end - 1]
        letter = last if last.role == "scale" and _is_a_unit_too(last) and end - at > 1 else None
        bare = _readings(pieces[at : end - 1]) if letter else ()
        found.append(Run(at, end, values, letter, bare))
        at = end
    return found


def _is_a_unit_too(scale: Lexeme) -> bool:
    """Whether a size word may be a unit: "m" metres, Russian "ярд" a yard."""
    return scale.power != 2 and (len(scale.text) <= 2 or bool(codes_of(scale.text)))


def _end(pieces: Sequence[Lexeme], at: int) -> int:
    """Where a run that begins here must end at the latest; `at` itself if none begins."""
    if not _opens(pieces, at):
        return at
    end = at + 1
    while end < len(pieces) and _continues(pieces, at, end):
        end += 1
    while end > at + 1 and pieces[end - 1].role in ("joint", "dash", "slash", "sign"):
        end -= 1
    return end


def _opens(pieces: Sequence[Lexeme], at: int) -> bool:
    piece = pieces[at]
    if piece.role == "scale":  # "a million", but not "a few million"
        if piece.text in _MANY:
            return False
        return (len(piece.text) > 2 or piece.value != 0 or piece.power == 2) and (at == 0 or not _vague(pieces[at - 1]))
    if _more(piece) is not None:
        return at + 1 < len(pieces) and pieces[at + 1].role in ("figure", "number", "scale")
    return piece.role in ("figure", "number", "fraction")


_MORE = {"plus_half": Decimal("0.5"), "plus_quarter": Decimal("0.25"), "less_quarter": Decimal("-0.25")}


def _more(piece: Lexeme) -> Decimal | None:
    """What a word before a figure adds to it: Hindi "साढ़े तीन" is three and a half."""
    return next((_MORE[role] for role in sorted(piece.roles) if role in _MORE), None)


def _vague(piece: Lexeme) -> bool:
    """Whether a word that is no figure says how many: "few", "several", or one that we do not know."""
    return piece.role == "word" and fold(piece.text) not in _about() and not codes_of(piece.text)


@cache
def _about() -> frozenset[str]:
    """The words of every language that say "about"; made when first asked for, since it opens all their tables."""
    return frozenset(fold(word) for one in languages() for phrase in one.approximators for word in phrase.split())


def _continues(pieces: Sequence[Lexeme], start: int, at: int) -> bool:
    piece, before = pieces[at], pieces[at - 1]
    match piece.role:
        case "figure":
            return (
                before.role in ("scale", "slash")
                or _more(before) is not None
                or (before.role == "sign" and at - 1 > start)
                or "point" in before.roles
                or _mixed(pieces, at)
                or _goes_on(pieces, at)
            )
        case "number":
            return not (before.role == "figure" and len(piece.text) > 0)
        case "scale" | "fraction":
            return True
        case "joint":
            return bool(piece.roles & {"and", "point", "skip"}) and at + 1 < len(pieces)
        case "dash":
            return (
                piece.glued
                and before.role in ("number", "scale", "figure")
                and at + 1 < len(pieces)
                and pieces[at + 1].role in (("scale",) if before.role == "figure" else ("number", "scale", "fraction"))
            )
        case "sign":
            return piece.text == "," and _smaller_follows(pieces, at)
        case "slash":
            return before.role == "figure" and at + 1 < len(pieces) and pieces[at + 1].role == "figure"
    return False


def _goes_on(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether "14 billion and 600 million" goes on here."""
    sized = at + 1 < len(pieces) and pieces[at + 1].role == "scale"
    return sized and "and" in pieces[at - 1].roles and at >= 2 and pieces[at - 2].role == "scale"


def _smaller_follows(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether "one thousand, five hundred" goes on here, and no list: what follows must have a smaller size."""
    before, after = pieces[at - 1], pieces[at + 1 : at + 10]
    if before.role != "scale" or not before.power or not after or after[0].role not in ("number", "figure"):
        return False
    end = next((place for place, piece in enumerate(after) if piece.role in ("sign", "word")), len(after))
    powers = [piece.power for piece in after[:end] if piece.role == "scale" and piece.power >= 3]
    return max(powers, default=2 if after[0].role == "number" else before.power) < before.power


def _mixed(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether "2 1/2" goes on here."""
    return (
        pieces[at - 1].role == "figure"
        and at + 2 < len(pieces)
        and pieces[at + 1].role == "slash"
        and pieces[at + 2].role == "figure"
    )


def _readings(pieces: Sequence[Lexeme]) -> tuple[Numeral, ...]:
    """Every number that these pieces can be together; () if they are none."""
    choices: list[Sequence[Lexeme]] = []
    for piece in pieces:
        choices.append(tuple(_senses(piece)))
    found: dict[tuple[Decimal, bool], Numeral] = {}
    for senses in islice(product(*choices), _MOST):
        for numeral in (_sum(senses), _pairs(senses)):
            if numeral:
                found.setdefault((numeral.value, numeral.scaled), numeral)
    return tuple(found.values())


def _senses(piece: Lexeme) -> Iterator[Lexeme]:
    if piece.role == "figure":
        for form in piece.forms:
            yield Lexeme("figure", piece.text, (form,), form.value)
        return
    yield piece
    for power in piece.powers:
        yield Lexeme("scale", piece.text, power=power, slip=piece.slip)


class _Sum:
    """A number under way: `closed` what size words have closed, `terms` what still may be multiplied."""

    def __init__(self) -> None:
        self.closed: list[Decimal] = []
        self.terms: list[Decimal] = []
        self.step = Decimal(1)
        self.scaled = False
        self.last = Decimal(1)
        """What the last size word multiplied by."""

    @property
    def total(self) -> Decimal:
        """What is closed, added up."""
        return sum(self.closed, Decimal(0))

    def multiply(self, power: int, factor: Decimal) -> None:
        """A size word: small ones take the last words, larger ones all that came before and is smaller."""
        by = factor or Decimal(10) ** power
        self.step = self.step * by if self.terms else by
        if power in (1, 2) and not factor:
            small: list[Decimal] = []
            while self.terms and self.terms[-1] < by:
                small.append(self.terms.pop())
            self.terms.append((sum(small, Decimal(0)) if small else Decimal(1)) * by)
            return
        self.scaled = self.scaled or power >= 3
        self.last = by
        here = sum(self.terms, Decimal(0))
        self.terms = []
        while self.closed and self.closed[-1] < by:  # "quinientos mil millones"
            here += self.closed.pop()
        if not here and self.closed:  # "two million million"
            here = self.closed.pop()
        self.closed.append((here or Decimal(1)) * by)


def _sum(pieces: Sequence[Lexeme]) -> Numeral | None:
    under = _Sum()
    slip = any(piece.slip for piece in pieces)
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.role == "figure":
            at = _figure(under, pieces, at)
        elif piece.role == "number":
            joined = at > 0 and "and" in pieces[at - 1].roles
            if joined and under.terms and at + 1 < len(pieces) and pieces[at + 1].role == "fraction":
                under.terms.append(piece.value * pieces[at + 1].value)  # "three and three quarters"
                under.step = Decimal("0.01")
                at += 2
                continue
            if (
                under.terms
                and (not at or _more(pieces[at - 1]) is None)
                and not _addable(under.terms[-1], piece.value, joined)
            ):
                return None
            under.terms.append(piece.value)
            under.step = Decimal(1)
            at += 1
        elif piece.role == "scale":
            under.multiply(piece.power, piece.value)
            at += 1
        elif piece.role == "fraction":
            _fraction(under, pieces, at)
            at += 1
        elif "point" in piece.roles:
            at = _point(under, pieces, at)
        elif (more := _more(piece)) is not None:
            if at + 1 == len(pieces):
                return None
            under.terms.append(more if pieces[at + 1].role != "scale" else 1 + more)
            under.step = Decimal("0.01")
            at += 1
        else:
            at += 1
        if at < 0:
            return None
    value = under.total + sum(under.terms, Decimal(0))
    return Numeral(value, under.step, under.scaled, slip)


def _addable(before: Decimal, after: Decimal, joined: bool) -> bool:
    """Whether "twenty" goes on with "three", or "three and" with "twenty"."""
    if before >= 100:
        return after < 100 or after < before
    if before >= 20:
        return after < 20 and before % 10 == 0
    return joined and before < 10 and after >= 20 and after % 10 == 0 and after < 100


def _figure(under: _Sum, pieces: Sequence[Lexeme], at: int) -> int:
    """Digits, or digits over digits; the next place, -1 if they do not fit."""
    form = pieces[at].forms[0]
    if at + 2 < len(pieces) and pieces[at + 1].role == "slash" and pieces[at + 2].role == "figure":
        below = pieces[at + 2].value
        if not below or form.value > 9999 or below > 9999:
            return -1
        under.terms.append(form.value / below)
        under.step = Decimal("0.01")
        return at + 3
    if under.terms and (not at or _more(pieces[at - 1]) is None):
        return -1
    under.terms.append(form.value)
    under.step = form.step
    return at + 1


def _fraction(under: _Sum, pieces: Sequence[Lexeme], at: int) -> None:
    """ "three quarters", "two and a half", "half a million"."""
    part = pieces[at].value
    before = [one for one in pieces[:at] if one.role == "number" or "and" in one.roles or "skip" not in one.roles]
    before = [piece for piece in before if piece.role != "dash"]
    added = bool(before) and ("and" in before[-1].roles or before[-1].role == "scale")
    if under.terms and not added and before and before[-1].role in ("number", "figure"):
        under.terms[-1] *= part
    elif added and not under.terms and under.total:
        under.closed.append(part * under.last)  # "a million and a half" is 1.5 million
    else:
        under.terms.append(part)
    under.step = Decimal("0.01")


def _point(under: _Sum, pieces: Sequence[Lexeme], at: int) -> int:
    """ "eleven point two five": the digits behind the point; the next place, -1 if none follow."""
    digits = ""
    at += 1
    first = at
    while at < len(pieces) and (
        pieces[at].role in ("number", "figure")
        or (pieces[at].role in ("joint", "dash") and at + 1 < len(pieces) and pieces[at + 1].role == "number")
    ):
        value = pieces[at].value
        if value != value.to_integral_value() or value < 0:
            return -1
        digits += str(int(value)) if pieces[at].role in ("number", "figure") else ""
        at += 1
    if any(piece.role == "number" and piece.value >= 10 for piece in pieces[first:at]):  # "seventy-five"
        whole = _sum(pieces[first:at])
        if whole is None:
            return -1
        digits = str(int(whole.value))
    if not digits or len(digits) > 12:
        return -1
    if at < len(pieces) and pieces[at].role == "fraction":  # "три целых пять десятых"
        under.terms.append(int(digits) * pieces[at].value)
        under.step = pieces[at].value
        return at + 1
    under.terms.append(Decimal(f"0.{digits}"))
    under.step = Decimal(1).scaleb(-len(digits))
    return at


def _pairs(pieces: Sequence[Lexeme]) -> Numeral | None:
    """ "nineteen forty-two" as 1942, "one eighty million" as 180 million."""
    scales = [piece for piece in pieces if piece.role == "scale"]
    if len(scales) > 1 or (scales and (scales[0] is not pieces[-1] or scales[0].power < 3)):
        return None
    values = [int(piece.value) for piece in pieces if piece.role == "number"]
    others = [p for p in pieces if p.role not in ("number", "dash", "scale") and "and" not in p.roles]
    if others or len(values) not in (2, 3) or not 1 <= values[0] <= 21:
        return None
    rest = sum(values[1:])
    if not 10 <= rest <= 99 or (len(values) == 3 and not (values[1] % 10 == 0 and values[2] < 10)):
        return None
    size = Decimal(10) ** scales[0].power if scales else Decimal(1)
    slip = any(piece.slip for piece in pieces)
    return Numeral((values[0] * 100 + rest) * size, size, bool(scales), slip)
