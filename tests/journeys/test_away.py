"""Somebody who comes back after weeks: what piled up comes little by little, if they wish."""

from datetime import timedelta

from stories import finish, first_lesson

from bot.playground import learner
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from lessons.days import study_day
from lessons.memory import Memory


async def memories(stage: Stage, chat: Conversation) -> dict[int, Memory]:
    async with stage.database.read() as store:
        found = await store.learners.by_chat(chat.chat.id)
        assert found is not None
        return await store.reviews.memories(found.id)


async def learned(stage: Stage, days: int = 3) -> Conversation:
    """Somebody who has learned for so many days."""
    ada = await first_lesson(stage, wrong=0)
    for _ in range(days):
        stage.clock.move(timedelta(days=1))
        await ada.send("/learn")
        await finish(stage, ada)
    return ada


async def test_after_three_weeks_it_is_offered_to_spread_what_waits(stage: Stage) -> None:
    ada = await learned(stage)
    before = await memories(stage, ada)
    assert len(before) >= 14
    stage.clock.move(timedelta(days=21))
    await ada.send("/review")
    assert "Good to see you again." in ada.last
    assert "Spread it over a week" in ada.last.labels
    await ada.tap("Spread it over a week")
    after = await memories(stage, ada)
    today = study_day(stage.clock.now(), "Europe/Lisbon", 4)
    ahead = [(study_day(memory.due, "Europe/Lisbon", 4) - today).days for memory in after.values()]
    assert max(ahead) <= 6
    share = -(-len(before) // 7)
    assert sum(day <= 0 for day in ahead) == share
    assert all(ahead.count(day) <= share for day in range(1, 7))
    assert all(
        (was.stability, was.last_review) == (after[item].stability, after[item].last_review)
        for item, was in before.items()
    )
    assert any(f"about {share} facts a day for a week" in seen for seen in ada.messages)
    assert f"Question 1 of {share}" in ada.last
    await finish(stage, ada)
    assert any(f"{share} of {share} right." in seen for seen in ada.messages)


async def test_who_was_here_last_week_is_not_offered_it(stage: Stage) -> None:
    ada = await learned(stage)
    stage.clock.move(timedelta(days=8))
    await ada.send("/review")
    assert "Good to see you again." not in ada.last
    assert "Spread it over a week" not in ada.last.labels


async def test_it_can_be_typed_and_a_forged_press_does_no_harm(stage: Stage) -> None:
    ada = await learned(stage)
    stage.clock.move(timedelta(days=30))
    await ada.send("/review")
    await ada.send("spread it over a week")
    assert "facts a day for a week" in ada.messages[-2]
    await ada.press("V:0")
    assert "You cannot do that here." in ada.last
    session = await learner.sitting(stage, ada)
    assert session is not None


async def test_a_result_taken_up_days_later_says_nothing_of_a_day_gone_by(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await ada.send("/quiz")
    await ada.send("?")
    assert "I will ask this again tomorrow." in ada.last
    stage.clock.move(timedelta(days=8))
    await ada.send("hint")
    assert "Not this time." in ada.last
    assert "I will ask this again" not in ada.last
