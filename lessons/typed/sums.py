"""Which number do these pieces make together? Number words and size words added up and multiplied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, product

from lessons.typed.lexemes import Lexeme

_MOST = 64
"""Readings of one run that are looked at."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """One reading of a run. `step` is the place value of the last digit said; `scaled` if a size word was said."""

    value: Decimal
    step: Decimal
    scaled: bool = False
    slip: bool = False


_MORE = {"plus_half": Decimal("0.5"), "plus_quarter": Decimal("0.25"), "less_quarter": Decimal("-0.25")}


def more(piece: Lexeme) -> Decimal | None:
    """What a word before a figure adds to it: Hindi "साढ़े तीन" is three and a half."""
    return next((_MORE[role] for role in sorted(piece.roles) if role in _MORE), None)


def sums(pieces: Sequence[Lexeme]) -> tuple[Numeral, ...]:
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
                and (not at or more(pieces[at - 1]) is None)
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
        elif "oh" in piece.roles:  # said digit by digit: `_pairs`
            return None
        elif "point" in piece.roles:
            at = _point(under, pieces, at)
        elif (extra := more(piece)) is not None:
            if at + 1 == len(pieces):
                return None
            under.terms.append(extra if pieces[at + 1].role != "scale" else 1 + extra)
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
    if under.terms and (not at or more(pieces[at - 1]) is None):
        return -1
    under.terms.append(form.value)
    under.step = form.step
    return at + 1


OF_ONE = frozenset(("setengah", "seperempat", "sepertiga", "seperlima"))
"""Parts of one, which are added: Indonesian "dua seperempat" is 2.25, but "dua perempat" is a half."""


def _fraction(under: _Sum, pieces: Sequence[Lexeme], at: int) -> None:
    """ "three quarters", "two and a half", "half a million"."""
    part = pieces[at].value
    before = [one for one in pieces[:at] if one.role == "number" or "and" in one.roles or "skip" not in one.roles]
    before = [piece for piece in before if piece.role != "dash"]
    added = bool(before) and ("and" in before[-1].roles or before[-1].role == "scale")
    if under.terms and not added and before and before[-1].role in ("number", "figure"):
        under.terms[-1] = under.terms[-1] + part if pieces[at].text in OF_ONE else under.terms[-1] * part
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
    if len(pieces) == 3 and "oh" in pieces[1].roles:  # "seven oh six", "nineteen oh five"
        return _oh_between(pieces[0], pieces[2])
    values = [int(piece.value) for piece in pieces if piece.role == "number"]
    others = [p for p in pieces if p.role not in ("number", "dash", "scale")]
    if others or len(values) not in (2, 3) or not 1 <= values[0] <= 21:
        return None
    rest = sum(values[1:])
    if not 10 <= rest <= 99 or (len(values) == 3 and not (values[1] % 10 == 0 and values[2] < 10)):
        return None
    size = Decimal(10) ** scales[0].power if scales else Decimal(1)
    slip = any(piece.slip for piece in pieces)
    return Numeral((values[0] * 100 + rest) * size, size, bool(scales), slip)


def _oh_between(hundreds: Lexeme, ones: Lexeme) -> Numeral | None:
    if not (1 <= hundreds.value < 100 and 1 <= ones.value <= 9):
        return None
    return Numeral(hundreds.value * 100 + ones.value, Decimal(1), slip=hundreds.slip or ones.slip)
