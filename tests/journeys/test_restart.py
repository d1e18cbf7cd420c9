"""All state survives a restart, whenever it comes."""

from stories import asked, first_question

from bot.playground import learner
from bot.playground.stage import Stage


async def test_a_question_can_be_answered_after_a_restart(stage: Stage) -> None:
    ada = await first_question(stage)
    await stage.lower_bot()
    await stage.raise_bot()
    await ada.send(learner.in_words(*await asked(stage, ada)))
    assert "Right" in ada.last


async def test_an_answer_that_came_while_the_bot_was_down_is_not_lost(stage: Stage) -> None:
    ada = await first_question(stage)
    item, seed = await asked(stage, ada)
    await stage.drop_bot()
    stage.world.quiet = None
    await ada.send(learner.in_words(item, seed))
    stage.world.quiet = stage.quiet
    await stage.raise_bot()
    await stage.quiet()
    assert "Right" in ada.last
