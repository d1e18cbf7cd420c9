"""What does quantulum3 find? Figures with units; it names no counted things and reads no dates."""

# mypy: ignore-errors
# It runs in the rival's own environment, which mypy does not see.

import warnings

warnings.simplefilter("ignore")

from harness import Entry, figure, run  # noqa: E402
from quantulum3 import parser  # noqa: E402

MONEY = {
    "dollar": "USD",
    "united states dollar": "USD",
    "pound sterling": "GBP",
    "euro": "EUR",
    "yen": "JPY",
}
OURS = {"percentage": "%", "per cent": "%", "dimensionless": None, "pound-mass": "pound"}
OURS |= {"minute of arc": "minute", "second of arc": "second", "degree angle": "degree", "micron": "micrometre"}


def unit(name: str) -> str | None:
    """Our word for its unit."""
    if name in MONEY:
        return MONEY[name]
    if name in OURS:
        return OURS[name]
    return name.replace("degree celsius", "degree Celsius")


def find(text: str, _: str | None) -> list[Entry]:
    """Its quantities; a range is its middle and its uncertainty."""
    entries: list[Entry] = []
    for quantity in parser.parse(text):
        start, end = quantity.span
        low, high, about = quantity.value, None, False
        if quantity.uncertainty:
            low, high = quantity.value - quantity.uncertainty, quantity.value + quantity.uncertainty
        entries.append(figure(text, start, end, low, unit(quantity.unit.name), high=high, about=about))
    return entries


run(find)
