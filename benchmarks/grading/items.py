"""What are the questions that the answers of the table were typed to?"""

import re
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from lessons.items import (
    ChoiceItem,
    DateAnswer,
    DateItem,
    Entry,
    EstimateItem,
    FirstItem,
    Item,
    MatchItem,
    NumberItem,
    Option,
    OrderItem,
    Pair,
    Quantity,
    TextItem,
    Tolerance,
    TruthItem,
)
from lessons.rich import Run

HERE = Path(__file__).parent


@cache
def items() -> dict[str, Item]:
    """Every question by its name in `items.toml`."""
    table = tomllib.loads((HERE / "items.toml").read_text(encoding="utf-8"))
    return {name: _item(name, row) for name, row in table.items()}


def typed(item: Item, answer: str) -> str:
    """The answer with "@Rome" and "#Rome" replaced by the letter and the number under which Rome is shown."""
    for index, option in sorted(enumerate(item.options(0)), key=lambda pair: -len(pair[1])):
        answer = re.sub(f"@{re.escape(option)}", "abcdefgh"[index], answer)
        answer = re.sub(f"#{re.escape(option)}", str(index + 1), answer)
    return answer


def _item(name: str, row: dict[str, Any]) -> Item:
    common: dict[str, Any] = {"id": name, "stem": (Run(row["stem"]),)}
    match row:
        case {"number": fields}:
            return NumberItem(answer=_quantity(fields), **common)
        case {"estimate": fields}:
            return EstimateItem(answer=_quantity(fields), **common)
        case {"date": fields}:
            return DateItem(answer=DateAnswer(**fields), **common)
        case {"text": fields}:
            return TextItem(answer=fields["answer"], accept=tuple(fields.get("accept", ())), **common)
        case {"truth": value}:
            return TruthItem(answer=value, **common)
        case {"choice": {"right": right, "wrong": wrong}}:
            options = (*(Option(text, right=True) for text in right), *(Option(text) for text in wrong))
            return ChoiceItem(answer=options, **common)
        case {"order": texts}:
            return OrderItem(answer=tuple(map(Entry, texts)), **common)
        case {"first": [one, other]}:
            return FirstItem(answer=(Entry(one), Entry(other)), **common)
        case {"match": pairs}:
            return MatchItem(answer=tuple(Pair(*pair) for pair in pairs), **common)
    raise AssertionError(row)


def _quantity(fields: dict[str, Any]) -> Quantity:
    """`range` has two ends, `strict` allows nothing."""
    rest = dict(fields)
    ends, strict = rest.pop("range", None), rest.pop("strict", False)
    tolerance = Tolerance("exact") if strict else None
    if ends:
        tolerance = Tolerance("range", low=Decimal(ends[0]), high=Decimal(ends[1]))
    return Quantity(**{**rest, "value": Decimal(rest["value"]), "tolerance": tolerance})
