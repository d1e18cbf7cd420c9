"""Which units can a word be, and how do they compare?"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from importlib import resources

from lessons.languages import Unit, languages
from lessons.typed.fold import fold

_LOOSE: tuple[tuple[str, ...], ...] = (
    ("t", "ton", "long_ton"),  # nobody is marked down for the kind of ton
    ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"),
    ("GBP", "lb", "EGP"),
    ("FRF", "franc", "CHF"),
    ("DEM", "mark", "gold_mark"),
    ("peso", "MXN", "PHP"),
    ("lira", "ITL", "TRY"),
    ("krona", "SEK", "NOK", "DKK"),
    ("kcal", "cal"),
    ("%", "percentage point"),
    ("°C", "°"),
    ("°F", "°"),
)
_NO_UNIT = frozenset({"us", "a", "in"})
"""Words of prose that are also symbols; a lone "in" at the end is an inch."""
MARKS = {"'": ("ft", "min"), "’": ("ft", "min"), "′": ("ft", "min"), "''": ("in", "s"), "″": ("in", "s")}
"""Marks behind a figure that may be units: feet and inches, minutes and seconds."""
_PER = frozenset(
    [
        "/",
        "per",
        "a",
        "an",
        "each",
        "pro",
        "je",
        "par",
        "por",
        "por",
        "cada",
        "в",
        "на",
        "у",
        "за",
        "در",
        "بر",
        "प्रति",
        "per",
        "setiap",
        "tiap",
    ]
)
_BELOW = {
    "с": "s",
    "сек": "s",
    "ч": "h",
    "час": "h",
    "sec": "s",
    "seg": "s",
    "hr": "h",
    "std": "h",
    "год": "h",
    "jam": "h",
}
"""Symbols that are units behind "per" only."""
_RATES = {("mi", "h"): "mph", ("nmi", "h"): "knot"}
_LOOSE_WORDS = (
    ("dollar dollars buck bucks", 1),
    ("pound pounds quid", 2),
    ("franc francs", 3),
    ("mark marks", 4),
    ("peso pesos", 5),
    ("lira liras lire", 6),
    ("krona kronor krone kroner kronas", 7),
    ("calorie calories", 8),
    ("ton tons tonne tonnes", 0),
)


@cache
def by_code() -> dict[str, Unit]:
    """The unit of each code."""
    return {unit.code: unit for one in reversed(languages()) for unit in one.units}


@cache
def _typed_names() -> dict[str, list[str]]:
    file = resources.files(__package__) / "unit_names.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _index() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in languages():
        for unit in one.units:
            for name in (*unit.names, unit.code):
                if key := fold(name):
                    found.setdefault(key, set()).add(unit.code)
            for symbol in unit.symbols:
                found.setdefault(symbol.casefold(), set()).add(unit.code)
    for code, names in _typed_names().items():
        for name in names:
            found.setdefault(fold(name), set()).add(code)
    for words, family in _LOOSE_WORDS:
        for word in words.split():
            found.setdefault(word, set()).update(code for code in _LOOSE[family] if code in by_code())
    for mark, codes in MARKS.items():
        found.setdefault(mark, set()).update(codes)
    return {name: frozenset(codes) for name, codes in found.items()}


@lru_cache(maxsize=4096)
def codes_of(words: str) -> frozenset[str]:
    """All units that a name or symbol can stand for; empty for words that are no unit."""
    index = _index()
    return index.get(words.casefold().strip(), frozenset()) | index.get(fold(words) or "\0", frozenset())


@lru_cache(maxsize=4096)
def leading(words: tuple[str, ...]) -> tuple[frozenset[str], int]:
    """The units that the first words name, and how many words that took: the longest name wins."""
    for count in range(min(len(words), 5), 0, -1):
        if count == 1 and words[0] in _NO_UNIT and words != ("in",):
            break
        if words[count - 1] == "/":
            continue
        for joint in (" ", ""):
            if codes := codes_of(joint.join(words[:count])):
                return _rate(codes, words, count) or _squared(codes, words, count) or (codes, count)
    if len(words) > 1 and fold(words[0]) in _SQUARE:  # "sq miles"
        known = frozenset(f"{code}2" for code in codes_of(words[1])) & by_code().keys()
        return known, 2 if known else 0
    return frozenset(), 0


_SQUARE = frozenset(
    (
        *("square", "sq", "squared", "carre", "carres", "cuadrado", "cuadrados", "quadrado", "quadrados", "persegi"),
        *("kuadrat", "quadrat", "кв", "مربع", "वर्ग"),
    )
)
"""Before or behind a length: an area."""


def _squared(codes: frozenset[str], words: tuple[str, ...], count: int) -> tuple[frozenset[str], int] | None:
    """ "km carrés", "km persegi": a length with the word for square behind it."""
    if count < len(words) and fold(words[count]) in _SQUARE:
        known = frozenset(f"{code}2" for code in codes) & by_code().keys()
        return (known, count + 1) if known else None
    return None


def _rate(codes: frozenset[str], words: tuple[str, ...], count: int) -> tuple[frozenset[str], int] | None:
    """ "Kilometer pro Sekunde", "км/ч": a unit over another, where we have one of that kind."""
    if count + 1 >= len(words) or words[count].casefold() not in _PER:
        return None
    for end in range(min(len(words), count + 3), count + 1, -1):
        below = " ".join(words[count + 1 : end])
        under = codes_of(below) | ({_BELOW[below]} if below in _BELOW else set())
        rates = {_RATES.get((one, other), f"{one}/{other}") for one in codes for other in under}
        if known := frozenset(rates & by_code().keys()):
            return known, end
    return None


def is_time(code: str | None) -> bool:
    """Whether the unit measures time."""
    return code is not None and code in by_code() and by_code()[code].dimension == "time"


def is_length(code: str | None) -> bool:
    """Whether the unit measures a length."""
    return code is not None and code in by_code() and by_code()[code].dimension == "length"


def is_mass(code: str | None) -> bool:
    """Whether the unit measures a mass."""
    return code is not None and code in by_code() and by_code()[code].dimension == "mass"


def is_money(code: str | None) -> bool:
    """Whether the unit is money."""
    return code is not None and code in by_code() and by_code()[code].dimension.startswith("money")


def is_plain(code: str) -> bool:
    """Whether one of the unit goes by "a" alone: "a week", "a mile", "a ton"."""
    return by_code()[code].dimension in ("time", "length", "mass", "area", "volume")


_PLAIN_MEASURES = frozenset(
    ["money", "mass", "length", "volume", "time", "area", "share", "speed", "energy", "power", "temperature"]
)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a unit that was said stands to the unit asked for: multiply by `factor` and add `offset` to convert."""

    factor: Fraction
    converted: bool
    code: str
    offset: Fraction = Fraction(0)

    def of(self, value: Decimal) -> Decimal:
        """The value in the unit asked for."""
        return scaled(value, self.factor) + _plain(self.offset)


def relations(said: frozenset[str], asked: str | None) -> tuple[Relation, ...] | None:
    """The ways to read a figure in `said` as one in `asked`; None where the two are of different kinds.

    No unit said, or none asked, or a counted noun on both sides, is no difference.
    """
    same = (Relation(Fraction(1), converted=False, code=asked or ""),)
    if not said or asked is None:
        return same
    wanted = {asked} if asked in by_code() else codes_of(asked)
    if not wanted:
        return None if all(_measures(code) for code in said) else same
    if said & wanted or any(said & set(family) and wanted & set(family) for family in _LOOSE):
        return same
    if wanted & set(_LOOSE[0]):
        wanted = set(_LOOSE[0])
    return _conversions(said, wanted) or None


def _conversions(said: frozenset[str], wanted: frozenset[str] | set[str]) -> tuple[Relation, ...]:
    degrees = [
        _degrees(code, other) for code in sorted(said) for other in sorted(wanted) if {code, other} <= _FREEZING.keys()
    ]
    return (*degrees, *_coins(said, wanted), *_multiples(said, wanted))


_FREEZING = {
    "°C": (Fraction(0), Fraction(1)),
    "°F": (Fraction(32), Fraction(9, 5)),
    "K": (Fraction(27315, 100), Fraction(1)),
}
"""Where water freezes, and how many degrees are one of Celsius."""


def _degrees(said: str, wanted: str) -> Relation:
    """Degrees of one scale as those of another: 98.6 °F are 37 °C."""
    (from_zero, from_size), (to_zero, to_size) = _FREEZING[said], _FREEZING[wanted]
    factor = to_size / from_size
    return Relation(factor, converted=True, code=said, offset=to_zero - from_zero * factor)


_COINS = {
    "cent": ("USD", "EUR", "CAD", "AUD", "NZD", "HKD", "SGD", "ZAR", "IDR", "BRL", "MXN"),
    "penny": ("GBP",),
    "kopeck": ("RUB",),
}
"""A hundred of these are one of those."""
COINS = frozenset(_COINS)
WITH_COINS = frozenset(code for wholes in _COINS.values() for code in wholes)


def _coins(said: frozenset[str], wanted: frozenset[str] | set[str]) -> Iterator[Relation]:
    """150 cents are 1.50 dollars."""
    for coin, wholes in _COINS.items():
        if coin in said and wanted & set(wholes):
            yield Relation(Fraction(1, 100), converted=True, code=coin)
        if coin in wanted and (known := said & set(wholes)):
            yield Relation(Fraction(100), converted=True, code=min(known))


def _multiples(said: frozenset[str], wanted: frozenset[str] | set[str]) -> tuple[Relation, ...]:
    units = by_code()
    return tuple(
        Relation(Fraction(units[code].factor) / Fraction(units[other].factor), converted=True, code=code)
        for code in sorted(said)
        for other in sorted(wanted)
        if units[code].dimension == units[other].dimension
    )


def _measures(code: str) -> bool:
    """Whether a figure in that unit cannot be a count of things."""
    return by_code()[code].dimension.split(":")[0] in _PLAIN_MEASURES


def _plain(part: Fraction) -> Decimal:
    return Decimal(part.numerator) / Decimal(part.denominator)


def scaled(value: Decimal, factor: Fraction) -> Decimal:
    """The value times an exact fraction."""
    return value if factor == 1 else value * factor.numerator / factor.denominator


@lru_cache(maxsize=4096)
def kin(said: frozenset[str]) -> tuple[Relation, ...]:
    """The ways to turn a figure in `said` into another unit of its kind, where the unit asked for is not known."""
    units = by_code()
    kinds = {
        units[code].dimension for code in said if _measures(code) and not units[code].dimension.startswith("money")
    }
    return _multiples(said, {code for code, unit in units.items() if unit.dimension in kinds})


def same_dimension(a: frozenset[str], b: frozenset[str]) -> tuple[str, str] | None:
    """A unit of each side such that both are of one dimension and the first is the larger."""
    units = by_code()
    for one in sorted(a):
        for other in sorted(b):
            if units[one].dimension == units[other].dimension:
                larger = Fraction(units[one].factor) > Fraction(units[other].factor)
                return (one, other) if larger else None
    return None
