"""Are answers to the questions of the bundled pack graded as a fair teacher would?"""

import tomllib
from pathlib import Path

import pytest

from content.packfile import load
from lessons.items import Item
from lessons.response import Typed

HERE = Path(__file__).parent
PACK = HERE.parent.parent / "content" / "packs" / "lend-lease"
CASES = [
    (row["id"], *answer)
    for row in tomllib.loads((HERE / "pack_answers.toml").read_text(encoding="utf-8"))["item"]
    for answer in row["answers"]
]


@pytest.fixture(scope="module")
def items() -> dict[str, Item]:
    """The items of the pack by their id."""
    pack = load(PACK).pack
    assert pack is not None
    return {item.id: item for _, item in pack.items()}


@pytest.mark.parametrize(
    ("item", "answer", "expected", "language"),
    [(*case[:3], case[3] if len(case) > 3 else "en") for case in CASES],
    ids=[f"{case[0]}:{case[1]}" for case in CASES],
)
def test_answer_to_the_bundled_pack(
    items: dict[str, Item], item: str, answer: str, expected: str, language: str
) -> None:
    grade = items[item].grade(Typed(answer, language), 0)

    assert grade.verdict.value in expected.split("|"), (grade.reason, grade.understood)
