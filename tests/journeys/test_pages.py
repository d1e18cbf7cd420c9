"""Settings, packs, progress and rights, as a person meets them."""

import json

from stories import first_lesson, first_question

from bot.playground.stage import Stage
from bot.render.pages import COMMANDS


async def test_every_command_of_the_menu_is_answered(stage: Stage) -> None:
    ada = await first_lesson(stage)
    for command in COMMANDS:
        said = len(ada.messages)
        await ada.send(f"/{command}")
        answer = ada.messages[-1]
        assert len(ada.messages) > said + 1, command
        assert answer.from_bot, command
        assert "went wrong" not in answer, command


async def test_the_time_zone_by_a_tap(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/settings")
    await ada.tap("Time zone")
    await ada.tap("18:30")
    if "Which of these" in ada.last:
        await ada.tap("Berlin")
    assert "Europe/Berlin" in ada.last
    assert "it is 18:30 for you now" in ada.last


async def test_a_reminder_hour_typed(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/settings")
    await ada.tap("Reminder hour")
    await ada.send("6.45pm")
    assert "Reminder: 18:45" in ada.last


async def test_progress_is_a_picture_with_the_same_in_words(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/progress")
    assert ada.last.photo is not None
    assert ada.last.photo.startswith(b"\x89PNG")
    assert "Known:" in ada.last


async def test_my_data_is_a_file_with_everything(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/mydata")
    assert ada.last.document is not None
    name, data = ada.last.document
    assert name.endswith(".json")
    kept = json.loads(data)
    assert kept["learners"][0]["name"] == "Ada"
    assert kept["attempts"]


async def test_forget_asks_then_deletes_everything(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/forget")
    await ada.tap("No, keep it")
    await ada.send("/forget")
    await ada.tap("Yes, delete everything")
    assert "deleted" in ada.last
    async with stage.database.read() as store:
        assert await store.learners.by_chat(ada.chat.id) is None
    await ada.send("/start")
    assert "Hello, Ada." in ada.last


async def test_a_question_can_be_reported_once(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.tap("I don't know")
    await ada.tap("Report")
    await ada.tap("It is unclear")
    assert "noted" in ada.last
    await ada.tap("Report")
    await ada.tap("The answer is wrong")
    assert "already" in ada.last


async def test_deep_links_open_what_they_name(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start pack-lend-lease")
    assert "Sources:" in ada.last
    await ada.send("/start quiz-lend-lease")
    assert "Question 1 of 10" in ada.last
    await ada.send("/start pack-../../etc")
    assert "leads nowhere" in ada.last


async def test_foreign_and_forged_buttons_are_politely_refused(stage: Stage) -> None:
    ada = await first_question(stage)
    data = ada.last.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    eve = stage.person("Eve")
    await eve.send("/start")
    for forged in (
        data,
        "a:1:0",
        "a:x:y:z",
        "Z:1",
        "S:zone:Mars/Olympus",
        "S:new:99999",
        "P:4711",
        "D:1",
        "M:evil",
        "",
    ):
        if forged:
            await eve.press(forged, on=eve.last)
        assert "went wrong" not in eve.last, forged
    assert "Question 1" in ada.last


async def test_markup_in_a_name_stays_text(stage: Stage) -> None:
    eve = stage.person("<b>Eve</b> & Co")
    await eve.send("/start")
    assert "Hello, <b>Eve</b> & Co." in eve.last


async def test_a_forged_option_changes_nothing(stage: Stage) -> None:
    ada = await first_question(stage)
    session = ada.last.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    for option in (4, 99):
        await ada.press(f"a:{session}:1:{option}")
    await ada.press(f"d:{session}:1")
    assert "Question 1 of" in ada.last
