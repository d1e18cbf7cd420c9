"""An exam, a holiday and minutes a day, as a person meets them."""

from datetime import timedelta

from stories import first_lesson, first_question

from bot.playground.stage import Stage


async def test_an_exam_date_typed_is_shown_with_what_will_be_known(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/settings")
    await ada.tap("Exam date")
    day = (stage.clock.now() + timedelta(days=40)).date()
    await ada.send("soonish")
    assert "I cannot take" in ada.last
    await ada.send(day.isoformat())
    assert f"Exam: {day.day} {day:%B}" in ada.last
    assert "you will know about" in ada.last
    await ada.send("/progress")
    assert f"By {day.day} {day:%B} {day.year} you will know about" in ada.last
    await ada.send("/settings")
    await ada.tap("Exam date")
    await ada.tap("No exam")
    assert "you will know about" not in ada.last


async def test_a_near_exam_asks_for_more_new_facts_a_day(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/settings")
    await ada.tap("New a day")
    await ada.tap("3")
    await ada.tap("Exam date")
    await ada.tap("In 2 weeks")
    assert "For that, meet" in ada.last
    assert "meet 3 new facts" not in ada.last


async def test_in_a_holiday_nothing_is_due_and_no_reminder_comes(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/settings")
    await ada.tap("Holiday")
    await ada.send("whenever")
    assert "two days to come" in ada.last
    await ada.tap("Two weeks from tomorrow")
    await ada.send("/settings")
    assert "Holiday:" in ada.last
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(ada.chat.id)
        assert learner is not None
        holiday = learner.preferences.holiday
        assert holiday is not None
        dues = await store.reviews.dues(learner.id)
        assert dues
        assert all(not holiday[0] <= due.date() <= holiday[1] for due in dues)
        assert learner.reminding.next_at is not None
        assert learner.reminding.next_at.date() > holiday[1]
    await ada.send("/settings")
    await ada.tap("Holiday")
    await ada.tap("No holiday")
    async with stage.database.read() as store:
        assert min(await store.reviews.dues(learner.id)) < min(dues)


async def test_minutes_a_day_cut_the_new_facts(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/settings")
    await ada.tap("Minutes a day")
    await ada.tap("5")
    assert "Minutes a day: 5" in ada.last
    await ada.tap("Minutes a day")
    await ada.tap("No limit")
    assert "Minutes a day: " not in ada.last


async def test_while_a_question_waits_words_are_its_answer(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.send("/settings")
    await ada.tap("Exam date")
    said = len(ada.messages)
    await ada.send("blue whales")
    assert "I cannot take" not in " ".join(str(message) for message in ada.messages[said:])
