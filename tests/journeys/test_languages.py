"""Ten languages in the chat: a pack in another language, figures and dates as that language's people type them."""

import pytest

from bot.playground.stage import Stage
from bot.texts import all_languages, texts
from lessons.items import DateItem, NumberItem

FIGURES = {
    "en": ("11.3 billion", "$11,300,000,000"),
    "de": ("11,3 Milliarden", "11.300.000.000"),
    "es": ("11,3 mil millones", "11.300 millones"),
    "fr": ("11,3 milliards", "11 300 000 000"),
    "pt": ("11,3 bilhões", "11.300.000.000"),
    "ru": ("11,3 млрд", "11 300 000 000"),
    "uk": ("11,3 млрд", "11 300 000 000"),
    "fa": ("۱۱٫۳ میلیارد", "۱۱۳۰۰۰۰۰۰۰۰"),
    "hi": ("११.३ अरब", "11.3 अरब"),
    "id": ("11,3 miliar", "11.300.000.000"),
}
"""$11.3 billion, as one may type it."""
DATES = {
    "en": ("11 June 1942", "June 11, 1942"),
    "de": ("11. Juni 1942", "11.6.1942"),
    "es": ("11 de junio de 1942", "11/6/1942"),
    "fr": ("11 juin 1942", "le 11 juin 1942"),
    "pt": ("11 de junho de 1942", "11/06/1942"),
    "ru": ("11 июня 1942 г.", "11.06.1942"),
    "uk": ("11 червня 1942 р.", "11.06.1942"),
    "fa": ("۱۱ ژوئن ۱۹۴۲", "۱۹۴۲/۶/۱۱"),
    "hi": ("11 जून 1942", "११ जून १९४२"),
    "id": ("11 Juni 1942", "11/6/1942"),
}


@pytest.fixture
async def numbers(stage: Stage) -> tuple[int, int]:
    """The ids of a question with the answer $11.3 billion, and of one with the answer 11 June 1942."""
    async with stage.database.read() as store:
        stored = await store.packs.get(1)
        items = {key: (await store.packs.item(number)).item for key, number in stored.items.items()}
    figure = next(key for key, item in items.items() if isinstance(item, NumberItem) and item.key == "$11.3 billion")
    date = next(key for key, item in items.items() if isinstance(item, DateItem) and item.answer.edtf == "1942-06-11")
    return stored.items[figure], stored.items[date]


@pytest.mark.parametrize("language", all_languages())
async def test_figures_and_dates_are_read_as_they_are_typed_there(
    stage: Stage, numbers: tuple[int, int], language: str
) -> None:
    t = texts(language)
    for number, (item, typed) in enumerate(
        (numbers[at], said) for at, all_said in enumerate((FIGURES, DATES)) for said in all_said[language]
    ):
        ada = stage.person(f"Ada {number}", language)
        await ada.send(f"/start item_{item}")
        await ada.send(typed)
        assert str(t("Right.")) in ada.last, (typed, ada.last.text)


@pytest.mark.parametrize("language", all_languages())
async def test_a_pack_keeps_its_language_and_a_date_is_told_in_the_readers(
    stage: Stage, numbers: tuple[int, int], language: str
) -> None:
    ada = stage.person("Ada", language)
    await ada.send(f"/start item_{numbers[1]}")
    assert "the " in ada.last, "the question is the pack's own"
    await ada.tap(str(texts(language)("I don't know")))
    assert texts(language).edtf("1942-06-11") in ada.last
    assert str(texts(language)("Not this time.")) in ada.last


@pytest.mark.parametrize(
    ("language", "typed", "heard"),
    [
        ("de", "11.6.1942", "Deine Antwort: 11.6.1942 (11. Juni 1942)"),
        ("de", "11.6.", "Deine Antwort: 11.6. (11. Juni)"),
        ("ru", "11.6.1942", "Ваш ответ: 11.6.1942 (11 июня 1942\u202fг.)"),
        ("ru", "11 июня", "Ваш ответ: 11 июня"),
        ("en", "11.6.1942", "You said: 11.6.1942 (11 June 1942)"),
    ],
)
async def test_a_date_is_read_back_as_the_language_writes_it(
    stage: Stage, language: str, typed: str, heard: str
) -> None:
    ada = stage.person("Ada", language)
    await ada.send("/start")
    await ada.press("L:1:0")
    await ada.tap(ada.buttons[0])
    await ada.send(typed)
    assert heard in ada.last.text.split("\n")
