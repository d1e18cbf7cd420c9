"""Which words does the extractor know? One frozen vocabulary a language, made of two data files."""

import tomllib
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

from content.facts.inflection import Inflection, inflection
from content.facts.line import TOKEN
from content.facts.tongue import ENGLISH, Tongue, tongue
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
    unit_starts: frozenset[str]
    """The first words of the units' names."""
    symbols: dict[str, UnitName]
    symbol_starts: frozenset[str]
    """The first tokens of the units' symbols and of the marks of money."""
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
    idiom_words: frozenset[str]
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
    tongue: Tongue = ENGLISH
    inflection: Inflection | None = None
    wholes: dict[str, Fraction] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    compounds: dict[str, str] = field(default_factory=dict)
    each: frozenset[str] = frozenset()
    times: str = "time"
    age: str = "year"


def _first_token(symbol: str, speech: Tongue) -> str:
    match = (speech.token or TOKEN).match(symbol)
    return match.group() if match else symbol


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


def _own(code: str) -> dict[str, Any]:
    """The cues of that language, in the form in which the rules read its words."""
    file = resources.files("content.languages") / f"{code}.toml"
    own: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    if "tongue" not in own:
        return own | {"speech": ENGLISH}
    speech = tongue(own["tongue"], own["roles"])
    for name in ("scan", "names", "time", "sets", "hedges", "bounds"):
        own[name] = {key: _told(value, speech) for key, value in own[name].items()}
    for name in KEYED:
        own[name] = _told(own.get(name, {}), speech)
    own["sets"] = {name: own["sets"].get(name, ()) for name in {*own["sets"], *_own("en")["sets"]}}
    return own | {"speech": speech}


KEYED = ("more_numbers", "more_ordinals", "parts", "plurals")


def _told(value: Any, speech: Tongue) -> Any:
    """The words of a list, or the keys of a table, by their roles."""
    if isinstance(value, list):
        return [speech.phrase(words) for words in value]
    return {speech.phrase(key): kept for key, kept in value.items()} if isinstance(value, dict) else value


def _all_units(shared: tuple[Unit, ...], own: dict[str, Any]) -> tuple[Unit, ...]:
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


@cache
def vocabulary(code: str = "en") -> Vocabulary:
    """The words of that language; English where we have no data."""
    shared = language(code)
    if not (resources.files("content.languages") / f"{shared.code}.toml").is_file():
        return vocabulary("en")
    own = _own(shared.code)
    speech: Tongue = own["speech"]
    units, symbols, money = _units(_all_units(shared.units, own))
    scan, nouns, names, time = own["scan"], own["nouns"], own["names"], own["time"]
    exact = {_key(phrase) for phrase in own["hedges"].get("not_approximate", ())}
    approximate = {key: "approximate" for key in map(_key, own["hedges"]["approximate"]) if key not in exact}
    limits = ("more_than", "at_least", "less_than", "at_most")
    return Vocabulary(
        numbers={**_told(shared.numbers, speech), **own.get("more_numbers", {})},
        ordinals={**_told(shared.ordinals, speech), **own.get("more_ordinals", {})},
        scales=_told(shared.scales, speech),
        months={**_told(shared.months, speech), **_numbered(own.get("months", {}), speech)},
        weekdays={**_told(shared.weekdays, speech), **_numbered(own.get("weekdays", {}), speech)},
        units=units,
        unit_starts=frozenset(key[0] for key in units if key),
        symbols=symbols,
        symbol_starts=frozenset(_first_token(symbol, speech) for symbol in (*symbols, *money)),
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
        idiom_words=frozenset(word for phrase in names["idioms"] for word in _key(phrase)),
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
        tongue=speech,
        inflection=inflection(nouns),
        wholes={speech.fold(word): Fraction(number) for word, number in own.get("wholes", {}).items()},
        parts=own.get("parts", {}),
        compounds=own.get("compounds", {}),
        each=frozenset(time.get("each", ())),
        times=time.get("times", "time"),
        age=time.get("age", "year"),
    )


def _numbered(table: dict[str, list[str]], speech: Tongue) -> dict[str, int]:
    return {speech.phrase(name): int(number) for number, names in table.items() for name in names}
