"""How are the units of a language called and stored? Names, symbols and the marks of money, each with its unit."""

from dataclasses import dataclass, replace
from typing import Any

from content.facts.line import TOKEN
from content.facts.tongue import Tongue
from content.facts.word_data import key
from lessons.languages import Unit, language


@dataclass(frozen=True, slots=True)
class UnitName:
    """How a unit is stored in a fact: `name` is the ISO code of money, `%`, or the singular name."""

    name: str
    dimension: str

    @property
    def is_money(self) -> bool:
        """Money of any kind, coins included."""
        return self.dimension.startswith("money")

    @property
    def is_time(self) -> bool:
        """A length of time."""
        return self.dimension == "time"


Names = dict[tuple[str, ...], UnitName]
Marks = dict[str, UnitName]


def unit_tables(units: tuple[Unit, ...]) -> tuple[Names, Marks, Marks]:
    """Names of units, their symbols, and the marks of money."""
    names: Names = {}
    symbols: Marks = {}
    money: Marks = {}
    for unit in units:
        iso = unit.dimension.startswith("money") and len(unit.code) == 3 and unit.code.isupper()
        keeps_code = iso or unit.dimension == "share"
        name = UnitName(unit.code if keeps_code else unit.names[0], unit.dimension)
        for spelling in unit.names:
            if not (iso and spelling == unit.code.lower()):
                names.setdefault(key(spelling.lower()), name)
        for symbol in unit.symbols:
            (money if iso else symbols).setdefault(symbol, name)
        if iso:
            money.setdefault(unit.code, name)
    return names, symbols, money


def all_units(shared: tuple[Unit, ...], own: dict[str, Any]) -> tuple[Unit, ...]:
    """The units of a language: its own first, then those it shares with the grader, then English symbols."""
    more = own.get("more_units")
    if more is None:
        return shared
    english = {unit.code: unit for unit in language("en").units}
    speech: Tongue = own["speech"]
    named: dict[str, Unit] = {}
    for code, names, symbols in [
        *((unit["code"], unit["names"], unit.get("symbols", ())) for unit in more),
        *((unit.code, unit.names, ()) for unit in shared),
        *((unit.code, (), unit.symbols) for unit in english.values()),
    ]:
        base = named.get(code) or replace(english[code], names=(names or english[code].names)[:1], symbols=())
        spelled = (*base.names, *map(speech.phrase, names))
        named[code] = replace(base, names=spelled, symbols=(*base.symbols, *symbols))
    return tuple(named.values())


def first_token(symbol: str, speech: Tongue) -> str:
    """The token that a symbol begins with, as the text would give it."""
    match = (speech.token or TOKEN).match(symbol)
    return match.group() if match else symbol
