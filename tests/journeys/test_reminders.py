"""Review comes to the learner: at their hour, with the question in it, and kindly."""

from datetime import timedelta
from itertools import pairwise

import pytest
from stories import asked, finish, first_lesson, until_reminded

from bot.playground import learner
from bot.playground.stage import Stage
from lessons.days import local


async def test_the_reminder_is_the_first_due_question_and_is_answered_by_typing(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await until_reminded(stage)
    assert f"{stage.clock.now():%A %H:%M}" == "Tuesday 09:00"
    assert "Time to remember" in ada.last
    await ada.send(learner.in_words(*await asked(stage, ada)))
    assert "Right" in ada.last


async def test_a_reminder_is_sent_once_however_often_the_clock_ticks(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await until_reminded(stage)
    said = len(ada.messages)
    for _ in range(3):
        await stage.tick()
    stage.clock.move(timedelta(hours=3))
    await stage.tick()
    assert len(ada.messages) == said


async def test_while_much_waits_to_be_sent_nobody_is_reminded_and_then_they_are(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await first_lesson(stage)
    said = len(ada.messages)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("bot.app.ENOUGH", 0)
        await until_reminded(stage)
        assert len(ada.messages) == said
    await stage.tick()
    assert "Time to remember" in ada.last


async def test_three_ignored_reminders_and_they_come_less_often(stage: Stage) -> None:
    ada = await first_lesson(stage)
    start = stage.clock.now()
    days = []
    while len(days) < 6:
        await until_reminded(stage)
        days.append((stage.clock.now() - start).days)
    gaps = [later - earlier for earlier, later in pairwise(days)]
    assert gaps[:2] == [1, 1]
    assert gaps[-1] >= 3
    assert sum("Time to remember" in seen for seen in ada.messages) == 1, "older ones gave way to the newest"


async def test_snooze_comes_back_in_an_hour_and_not_today_tomorrow(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await until_reminded(stage)
    await ada.tap("In an hour")
    before = stage.clock.now()
    await until_reminded(stage)
    assert timedelta(minutes=59) < stage.clock.now() - before < timedelta(minutes=62)
    await ada.tap("Not today")
    before = stage.clock.now()
    await until_reminded(stage)
    assert stage.clock.now() - before > timedelta(hours=20)


async def test_a_pause_is_kept(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/settings")
    await ada.tap("Pause")
    await ada.tap("A week")
    said = len(ada.messages)
    for _ in range(6):
        stage.clock.move(timedelta(days=1))
        await stage.tick()
    assert len(ada.messages) == said
    await until_reminded(stage)
    assert "Time to remember" in ada.last


async def test_a_long_absence_shows_no_frightening_total(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/settings")
    await ada.tap("Reviews a day")
    await ada.tap("10")
    for _ in range(4):
        stage.clock.move(timedelta(hours=30))
        await ada.send("/learn")
        await finish(stage, ada)
    stage.clock.move(timedelta(days=200))
    await stage.tick()
    assert "Time to remember: 10 facts" in ada.last
    assert "spread over the coming days" in ada.last


async def test_someone_who_blocked_the_bot_is_left_alone(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.block()
    said = len(ada.messages)
    stage.clock.move(timedelta(days=3))
    await stage.tick()
    assert len(ada.messages) == said
    await ada.block(False)
    await ada.send("/review")
    assert "Question 1" in ada.last


async def test_nobody_is_interrupted_in_the_middle_of_something(stage: Stage) -> None:
    ada = await first_lesson(stage)
    moment = await stage.next_moment()
    assert moment is not None
    stage.clock.move(moment - stage.clock.now() - timedelta(minutes=1))
    await ada.send("/packs")
    stage.clock.move(timedelta(minutes=2))
    await stage.tick()
    assert "Time to remember" not in ada.last
    stage.clock.move(timedelta(minutes=11))
    await stage.tick()
    assert "Time to remember" in ada.last


async def test_the_summary_names_a_day_on_which_something_is_due(stage: Stage) -> None:
    ada = await first_lesson(stage)
    for _ in range(4):
        await until_reminded(stage)
        assert "Time to remember" in ada.last, "no reminder was planned for a day with nothing due"
        await finish(stage, ada)
        moment = await stage.next_moment()
        assert moment is not None
        assert f"{moment:%H:%M}" in ada.last.text


async def test_on_days_off_no_reminder_comes(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/settings")
    await ada.tap("Days off")
    for day in ("Tuesday", "Wednesday", "Thursday"):
        await ada.tap(day)
    assert "Tuesday: off" in ada.last.labels
    await ada.tap("Wednesday: off")
    await ada.tap("Back")
    assert "Days off: Tuesday, Thursday" in ada.last
    await until_reminded(stage)
    assert "Time to remember" in ada.last
    assert local(stage.clock.now(), "Europe/Lisbon").strftime("%A") == "Wednesday"
    for day in ("1", "2", "3", "4", "5", "6", "7"):
        if day not in "24":
            await ada.press(f"S:off:{day}")
    assert await stage.next_moment() is None, "with every day off there is no reminder"
