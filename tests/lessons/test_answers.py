"""Are typed answers graded as a fair teacher would? Every line of the files `answers*.toml`.

In answers to items with options "@Rome" is the letter under which Rome is shown, "#Rome" its number.
"""

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

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
from lessons.response import Typed

HERE = Path(__file__).parent


def number(fields: dict[str, Any]) -> Quantity:
    """The quantity of a row; `tolerance` is absolute, `range` has two ends, `strict` allows nothing."""
    wide, ends, strict = fields.pop("tolerance", None), fields.pop("range", None), fields.pop("strict", False)
    tolerance = Tolerance("absolute", Decimal(wide)) if wide else Tolerance("exact") if strict else None
    if ends:
        tolerance = Tolerance("range", low=Decimal(ends[0]), high=Decimal(ends[1]))
    return Quantity(**{**fields, "value": Decimal(fields["value"]), "tolerance": tolerance})


def item_of(row: dict[str, Any]) -> Item:
    """The item that a row describes."""
    name = row["id"]
    match row:
        case {"number": fields}:
            return NumberItem(id=name, stem=(), answer=number(dict(fields)))
        case {"estimate": fields}:
            return EstimateItem(id=name, stem=(), answer=number(dict(fields)))
        case {"date": fields}:
            return DateItem(id=name, stem=(), answer=DateAnswer(**fields))
        case {"text": fields}:
            return TextItem(id=name, stem=(), answer=fields["answer"], accept=tuple(fields.get("accept", ())))
        case {"truth": value}:
            return TruthItem(id=name, stem=(), answer=value)
        case {"choice": {"right": right, "wrong": wrong}}:
            options = (*(Option(text, right=True) for text in right), *(Option(text) for text in wrong))
            return ChoiceItem(id=name, stem=(), answer=options)
        case {"order": texts}:
            return OrderItem(id=name, stem=(), answer=tuple(map(Entry, texts)))
        case {"first": [one, other]}:
            return FirstItem(id=name, stem=(), answer=(Entry(one), Entry(other)))
        case {"match": pairs}:
            return MatchItem(id=name, stem=(), answer=tuple(Pair(*pair) for pair in pairs))
    raise AssertionError(row)


def typed(item: Item, answer: str) -> str:
    """The answer with "@Rome" and "#Rome" replaced by the letter and the number under which Rome is shown."""
    shown = sorted(enumerate(item.options(0)), key=lambda pair: -len(pair[1]))
    for index, option in shown:
        answer = re.sub(f"@{re.escape(option)}", "abcdefgh"[index], answer)
        answer = re.sub(f"#{re.escape(option)}", str(index + 1), answer)
    return answer


TABLE = [
    (file.stem, row)
    for file in sorted(HERE.glob("answers*.toml"))
    for row in tomllib.loads(file.read_text(encoding="utf-8"))["item"]
]


def wrong(row: dict[str, Any]) -> list[str]:
    """The answers of a row whose grade is not what it says."""
    item, found = item_of(row), []
    for answer, expected, *language in row["answers"]:
        grade = item.grade(Typed(typed(item, answer), language[0] if language else "en"), 0)
        if grade.verdict.value not in expected.split("|"):
            found.append(f"{row['id']}: {answer!r} is {grade.verdict.value} and not {expected} ({grade.reason})")
    return found


@pytest.mark.parametrize("file", sorted({file for file, _ in TABLE}))
def test_answers_get_the_verdict_of_a_fair_teacher(file: str) -> None:
    """One test a file: one for each answer would cost more than its work."""
    rows = [row for name, row in TABLE if name == file]
    assert rows
    assert [complaint for row in rows for complaint in wrong(row)] == []


def test_there_are_at_least_a_thousand_answers() -> None:
    assert sum(len(row["answers"]) for _, row in TABLE) >= 1000
