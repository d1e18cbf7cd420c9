"""Which words does the extractor know? One frozen vocabulary a language, made of two data files."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

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


Phrases = dict[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language, keyed in lower case; see the data files for what each list is for."""

    numbers: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, int]
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[tuple[str, ...], UnitName]
    symbols: dict[str, UnitName]
    money_marks: dict[str, UnitName]
    stops: frozenset[str]
    fore: frozenset[str]
    plurals: dict[str, str]
    modifiers: frozenset[str]
    events: frozenset[str]
    designators: frozenset[str]
    streets: frozenset[str]
    ambiguous_months: frozenset[str]
    idioms: frozenset[tuple[str, ...]]
    early: frozenset[str]
    mid: frozenset[str]
    late: frozenset[str]
    seasons: dict[str, int]
    decades: dict[str, int]
    multiples: dict[str, int]
    bc: frozenset[str]
    ad: frozenset[str]
    year_words: frozenset[str]
    strong_year_words: frozenset[str]
    month_words: frozenset[str]
    approximate: Phrases
    approximate_after: Phrases
    bounds: Phrases
    bounds_after: Phrases
    sets: dict[str, frozenset[str]]
    cues: dict[str, tuple[str, ...]]
    abbreviations: frozenset[str]
    ends: frozenset[str]
    starters: frozenset[str]


SIGNS = {"$": "$", "£": "£", "€": "€", "¥": "¥", "₽": "₽", "₹": "₹"}


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(part for part in phrase.replace(".", " .").replace("-", " - ").split() if part != ".")


def _units(units: tuple[Unit, ...]) -> tuple[dict[tuple[str, ...], UnitName], dict[str, UnitName], dict[str, UnitName]]:
    names: dict[tuple[str, ...], UnitName] = {}
    symbols: dict[str, UnitName] = {}
    money: dict[str, UnitName] = {}
    for unit in units:
        iso = unit.dimension.startswith("money") and len(unit.code) == 3 and unit.code.isupper()
        keeps_code = iso or unit.dimension == "share"
        name = UnitName(unit.code if keeps_code else unit.names[0], unit.dimension)
        for spelling in unit.names:
            if not (iso and spelling == unit.code.lower()):
                names.setdefault(_key(spelling.lower()), name)
        for symbol in unit.symbols:
            (money if iso else symbols).setdefault(symbol, name)
        if iso:
            money.setdefault(unit.code, name)
    return names, symbols, money


def _phrases(table: dict[str, Any], *keys: str, after: bool = False) -> Phrases:
    suffix = "_after" if after else ""
    return {_key(phrase): key for key in keys for phrase in table.get(key + suffix, ())}


@cache
def vocabulary(code: str = "en") -> Vocabulary:
    """The words of that language; English where we have no data."""
    shared = language(code)
    folder = resources.files("content.languages")
    file = folder / f"{shared.code}.toml"
    own: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    units, symbols, money = _units(shared.units)
    scan, nouns, names, time = own["scan"], own["nouns"], own["names"], own["time"]
    exact = {_key(phrase) for phrase in own["hedges"].get("not_approximate", ())}
    approximate = {key: "approximate" for key in map(_key, own["hedges"]["approximate"]) if key not in exact}
    limits = ("more_than", "at_least", "less_than", "at_most")
    return Vocabulary(
        numbers={**shared.numbers, **own.get("more_numbers", {})},
        ordinals=shared.ordinals,
        scales=shared.scales,
        months=shared.months,
        weekdays=shared.weekdays,
        units=units,
        symbols=symbols,
        money_marks=money,
        stops=frozenset(scan["stops"]),
        fore=frozenset(scan["fore"]),
        plurals=own["plurals"],
        modifiers=frozenset(nouns["modifiers"]),
        events=frozenset(nouns["events"]),
        designators=frozenset(names["designators"]),
        streets=frozenset(names["streets"]),
        ambiguous_months=frozenset(names["ambiguous_months"]),
        idioms=frozenset(map(_key, names["idioms"])),
        early=frozenset(time["early"]),
        mid=frozenset(time["mid"]),
        late=frozenset(time["late"]),
        seasons=time["seasons"],
        decades=time["decades"],
        multiples=time.get("multiples", {}),
        bc=frozenset(time["bc"]),
        ad=frozenset(time["ad"]),
        year_words=frozenset(time["year_words"]),
        strong_year_words=frozenset(time["strong_year_words"]),
        month_words=frozenset(time["month_words"]),
        approximate=approximate,
        approximate_after=_phrases(own["hedges"], "approximate", after=True),
        bounds=_phrases(own["bounds"], *limits),
        bounds_after=_phrases(own["bounds"], *limits, after=True),
        sets={key: frozenset(listed) for key, listed in own["sets"].items()},
        cues={key: tuple(words) for key, words in own["flags"].items()},
        abbreviations=frozenset(own["sentences"]["abbreviations"]),
        ends=frozenset(own["sentences"]["ends"]),
        starters=frozenset(own["sentences"]["starters"]),
    )
