"""Every kind of question, answered by taps alone and by typing alone, and what stands on its buttons."""

import re

import pytest
from kinds import NAMES, WORDS, ask, marks

from bot.playground.stage import Stage
from lessons.items import KINDS

TAPPED = tuple(name for name in NAMES if name not in ("typed-number", "estimate", "typed-date", "year", "cloze"))


async def test_the_pack_has_every_kind(stage: Stage) -> None:
    ada = stage.person("Ada")
    kinds = {(await ask(stage, ada, name)).item.kind for name in NAMES}
    assert kinds == set(KINDS)


@pytest.mark.parametrize("name", TAPPED)
async def test_by_taps(stage: Stage, name: str) -> None:
    asked = await ask(stage, stage.person("Ada"), name)
    await asked.tap(asked.right)
    assert "✔ Right." in asked.chat.last


@pytest.mark.parametrize("name", NAMES)
async def test_by_words(stage: Stage, name: str) -> None:
    asked = await ask(stage, stage.person("Ada"), name)
    await asked.chat.send(WORDS[name](asked))
    assert "✔ Right." in asked.chat.last


@pytest.mark.parametrize("name", TAPPED)
async def test_by_letters_and_numbers(stage: Stage, name: str) -> None:
    asked = await ask(stage, stage.person("Ada"), name)
    await asked.chat.send(marks(asked))
    assert "✔ Right." in asked.chat.last


@pytest.mark.parametrize("name", TAPPED)
async def test_a_wrong_answer_shows_the_right_one(stage: Stage, name: str) -> None:
    asked = await ask(stage, stage.person("Ada"), name)
    wrong = [index for index in range(len(asked.item.options(asked.seed))) if index not in asked.right]
    await asked.tap(wrong[:1] if asked.item.mode in ("one", "many") else asked.right[::-1])
    assert "✔ Right." not in asked.chat.last
    for line in asked.item.key.split("\n"):
        shown = {"true": "True", "false": "False", "1894-05-04": "4 May 1894"}.get(line, line)
        assert (shown.replace(" → ", ": ") if name == "compare" else shown) in asked.chat.last


@pytest.mark.parametrize("order", ["begun, opened, lighted, survey", "begun, lighted, opened, survey"])
async def test_events_of_one_day_are_right_in_either_order(stage: Stage, order: str) -> None:
    asked = await ask(stage, stage.person("Ada"), "order")
    await asked.chat.send(order)
    assert "✔ Right." in asked.chat.last
    assert "The mole was opened (4 May 1894)" in asked.chat.last


async def test_the_same_day_is_right_in_either_order_by_taps(stage: Stage) -> None:
    asked = await ask(stage, stage.person("Ada"), "order")
    begun, opened, lit, survey = asked.right
    await asked.tap([begun, lit, opened, survey])
    assert "✔ Right." in asked.chat.last


@pytest.mark.parametrize("name", NAMES)
async def test_buttons_say_what_they_do(stage: Stage, name: str) -> None:
    """What a screen reader says of a button is its words: a letter alone only where the options stand in the text."""
    asked = await ask(stage, stage.person("Ada"), name)
    for label in asked.chat.last.labels:
        words = re.sub(r"^[☐☑]\s*", "", label)
        if len(words) > 1:
            continue
        assert re.search(rf"^{words}\. \S", asked.chat.last.text, re.MULTILINE), label
    assert "I don't know" in asked.chat.last.labels


async def test_two_sources_compared_are_told_side_by_side(stage: Stage) -> None:
    asked = await ask(stage, stage.person("Ada"), "compare")
    await asked.chat.send("?")
    told = asked.chat.last.text
    assert "The harbour survey: 420 m" in told
    assert "The ledger: 418 m" in told
    assert "“by 418 m”" in told
    assert "Ledger of the mole, 1899." in told
    assert "is the more exact" in told


LANGUAGES = {
    "en": ("true", "false"),
    "ru": ("правда", "неверно"),
    "es": ("verdadero", "falso"),
    "de": ("richtig", "falsch"),
    "fr": ("vrai", "faux"),
    "pt": ("verdadeiro", "falso"),
    "uk": ("правда", "неправда"),
    "fa": ("درست", "نادرست"),
    "hi": ("सही", "गलत"),
    "id": ("benar", "salah"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_true_and_false_in_ten_languages(stage: Stage, language: str) -> None:
    for said, mark in zip(LANGUAGES[language], ("✘", "✔"), strict=True):
        asked = await ask(stage, stage.person("Ada", language), "truth")
        await asked.chat.send(said)
        assert mark in asked.chat.last, (language, said)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_stands_on_the_buttons_can_be_typed(stage: Stage, language: str) -> None:
    asked = await ask(stage, stage.person("Ada", language), "truth")
    await asked.chat.send(asked.chat.last.labels[1])
    assert "✔" in asked.chat.last


@pytest.mark.parametrize(("name", "told"), [("match", "type pairs, such as “1b 2a”"), ("order", "such as “b a c”")])
async def test_what_cannot_be_read_is_told_in_the_words_of_its_kind(stage: Stage, name: str, told: str) -> None:
    asked = await ask(stage, stage.person("Ada"), name)
    await asked.chat.send("zzz")
    assert told in asked.chat.last
