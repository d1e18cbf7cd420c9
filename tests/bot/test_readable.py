"""Sentences fit where they are shown, in every language: buttons on a phone, toasts over a chat, lines in a menu."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.playground.page_words import page_in
from bot.texts import Texts, all_languages

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "bot").rglob("*.py"))
ROOM = {1: 40, 2: 22, 3: 15, 4: 10, 5: 8}
"""Letters on a button, by how many stand in its row, on a phone of 390 points."""
TOAST = 200
"""Telegram's limit for the answer to a press."""
PLACE = 12
"""So much a value may need in the place of its name."""


def called(node: ast.AST) -> str:
    """The name of what is called, "" for anything else."""
    func = node.func if isinstance(node, ast.Call) else None
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def sentences(node: ast.AST) -> Iterator[str]:
    """What t("…") and t.n("…", "…") say inside this node."""
    for each in ast.walk(node):
        if called(each) in ("t", "n"):
            yield from (arg.value for arg in each.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


@cache
def labels() -> dict[str, int]:
    """Every sentence on a button, and how many buttons stand in its row."""
    found: dict[str, int] = {}
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            in_row = isinstance(node, ast.Tuple | ast.List) and [
                e for e in node.elts if called(e) in ("button", "Button")
            ]
            for key in in_row or ([node] if called(node) in ("button", "Button") else []):
                for said in sentences(key.args[0]) if key.args else ():
                    found[said] = max(found.get(said, 1), len(in_row or [1]))
    return found


@cache
def toasts() -> set[str]:
    """Every sentence that may answer a press: what handlers return, and what the toasts' own file says."""
    found: set[str] = set()
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path.name.endswith("toasts.py"):
            found |= set(sentences(tree))
        elif path.parent.name == "handlers":
            for node in ast.walk(tree):
                if isinstance(node, ast.Return) and node.value is not None:
                    strings = [c.value for c in ast.walk(node.value) if isinstance(c, ast.Constant)]
                    found |= {one for one in strings if (isinstance(one, str) and " " in one) or str(one).endswith(".")}
    return found


def shown(t: Texts, sentence: str) -> str:
    """The sentence in that language, room left for its values; "" where it is not translated yet."""
    said = t._catalogue.gettext(sentence)
    return said if t.language == "en" or said != sentence else ""


@pytest.mark.parametrize("language", all_languages())
def test_what_stands_on_a_button_can_be_read_on_a_phone(language: str) -> None:
    t = Texts(language)
    found = labels()
    assert len(found) > 100
    long = {shown(t, said): (len(shown(t, said)), ROOM[beside]) for said, beside in found.items()}
    assert {said: size for said, size in long.items() if size[0] > size[1]} == {}


@pytest.mark.parametrize("language", all_languages())
def test_what_answers_a_press_fits_into_telegrams_answer(language: str) -> None:
    t = Texts(language)
    found = toasts()
    assert "Kept." in found
    assert [said for said in found if len(shown(t, said)) > TOAST - PLACE] == []


def test_no_sentence_is_a_picture_alone() -> None:
    mute = [
        said
        for path in SOURCES
        for said in sentences(ast.parse(path.read_text("utf-8")))
        if not any(map(str.isalpha, said))
    ]
    assert mute == []


@pytest.mark.parametrize("language", all_languages())
def test_the_page_has_all_its_words(language: str) -> None:
    template = (ROOT / "bot" / "playground" / "page" / "index.html").read_text(encoding="utf-8")
    page = page_in(language, template)
    assert "{{" not in page
    assert f'<html lang="{language}" dir="{"rtl" if language == "fa" else "ltr"}">' in page
