"""Which words does a language have for numbers, months and units? Data shared by grader and extractor."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or money: `code` is what packs store; `names` are all spellings, the singular first.

    `factor` converts to the dimension's base unit, as an exact fraction written "p/q" or a decimal.
    """

    code: str
    dimension: str
    factor: str
    names: tuple[str, ...]
    symbols: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language. Keys are lower case.

    `numbers` maps cardinal words to values, `ordinals` ordinal words; `scales` maps words and letters ("million", "m",
    "bn") to powers of ten; `months` and `weekdays` map names and abbreviations to 1-12 and 1-7 (Monday is 1).
    """

    code: str
    decimal: str
    group: tuple[str, ...]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, int]
    months: dict[str, int]
    weekdays: dict[str, int]
    approximators: tuple[str, ...]
    units: tuple[Unit, ...]
    eras: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words by role in dates: "bc", "ad", "century", "decade", "season" names 21-24 as "21".."24", "filler"."""
    fractions: dict[str, str] = field(default_factory=dict)
    """Words for parts: half is "1/2"."""
    joints: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words by what they do between figures: "point", "and", "skip", "range", "or", "minus", "bunch"."""
    short_scales: dict[str, int] = field(default_factory=dict)
    """Size words as they are typed, but not printed: "bill", "лям"."""
    other_scales: dict[str, int] = field(default_factory=dict)
    """Size words and letters that can mean this, too: Spanish "B" is "billón", Indonesian "M" is "miliar"."""
    more_months: dict[str, int] = field(default_factory=dict)
    """Abbreviations of months as they are typed."""
    more_numbers: dict[str, int] = field(default_factory=dict)
    more_ordinals: dict[str, int] = field(default_factory=dict)
    """Number words as they are typed: inflected, spoken."""
    holidays: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Days of the year by their names, as month and day."""
    compounds: bool = False
    """Whether number words are written as one ("zweiundvierzig")."""
    yes: frozenset[str] = frozenset()
    """What says that a statement is true; these three are folded as `lessons.typed.fold` does."""
    no: frozenset[str] = frozenset()
    gave_up: frozenset[str] = frozenset()
    nothing: frozenset[str] = frozenset()
    """What says that there were none."""
    less: frozenset[str] = frozenset()
    """What says that something grew less."""
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What people type instead of a day or of a tolerance: "today", "tomorrow", "exact"."""


@cache
def languages() -> tuple[Language, ...]:
    """Every language that we have words for."""
    files = sorted(file.name for file in resources.files(__package__).iterdir() if file.name.endswith(".toml"))
    return tuple(language(name.removesuffix(".toml")) for name in files)


@cache
def language(code: str) -> Language:
    """The words of that language (BCP 47; regions are ignored); English where we have no data."""
    base = code.split("-", maxsplit=1)[0].lower()
    folder = resources.files(__package__)
    file = folder / f"{base}.toml"
    if not file.is_file():
        return language("en")
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return Language(
        code=data["code"],
        decimal=data["decimal"],
        group=tuple(data["group"]),
        numbers=data["numbers"],
        ordinals=data["ordinals"],
        scales=data["scales"],
        months={name: int(number) for number, names in data["months"].items() for name in names},
        weekdays={name: int(number) for number, names in data["weekdays"].items() for name in names},
        approximators=tuple(data["approximators"]),
        units=tuple(_unit(unit) for unit in data["units"]),
        eras=_words(data, "eras"),
        fractions=data.get("fractions", {}),
        joints=_words(data, "joints"),
        short_scales=data.get("short_scales", {}),
        other_scales=data.get("other_scales", {}),
        more_months=data.get("more_months", {}),
        more_numbers=data.get("more_numbers", {}),
        more_ordinals=data.get("more_ordinals", {}),
        holidays={name: (int(day[:2]), int(day[3:])) for name, day in data.get("holidays", {}).items()},
        compounds=data.get("compounds", False),
        said=_words(data, "said"),
        **{key: frozenset(words) for key, words in data.get("answers", {}).items()},
    )


def _unit(unit: dict[str, Any]) -> Unit:
    """A unit from its table; other languages give code and names, English the rest."""
    known = unit if "dimension" in unit else _english()[unit["code"]]
    return Unit(
        unit["code"],
        known["dimension"],
        str(known["factor"]),
        tuple(unit["names"]),
        tuple(unit.get("symbols", ())),
    )


@cache
def _english() -> dict[str, dict[str, Any]]:
    data = tomllib.loads((resources.files(__package__) / "en.toml").read_text(encoding="utf-8"))
    return {unit["code"]: unit for unit in data["units"]}


def _words(data: dict[str, Any], table: str) -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in data.get(table, {}).items()}
