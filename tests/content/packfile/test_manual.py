"""What docs/pack-format.md shows is what the program takes."""

import re
from pathlib import Path

import pytest

from content.packfile import parse
from content.packfile.answers.dates import read_date
from content.packfile.answers.quantities import read_quantity
from content.packfile.fields import ITEM_KEYS, PACK_KEYS, SOURCE_KEYS
from lessons.items import KINDS

PAGE = (Path(__file__).parents[3] / "docs" / "pack-format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)
FIGURES = re.findall(r"number: (.+?)(?:  +|\n)", PAGE[PAGE.index("### Figures") : PAGE.index("### Dates")])
DATES = re.findall(r"`([^`]+)`", PAGE[PAGE.index("### Dates") : PAGE.index("each with `±")])


def test_the_manuals_files_are_a_pack_with_every_kind_of_question():
    card, lesson, questions = BLOCKS
    lesson = lesson.replace("after: another-lesson\n", "")
    files = {
        "pack.md": card.encode(),
        "lessons/10-old.md": lesson.encode(),
        "lessons/20-new.md": f"---\nlesson: new\ntitle: New\n---\n# New\n\nText.\n\n{questions}".encode(),
        "media/pharos.png": b"\x89PNG\r\n\x1a\n",
    }
    parsed = parse(files)
    assert [one.text() for one in parsed.diagnostics] == []
    assert {item.kind for _, item in parsed.pack.items()} == set(KINDS)


@pytest.mark.parametrize("text", FIGURES)
def test_the_manuals_figures_are_read(text):
    assert read_quantity(text.strip()).quantity.written


@pytest.mark.parametrize("text", [text for text in DATES if text != "± 20 years"])
def test_the_manuals_dates_are_read(text):
    assert read_date(text).edtf


@pytest.mark.parametrize("key", sorted({*PACK_KEYS, *ITEM_KEYS, *SOURCE_KEYS}))
def test_every_key_is_in_the_manual(key):
    assert f"{key}:" in PAGE or f"`{key}`" in PAGE
