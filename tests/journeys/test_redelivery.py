"""Telegram hands updates out again when an acknowledgement was cut off; whatever came between, they change nothing."""

from dataclasses import replace

from stories import asked, first_question

from bot.playground import learner
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from bot.playground.updates import Queued
from lessons.attempt import Attempt


async def again(stage: Stage, queued: Queued | None) -> None:
    """That update comes a second time."""
    assert queued is not None
    stage.world.updates.waiting.insert(0, replace(queued, again=True))
    stage.world.updates._wake()
    await stage.quiet()


async def answers(stage: Stage, chat: Conversation) -> list[Attempt]:
    """What the log holds."""
    async with stage.database.read() as store:
        found = await store.learners.by_chat(chat.chat.id)
        assert found is not None
        return await store.reviews.attempts(found.id)


def data_of(chat: Conversation, label: str) -> str:
    """What the button with that label says to the bot."""
    rows = chat.last.raw["reply_markup"]["inline_keyboard"]
    data: str = next(button["callback_data"] for row in rows for button in row if button["text"] == label)
    return data


async def test_typed_words_that_come_again_do_not_answer_a_later_question(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.send(learner.in_words(*await asked(stage, ada)))
    typed = stage.world.updates.last
    await ada.tap("Next")
    await ada.tap("I don't know")
    await ada.tap("Next")
    assert len(await answers(stage, ada)) == 2
    await again(stage, typed)
    assert len(await answers(stage, ada)) == 2


async def test_a_quiz_that_comes_again_does_not_close_the_one_under_way(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/quiz")
    quiz = stage.world.updates.last
    await again(stage, quiz)
    await ada.tap("I don't know")
    assert len(await answers(stage, ada)) == 1
    assert not any("closed" in seen for seen in ada.messages)


async def test_an_undo_that_comes_again_takes_one_answer_back(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.tap("I don't know")
    await ada.tap("Next")
    await ada.tap("I don't know")
    await ada.send("/undo")
    await again(stage, stage.world.updates.last)
    assert len(await answers(stage, ada)) == 1


async def test_undo_pressed_twice_in_a_hurry_takes_one_answer_back(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.tap("I don't know")
    await ada.tap("Next")
    await ada.tap("I don't know")
    undo = next(
        b["callback_data"]
        for row in ada.last.raw["reply_markup"]["inline_keyboard"]
        for b in row
        if b["text"] == "Undo"
    )
    pressed = ada.last
    await ada.press(undo, on=pressed)
    await ada.press(undo, on=pressed)
    assert len(await answers(stage, ada)) == 1


async def test_a_refusal_is_said_once(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/undo")
    said = len(ada.messages)
    await again(stage, stage.world.updates.last)
    assert len(ada.messages) == said


async def test_a_lesson_that_was_left_can_be_gone_on_with(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.tap("I don't know")
    await ada.send("/cancel")
    await ada.send("/learn")
    assert "Reading" in ada.last or "Question" in ada.last
