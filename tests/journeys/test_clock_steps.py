"""The machine's clock is put right by an hour or a day, back or forth: no answer is lost, nothing comes twice."""

from datetime import timedelta

import pytest
from stories import asked, finish, first_lesson, first_question, until_reminded
from test_redelivery import answers

from bot.playground import learner
from bot.playground.stage import Stage

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SIGN = "Time to remember"


@pytest.mark.parametrize("step", [-2 * HOUR, 2 * HOUR, -3 * DAY, 3 * DAY])
async def test_a_lesson_goes_on_across_a_step_of_the_clock(stage: Stage, step: timedelta) -> None:
    ada = await first_question(stage)
    for number in range(3):
        await ada.send(learner.in_words(*await asked(stage, ada)))
        assert len(await answers(stage, ada)) == number + 1
        stage.clock.move(step)
        await ada.tap("Next")
        while await learner.question(stage, ada) is None:
            await ada.tap(ada.buttons[0])
        step = -step
    await finish(stage, ada)
    given = await answers(stage, ada)
    assert len({(one.session_id, one.step) for one in given}) == len(given)


async def test_no_reminder_comes_twice_where_the_clock_goes_back(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await until_reminded(stage)
    for step in (-HOUR, HOUR, -2 * HOUR, 2 * HOUR + timedelta(minutes=1)):
        stage.clock.move(step)
        await stage.tick()
    assert sum(SIGN in seen for seen in ada.messages) == 1


async def test_a_clock_far_ahead_for_a_moment_costs_no_schedule(stage: Stage) -> None:
    ada = await first_lesson(stage)
    stage.clock.move(30 * DAY)
    await stage.tick()
    stage.clock.move(-30 * DAY)
    await ada.send("/review")
    await ada.send("/quiz")
    await finish(stage, ada)
    moment = await stage.next_moment()
    assert moment is not None
    assert moment < stage.clock.now() + 3 * DAY, "the next reminder is planned by the clock that is right"


async def test_what_was_put_off_by_a_clock_since_set_back_is_sent(stage: Stage) -> None:
    ada = await first_question(stage)
    stage.clock.move(5 * HOUR)
    stage.world.fail("sendMessage", 1, code=429, retry_after=2)
    await ada.send("/help")
    stage.clock.move(-5 * HOUR)
    assert stage.lectern is not None
    async with stage.database.read() as store:
        assert await store.views.chats_owed(9, stage.clock.now()) == [ada.chat.id]
