"""Translations: complete, with every value in its place and every plural form there."""

import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot.app import languages
from bot.render.pages import COMMANDS, command_words
from bot.texts import LOCALES, Texts

FILES = sorted(LOCALES.glob("*.po"))
TAGS = re.compile(r"</?[a-z]+>")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_sentence_is_missing_and_every_value_has_its_place(file: Path) -> None:
    with (LOCALES / "lectern.pot").open("rb") as source:
        template = read_po(source)
    with file.open("rb") as source:
        catalog = read_po(source, locale=file.stem)
    for message in template:
        if not message.id:
            continue
        found = catalog.get(message.id)
        assert found is not None, message.id
        assert not found.fuzzy, message.id
        said = found.string if isinstance(found.string, tuple) else (found.string,)
        assert all(said), message.id
        wanted = fields(message.id[-1] if isinstance(message.id, tuple) else message.id)
        if isinstance(message.id, tuple):
            assert len(said) == catalog.num_plurals, message.id
        assert all(fields(form) | {"count"} >= wanted for form in said), message.id
        assert all(fields(form) <= wanted | {"count"} for form in said), message.id
        assert not any(TAGS.search(form) for form in said), message.id


@pytest.mark.parametrize("language", ["en", *languages()])
def test_the_menu_fits_telegrams_limits(language: str) -> None:
    words = command_words(Texts(language))
    assert set(words) == {*COMMANDS, "teach"}, "/teach is in the menu of teachers alone"
    assert all(1 <= len(words[name]) <= 256 for name in words)


def test_every_sentence_is_said_by_t_so_that_translators_meet_it() -> None:
    """What is said by the texts of a language without a name is not found by the script that lists the sentences."""
    unnamed = re.compile(r"\btexts\([^()]*\)\(\s*[\"']")
    found = [path.name for path in LOCALES.parent.rglob("*.py") if unnamed.search(path.read_text(encoding="utf-8"))]
    assert found == []
