"""What nobody deletes goes by itself after the time that is said."""

from datetime import timedelta

from bot.playground.stage import Stage
from bot.retention import ASIDE_KEPT


async def test_a_message_that_could_not_be_worked_off_is_let_go_after_the_time_that_is_said(stage: Stage) -> None:
    async with stage.database.begin() as store:
        await store.updates.set_aside(7, "{}", "KeyError", stage.clock.now(), chat_id=1001)
    for after, left in ((ASIDE_KEPT - timedelta(hours=1), 1), (timedelta(hours=2), 0)):
        stage.clock.move(after)
        await stage.tick()
        async with stage.database.read() as store:
            assert await store.updates.count_aside() == left
