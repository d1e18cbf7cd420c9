"""Somebody presses and types like mad: they are told once, and nobody else notices."""

from datetime import timedelta

import pytest
from stories import asked, first_question

from bot.actions import teaching
from bot.delivery.patience import BURST
from bot.delivery.process import Outcome, Processor
from bot.handlers.floods import Floods
from bot.playground import actions, learner
from bot.playground.stage import Stage


@pytest.fixture
def guarded(stage: Stage) -> Processor:
    """The bot behind the gate that `lectern run` has; its own poller is not asked."""
    assert stage.lectern is not None
    return Processor(stage.lectern.application, stage.database, clock=stage.clock, turned_away=Floods(stage.lectern))


async def handed(stage: Stage, processor: Processor) -> list[Outcome]:
    """What waits, taken one after the other."""
    waiting, stage.world.updates.waiting = stage.world.updates.waiting, []
    outcomes = [await processor.process(queued.update) for queued in waiting]
    assert stage.lectern is not None
    await stage.lectern.sender.idle()
    return outcomes


async def answers(stage: Stage, chat_id: int) -> int:
    async with stage.database.read() as store:
        found = await store.learners.by_chat(chat_id)
        return len(await store.reviews.attempts(found.id)) if found else 0


async def test_a_flood_of_words_is_told_once_and_others_are_served(stage: Stage, guarded: Processor) -> None:
    mallory, ada = await first_question(stage, "Mallory"), await first_question(stage, "Ada")
    stage.world.quiet = None
    stage.world.updates.ready = lambda limit=100: []  # type: ignore[method-assign]
    for _ in range(BURST * 3):
        actions.say(stage.world, mallory.person, "x" * 4096)
    outcomes = await handed(stage, guarded)
    assert outcomes.count(Outcome.DONE) == BURST
    assert outcomes.count(Outcome.REFUSED) == BURST * 2
    assert len([seen for seen in mallory.messages if "more than I can take in" in seen]) == 1
    actions.say(stage.world, ada.person, learner.in_words(*await asked(stage, ada)))
    assert await handed(stage, guarded) == [Outcome.DONE]
    assert "Right" in ada.last


async def test_a_flood_of_presses_is_answered_with_a_toast_and_counts_nothing(stage: Stage, guarded: Processor) -> None:
    chat = await first_question(stage, "Mallory")
    stage.world.quiet = None
    stage.world.updates.ready = lambda limit=100: []  # type: ignore[method-assign]
    for _ in range(BURST):
        actions.press(stage.world, chat.person, chat.last.raw, "nonsense")
    await handed(stage, guarded)
    before = len(chat.person.toasts)
    said = await asked(stage, chat)
    actions.say(stage.world, chat.person, learner.in_words(*said))
    for _ in range(20):
        actions.press(stage.world, chat.person, chat.last.raw, "nonsense")
    assert set(await handed(stage, guarded)) == {Outcome.REFUSED}
    assert await answers(stage, chat.chat.id) == 0
    assert await asked(stage, chat) == said
    assert len(chat.person.toasts) - before <= 1


async def test_a_document_too_many_today_is_refused(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "A_DAY", 2)
    ada = await stage.teacher("Ada")
    for number in range(3):
        await ada.send_document(f"cape-{number}.txt", f"The lighthouse {number} was built in 1871.".encode())
    assert "which is the most" in ada.last
    async with stage.database.read() as store:
        found = await store.learners.by_chat(ada.chat.id)
        assert found is not None
        assert await store.uploads.count(found.id, stage.clock.now() - timedelta(days=1)) == 2
