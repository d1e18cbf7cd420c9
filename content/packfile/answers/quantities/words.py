"""Which scale words and units may a pack use? Those of its language, and English ones after them."""

from dataclasses import dataclass
from functools import cache

from lessons.languages import language


@dataclass(frozen=True, slots=True)
class Words:
    """The scale words and units of a pack's language, and English ones after them."""

    scales: dict[str, int]
    symbols: dict[str, str]
    names: dict[str, str]
    money: tuple[str, ...]
    spelled: dict[int, str]
    """The word to write for a power of ten."""


@cache
def words_of(code: str) -> Words:
    """The words that packs of that language may use."""
    both = [language("en"), language(code)]
    units = [unit for one in both for unit in one.units]
    symbols = {symbol: unit.code for unit in units for symbol in (*unit.symbols, unit.code)}
    spelled: dict[int, str] = {}
    for one in reversed(both):
        for word, power in one.scales.items():
            if len(word) > 3 and power >= 3:
                spelled.setdefault(power, word)
    return Words(
        {word: power for one in both for word, power in one.scales.items() if word not in symbols and len(word) > 1},
        symbols,
        {name.casefold(): unit.code for unit in units for name in unit.names},
        tuple(
            sorted(
                (symbol for unit in units if unit.dimension.startswith("money") for symbol in unit.symbols),
                key=len,
                reverse=True,
            )
        ),
        spelled,
    )
