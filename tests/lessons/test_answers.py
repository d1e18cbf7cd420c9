"""Are typed answers graded as a fair teacher would? Every line of answers.toml."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lessons.items import DateAnswer, DateItem, Item, NumberItem, Quantity, Tolerance
from lessons.response import Typed

HERE = Path(__file__).parent
TABLE = [
    row
    for name in ("answers.toml", "answers_2.toml", "answers_3.toml", "answers_4.toml")
    for row in tomllib.loads((HERE / name).read_text(encoding="utf-8"))["item"]
]


def item_of(row: dict[str, Any]) -> Item:
    if "number" in row:
        fields = dict(row["number"])
        wide = fields.pop("tolerance", None)
        tolerance = Tolerance("absolute", Decimal(wide)) if wide else None
        return NumberItem(
            id=row["id"],
            stem=(),
            answer=Quantity(**{**fields, "value": Decimal(fields["value"]), "tolerance": tolerance}),
        )
    return DateItem(id=row["id"], stem=(), answer=DateAnswer(**row["date"]))


CASES = [(row, *answer) for row in TABLE for answer in row["answers"]]


@pytest.mark.parametrize(
    ("row", "answer", "expected", "language"),
    [(case[0], case[1], case[2], case[3] if len(case) > 3 else "en") for case in CASES],
    ids=[f"{case[0]['id']}:{case[1] or 'empty'}" for case in CASES],
)
def test_answer_gets_the_verdict_of_a_fair_teacher(
    row: dict[str, Any], answer: str, expected: str, language: str
) -> None:
    grade = item_of(row).grade(Typed(answer, language), 0)

    assert grade.verdict.value == expected, (grade.reason, grade.understood)


def test_there_are_at_least_two_hundred_answers() -> None:
    assert len(CASES) >= 200
