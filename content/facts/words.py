"""Which words does the extractor know? One frozen vocabulary a language, made of two data files."""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

from content.facts.inflection import Inflection, inflection
from content.facts.tongue import ENGLISH, Tongue
from content.facts.unit_names import UnitName, all_units, first_token, unit_tables
from content.facts.word_data import key, own_words, told
from lessons.languages import Language, language

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
    hedge_ends: frozenset[str]
    """The last words of the hedges before a figure, and the first of those after one."""
    hedge_starts: frozenset[str]
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


@cache
def vocabulary(code: str = "en") -> Vocabulary:
    """The words of that language; English where we have no data."""
    shared = language(code)
    if not (resources.files("content.languages") / f"{shared.code}.toml").is_file():
        return vocabulary("en")
    own = own_words(shared.code)
    counting = _numbers(shared, own) | _measures(shared, own) | _calendar(shared, own)
    return Vocabulary(**counting, **_nouns(own), **_names(own), **_hedges(own), **_speech(own))


def _numbers(shared: Language, own: dict[str, Any]) -> dict[str, Any]:
    """Words that are numbers."""
    speech: Tongue = own["speech"]
    time = own["time"]
    return {
        "numbers": {**told(shared.numbers, speech), **own.get("more_numbers", {})},
        "ordinals": {**told(shared.ordinals, speech), **own.get("more_ordinals", {})},
        "scales": told(shared.scales, speech),
        "multiples": time.get("multiples", {}),
        "wholes": {speech.fold(word): Fraction(number) for word, number in own.get("wholes", {}).items()},
        "parts": own.get("parts", {}),
        "each": frozenset(time.get("each", ())),
    }


def _calendar(shared: Language, own: dict[str, Any]) -> dict[str, Any]:
    """Words of time."""
    speech: Tongue = own["speech"]
    time, names = own["time"], own["names"]
    return {
        "months": {**told(shared.months, speech), **_numbered(own.get("months", {}), speech)},
        "weekdays": {**told(shared.weekdays, speech), **_numbered(own.get("weekdays", {}), speech)},
        "early": frozenset(time["early"]),
        "mid": frozenset(time["mid"]),
        "late": frozenset(time["late"]),
        "seasons": time["seasons"],
        "decades": time["decades"],
        "bc": frozenset(time["bc"]),
        "ad": frozenset(time["ad"]),
        "year_words": frozenset(time["year_words"]),
        "strong_year_words": frozenset(time["strong_year_words"]),
        "month_words": frozenset(time["month_words"]),
        "ambiguous_months": frozenset(names["ambiguous_months"]),
        "times": time.get("times", "time"),
        "age": time.get("age", "year"),
    }


def _measures(shared: Language, own: dict[str, Any]) -> dict[str, Any]:
    """Units and money."""
    speech: Tongue = own["speech"]
    units, symbols, money = unit_tables(all_units(shared.units, own))
    return {
        "units": units,
        "unit_starts": frozenset(key[0] for key in units if key),
        "symbols": symbols,
        "symbol_starts": frozenset(first_token(symbol, speech) for symbol in (*symbols, *money)),
        "money_marks": money,
    }


def _nouns(own: dict[str, Any]) -> dict[str, Any]:
    """What is counted."""
    scan, nouns = own["scan"], own["nouns"]
    return {
        "stops": frozenset(scan["stops"]),
        "fore": frozenset(scan["fore"]),
        "plurals": own["plurals"],
        "modifiers": frozenset(nouns["modifiers"]),
        "events": frozenset(nouns["events"]),
        "inflection": inflection(nouns),
        "compounds": own.get("compounds", {}),
    }


def _names(own: dict[str, Any]) -> dict[str, Any]:
    """Names with numbers, and idioms."""
    names = own["names"]
    return {
        "designators": frozenset(names["designators"]),
        "streets": frozenset(names["streets"]),
        "idioms": frozenset(map(key, names["idioms"])),
        "idiom_words": frozenset(word for phrase in names["idioms"] for word in key(phrase)),
    }


def _hedges(own: dict[str, Any]) -> dict[str, Any]:
    """How sure the writer is."""
    limits = ("more_than", "at_least", "less_than", "at_most")
    found: dict[str, Any] = {
        "approximate": _phrases(own["hedges"], "approximate"),
        "approximate_after": _phrases(own["hedges"], "approximate", after=True),
        "bounds": _phrases(own["bounds"], *limits),
        "bounds_after": _phrases(own["bounds"], *limits, after=True),
    }
    found["hedge_ends"] = frozenset(phrase[-1] for name in ("approximate", "bounds") for phrase in found[name])
    after = ("approximate_after", "bounds_after")
    found["hedge_starts"] = frozenset(phrase[0] for name in after for phrase in found[name])
    return found


def _speech(own: dict[str, Any]) -> dict[str, Any]:
    """Small lists of one rule each, flags and sentences."""
    speech: Tongue = own["speech"]
    return {
        "sets": {key: frozenset(listed) for key, listed in own["sets"].items()},
        "cues": {key: tuple(words) for key, words in own["flags"].items()},
        "abbreviations": frozenset(own["sentences"]["abbreviations"]),
        "ends": frozenset(own["sentences"]["ends"]),
        "starters": frozenset(own["sentences"]["starters"]),
        "tongue": speech,
    }


def _phrases(table: dict[str, Any], *names: str, after: bool = False) -> Phrases:
    suffix = "_after" if after else ""
    return {key(phrase): name for name in names for phrase in table.get(name + suffix, ())}


def _numbered(table: dict[str, list[str]], speech: Tongue) -> dict[str, int]:
    return {speech.phrase(name): int(number) for number, names in table.items() for name in names}
