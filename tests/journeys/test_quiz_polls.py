"""Questions as Telegram's own quiz polls in a private chat, for those who like them."""

from datetime import timedelta

from bot.playground import learner
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from lessons.session import Phase


async def liked(stage: Stage) -> Conversation:
    """Somebody who has switched quiz polls on and begun a quiz."""
    ada = stage.person("Ada")
    await ada.send("/settings")
    assert "Questions as quiz polls: off" in ada.last
    await ada.tap("Quiz polls")
    assert "Questions as quiz polls: on" in ada.last
    await ada.send("/quiz")
    return ada


async def answered(stage: Stage, ada: Conversation) -> int:
    """How many answers are in the log."""
    async with stage.database.read() as store:
        me = await store.learners.by_chat(ada.chat.id)
        assert me is not None
        return len((await store.learners.export(me.id))["attempts"])


async def to_a_poll(stage: Stage, ada: Conversation) -> None:
    """On to the next question that is a poll."""
    while "poll" not in ada.last.raw:
        session = await learner.sitting(stage, ada)
        assert session is not None
        assert session.phase is not Phase.SUMMARY, "the quiz holds a question that fits a poll"
        await ada.tap("I don't know")
        await ada.tap(ada.buttons[0])


async def test_a_vote_is_the_answer_and_the_next_question_comes(stage: Stage) -> None:
    ada = await liked(stage)
    await to_a_poll(stage, ada)
    poll, before = ada.last.raw["poll"], await answered(stage, ada)
    place = await learner.sitting(stage, ada)
    assert poll["type"] == "quiz"
    assert 0 < len(poll["explanation"]) <= 200
    await ada.vote(poll["correct_option_ids"][0])
    assert await answered(stage, ada) == before + 1
    after = await learner.sitting(stage, ada)
    assert place is not None
    assert after is not None
    assert after.results[-1].fraction == 1
    assert after.position == place.position + 1
    assert ada.last.raw.get("poll", {}).get("id") != poll["id"]


async def test_a_whole_quiz_by_polls_ends_in_its_summary(stage: Stage) -> None:
    ada = await liked(stage)
    voted = 0
    while (session := await learner.sitting(stage, ada)) and session.phase is not Phase.SUMMARY:
        if "poll" in ada.last.raw:
            voted += 1
            await ada.vote(ada.last.raw["poll"]["correct_option_ids"][0])
        elif session.phase is Phase.ASKING:
            await ada.tap("I don't know")
        else:
            await ada.tap(ada.buttons[0])
    assert voted
    assert "of" in ada.last
    async with stage.database.read() as store:
        assert await store.updates.count_aside() == 0


async def test_a_vote_survives_a_restart(stage: Stage) -> None:
    ada = await liked(stage)
    await to_a_poll(stage, ada)
    right, before = ada.last.raw["poll"]["correct_option_ids"][0], await answered(stage, ada)
    await stage.drop_bot()
    stage.world.quiet = None
    await ada.vote(right)
    stage.world.quiet = stage.quiet
    await stage.raise_bot()
    await stage.quiet()
    assert await answered(stage, ada) == before + 1


async def test_i_do_not_know_shows_the_answer_and_undo_asks_again(stage: Stage) -> None:
    ada = await liked(stage)
    await to_a_poll(stage, ada)
    first = ada.last
    await ada.tap("I don't know")
    assert "Answer:" in ada.last or "First" in ada.last
    assert first.labels == []
    await ada.tap("Undo")
    assert "poll" in ada.last.raw
    assert ada.last.id != first.id
    before = await answered(stage, ada)
    await ada.vote(ada.last.raw["poll"]["correct_option_ids"][0])
    assert await answered(stage, ada) == before + 1


async def test_a_poll_is_answered_by_typing_too(stage: Stage) -> None:
    ada = await liked(stage)
    await to_a_poll(stage, ada)
    found = await learner.question(stage, ada)
    assert found is not None
    await ada.send(learner.in_words(*found))
    assert "Right" in ada.last


async def test_an_old_poll_changes_nothing(stage: Stage) -> None:
    ada = await liked(stage)
    await to_a_poll(stage, ada)
    old = ada.last
    await ada.tap("I don't know")
    before, said = await answered(stage, ada), ada.last.text
    await ada.vote(0, on=old)
    assert (await answered(stage, ada), ada.last.text) == (before, said)


async def test_switched_off_again_questions_are_messages(stage: Stage) -> None:
    ada = await liked(stage)
    await ada.send("/settings")
    await ada.tap("No quiz polls")
    await ada.send("/quiz")
    assert "poll" not in ada.last.raw


async def test_a_vote_in_a_poll_that_nobody_knows_is_nothing(stage: Stage) -> None:
    ada = stage.person("Ada")
    answer = {"poll_id": "404", "user": ada.person.to_json(), "option_ids": [0], "option_persistent_ids": ["0"]}
    stage.world.updates.put("poll_answer", answer)
    await stage.quiet()
    async with stage.database.read() as store:
        assert await store.updates.count_aside() == 0


async def test_a_class_that_is_told_later_gets_no_polls(stage: Stage) -> None:
    ada = await liked(stage)
    async with stage.database.begin() as store:
        now = stage.clock.now()
        me, grace = [await store.learners.get_or_create(chat, "X", "en", now) for chat in (ada.chat.id, 4242)]
        led = await store.classes.create("7B", "CODE7777", grace.id, None, now)
        await store.classes.join(led.id, me.id, now, named=False)
        [pack] = [card for card in await store.packs.list() if "Lend-Lease" in card.title]
        given = await store.assignments.add(led.id, pack.id, None, now)
        await store.assignments.change(given.id, deadline=now + timedelta(days=1), sealed=True)
    await ada.send("/quiz")
    assert "poll" not in ada.last.raw
