"""Somebody who is asked how sure they are, before each answer is shown."""

import pytest
from stories import asked, first_lesson, first_question, until_reminded

from bot.playground import learner
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from lessons.attempt import Attempt
from lessons.confidence import Confidence
from lessons.rating import Rating
from lessons.session import Phase


async def unsure(stage: Stage, name: str = "Ada", language: str = "en") -> Conversation:
    """Somebody who wishes to be asked, before their first question."""
    chat = stage.person(name, language)
    await chat.send("/start")
    await chat.press("S:sure:1")
    await chat.press("L:1:0")
    await chat.tap(chat.buttons[0])
    return chat


async def log(stage: Stage, chat: Conversation) -> list[Attempt]:
    async with stage.database.read() as store:
        found = await store.learners.by_chat(chat.chat.id)
        assert found is not None
        return await store.reviews.attempts(found.id, drills=True)


async def test_nobody_is_asked_who_has_not_wished_for_it(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.send(learner.in_words(*await asked(stage, ada)))
    assert "Right." in ada.last


async def test_the_settings_turn_it_on_and_off(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.send("/settings")
    await ada.tap("Ask how sure I am")
    assert "I ask how sure you are" in ada.last
    await ada.tap("Stop asking how sure I am")
    assert "I ask how sure you are" not in ada.last


async def test_a_typed_answer_is_judged_after_one_more_tap(stage: Stage) -> None:
    ada = await unsure(stage)
    item, seed = await asked(stage, ada)
    said = learner.in_words(item, seed)
    await ada.send(said)
    assert f"Your answer: {said}" in ada.last
    assert ada.last.labels == ["Sure", "Think so", "Guessing", "Skip this"]
    assert "Right" not in ada.last
    assert await log(stage, ada) == []
    await ada.tap("Sure")
    assert "Right." in ada.last
    assert "You were sure." in ada.last
    (one,) = await log(stage, ada)
    assert (one.confidence, one.rating) == (Confidence.SURE, Rating.GOOD)


async def test_a_tapped_answer_is_told_in_its_words(stage: Stage) -> None:
    ada = await unsure(stage)
    option = ada.last.labels[0].partition(". ")[2]
    await ada.tap(ada.last.labels[0])
    assert f"Your answer: {option}" in ada.last
    await ada.tap("Think so")
    assert "You thought so." in ada.last


async def test_a_right_guess_comes_back_sooner_than_a_right_answer(stage: Stage) -> None:
    due = {}
    for name, level in (("Ada", "Guessing"), ("Ben", "Sure")):
        chat = await unsure(stage, name)
        await chat.send(learner.in_words(*await asked(stage, chat)))
        await chat.tap(level)
        (one,) = await log(stage, chat)
        due[name] = one.after
        assert ("guessing, so it comes back" in chat.last) == (name == "Ada")
    assert due["Ada"].stability < due["Ben"].stability
    assert due["Ada"].due <= due["Ben"].due


@pytest.mark.parametrize(
    ("words", "expected"),
    [("sure", Confidence.SURE), ("Think so", Confidence.THINK), ("3", Confidence.GUESS), ("skip", None)],
)
async def test_it_can_be_typed(stage: Stage, words: str, expected: Confidence | None) -> None:
    ada = await unsure(stage)
    await ada.send(learner.in_words(*await asked(stage, ada)))
    await ada.send(words)
    (one,) = await log(stage, ada)
    assert one.confidence is expected


async def test_other_words_are_asked_again_and_lose_nothing(stage: Stage) -> None:
    ada = await unsure(stage)
    await ada.send(learner.in_words(*await asked(stage, ada)))
    await ada.send("hm, no idea really")
    assert "How sure are you?" in ada.last
    await ada.send("guessing")
    assert "Right." in ada.last


async def test_what_cannot_be_read_and_what_is_not_known_is_not_asked_about(stage: Stage) -> None:
    ada = await unsure(stage)
    await ada.send("qwertz uiop")
    assert "nothing was counted" in ada.last
    await ada.send("?")
    assert "Not this time." in ada.last


async def test_a_second_press_changes_nothing(stage: Stage) -> None:
    ada = await unsure(stage)
    await ada.tap(ada.last.labels[0])
    data = ada.last.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await ada.press(data)
    shown = ada.last.text
    await ada.press(data.replace(":sure", ":guess"))
    assert ada.last.text == shown
    (one,) = await log(stage, ada)
    assert one.confidence is Confidence.SURE


async def test_undo_asks_the_question_again(stage: Stage) -> None:
    ada = await unsure(stage)
    await ada.tap(ada.last.labels[0])
    await ada.tap("Sure")
    await ada.tap("Undo")
    assert "Question 1 of" in ada.last
    session = await learner.sitting(stage, ada)
    assert session is not None
    assert session.phase is Phase.ASKING


async def test_progress_says_how_well_one_knows_what_one_knows(stage: Stage) -> None:
    ada = await unsure(stage)
    await ada.send("/progress")
    assert "When you say you are sure" not in ada.last
    wrong = 2
    await ada.press("S:zone:Europe/Lisbon")
    await ada.send("/learn")
    for _ in range(60):
        found = await learner.question(stage, ada)
        said = await log(stage, ada)
        if sum(one.confidence is Confidence.SURE for one in said) >= 10:
            break
        if found is None:
            session = await learner.sitting(stage, ada)
            await ada.send("next" if session and session.phase is not Phase.SUMMARY else "/learn")
            continue
        other = learner.wrong_option(*found) if wrong else None
        wrong -= other is not None
        await ada.send(other or learner.in_words(*found))
        await ada.send("sure")
    said = await log(stage, ada)
    sure = [one for one in said if one.confidence is Confidence.SURE]
    right = sum(one.fraction >= 0.75 for one in sure)
    assert right == len(sure) - 2
    await ada.send("/progress")
    assert f"When you say you are sure, you are right {right} of {len(sure)} times." in ada.last


async def test_an_answer_that_waits_counts_when_another_quiz_is_begun(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.press("S:sure:1")
    await ada.send("/quiz")
    await ada.send(learner.in_words(*await asked(stage, ada)))
    assert "How sure are you?" in ada.last
    before = await log(stage, ada)
    await ada.send("/quiz")
    *earlier, one = await log(stage, ada)
    assert earlier == before
    assert (one.confidence, one.rating) == (None, Rating.GOOD)
    assert "Question 1 of" in ada.last


async def test_an_answer_that_waits_counts_when_the_learner_stops(stage: Stage) -> None:
    ada = await unsure(stage)
    await ada.send(learner.in_words(*await asked(stage, ada)))
    await ada.send("/cancel")
    (one,) = await log(stage, ada)
    assert (one.confidence, one.rating) == (None, Rating.GOOD)
    assert "How sure are you?" not in ada.last


async def test_an_answer_that_waits_counts_when_the_next_reminder_takes_its_place(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.press("S:sure:1")
    await until_reminded(stage)
    await ada.send(learner.in_words(*await asked(stage, ada)))
    assert "How sure are you?" in ada.last
    before = await log(stage, ada)
    held = await learner.sitting(stage, ada)
    assert held is not None
    assert held.step is not None
    await until_reminded(stage)
    *earlier, one = await log(stage, ada)
    assert earlier == before
    assert (one.session_id, one.item_id, one.confidence) == (held.id, held.step.ref, None)
    now_asked = await learner.sitting(stage, ada)
    assert now_asked is not None
    assert held.step not in now_asked.steps


async def test_an_answer_that_waits_counts_when_its_sitting_is_put_off(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.press("S:sure:1")
    await until_reminded(stage)
    shown = [button for row in ada.last.raw["reply_markup"]["inline_keyboard"] for button in row]
    not_today = next(button["callback_data"] for button in shown if button["text"] == "Not today")
    await ada.send(learner.in_words(*await asked(stage, ada)))
    before = await log(stage, ada)
    await ada.press(not_today)
    *earlier, one = await log(stage, ada)
    assert (earlier, one.confidence) == (before, None)
