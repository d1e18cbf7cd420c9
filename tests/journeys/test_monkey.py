"""Three learners, a teacher and their group press and type whatever comes: the bot fails nobody."""

from monkey import played

from bot.playground.stage import Stage


async def test_whatever_is_pressed_and_typed_nothing_fails_and_everybody_is_answered(stage: Stage) -> None:
    found = await played(stage, seed=5, steps=200)
    assert found.text() == ""
