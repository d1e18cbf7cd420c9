"""Somebody who has five minutes, and somebody who only wants to read."""

from datetime import timedelta

from stories import asked, finish, first_lesson, first_question

from bot.playground import learner
from bot.playground.stage import Stage
from lessons.attempt import Attempt
from lessons.session import Phase, SessionKind


async def log(stage: Stage, chat: learner.Conversation, *, drills: bool = True) -> list[Attempt]:
    async with stage.database.read() as store:
        found = await store.learners.by_chat(chat.chat.id)
        assert found is not None
        return await store.reviews.attempts(found.id, drills=drills)


async def test_five_minutes_on_the_first_day_are_readings_with_their_questions(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.send("/five")
    assert "You have 5 minutes." in ada.last
    assert "a reading: “The act and its price”" in ada.last
    assert "15 seconds an answer" in ada.last
    assert ada.last.labels == ["Begin", "10 minutes", "20 minutes"]
    await ada.tap("Begin")
    assert "Reading 1 of" in ada.last
    session = await learner.sitting(stage, ada)
    assert session is not None
    assert session.kind is SessionKind.TIMED
    await finish(stage, ada)
    assert "What time is it for you now?" in ada.last


async def test_what_is_due_comes_first_and_what_does_not_fit_is_left(stage: Stage) -> None:
    ada = await first_lesson(stage, wrong=3)
    stage.clock.move(timedelta(days=4))
    await ada.send("/start")
    await ada.tap("I have 5 minutes")
    assert "5 facts to review" in ada.last
    await ada.send("/five 1")
    assert "4 facts to review" in ada.last
    assert "1 fact stays for later." in ada.last
    assert "new question" not in ada.last
    await ada.tap("Begin")
    session = await learner.sitting(stage, ada)
    assert session is not None
    assert [step.kind for step in session.steps] == ["question"] * 4


async def test_other_minutes_are_one_tap_away_and_nonsense_is_told(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.send("/five")
    before = len(ada.messages)
    await ada.tap("20 minutes")
    assert "You have 20 minutes." in ada.last
    assert len(ada.messages) == before
    for words in ("0", "many", "5000", "-3"):
        await ada.send(f"/five {words}")
        assert "how many minutes you have" in ada.last
    await ada.press("T:0:1")
    assert "You cannot do that here." in ada.last


async def test_it_is_told_where_the_days_new_facts_end_it_and_not_the_minutes(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.send("/five 120")
    assert "10 new questions" in ada.last
    assert "More would fit, but with these the day's new facts are met." in ada.last
    await ada.send("/five 2")
    assert "More would fit" not in ada.last, "here the minutes end it"


async def test_reading_alone_goes_to_the_end_and_is_taken_up_where_it_was_left(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.send("/read")
    assert "Reading 1 of" in ada.last
    await ada.tap("Go on")
    second = ada.last.text.splitlines()[0]
    stage.clock.move(timedelta(days=9))
    await ada.send("/read")
    assert "Where you left it on" in ada.last
    assert second in ada.last.text
    while (session := await learner.sitting(stage, ada)) and session.phase is Phase.READING:
        await ada.tap("Go on")
    assert "You have read to the end" in ada.last
    await ada.tap("Ask me about it")
    assert "Reading 1 of 1" in ada.last


async def test_a_lesson_left_in_the_middle_says_since_when(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.tap("I don't know")
    await ada.tap("Next")
    stage.clock.move(timedelta(days=3))
    await ada.send("/learn")
    assert "Where you left it on" in ada.last
    assert "Question 2 of" in ada.last
    await ada.tap("Read again")
    assert "➤" not in ada.last, "the answer is not pointed at before it was given"
    item, seed = await asked(stage, ada)
    await ada.send(learner.in_words(item, seed))
    assert "Right" in ada.last


async def test_the_time_that_a_lesson_takes_is_told_before_it(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.tap("Start the first lesson")
    assert "1 reading, 5 questions: about 2 minutes in all" in ada.last


async def test_from_a_wrong_answer_to_its_sentence_and_on_from_there(stage: Stage) -> None:
    ada = await first_question(stage)
    item, _ = await asked(stage, ada)
    await ada.tap("I don't know")
    await ada.tap("Read again")
    exact = next(cited.exact for cited in item.sources if cited.exact)
    pointed = next(words for words in ada.last.marked["bold"] if words.startswith("➤ "))
    assert exact in pointed
    await ada.tap("Go on")
    assert "Question 2 of" in ada.last
    assert ada.messages[-1].id == ada.last.id, "it comes below the paragraph"


async def test_a_second_tap_under_the_paragraph_leads_to_where_it_goes_on(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.tap("I don't know")
    await ada.tap("Read again")
    paragraph = ada.last
    await ada.tap("Go on", on=paragraph)
    assert "Question 2 of" in ada.last
    count = len(ada.messages)
    await ada.tap("Go on", on=paragraph)
    assert ada.toast == "It goes on further down."
    assert len(ada.messages) == count


async def test_a_tap_under_the_paragraph_brings_down_what_went_on_above_it(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.tap("I don't know")
    outcome = ada.last
    await ada.tap("Read again")
    paragraph = ada.last
    await ada.tap("Next", on=outcome)
    assert ada.last.id == paragraph.id
    await ada.tap("Go on", on=paragraph)
    assert "Question 2 of" in ada.last
    assert ada.last.id > paragraph.id


async def test_practice_over_the_missed_stands_in_the_log_and_moves_no_memory(stage: Stage) -> None:
    ada = await first_lesson(stage, wrong=2)
    async with stage.database.read() as store:
        found = await store.learners.by_chat(ada.chat.id)
        assert found is not None
        before = await store.reviews.memories(found.id)
    await ada.tap("Only the 2 I missed")
    await finish(stage, ada)
    assert len(await log(stage, ada, drills=False)) == 5
    every = await log(stage, ada)
    assert [one.drill for one in every] == [False] * 5 + [True] * 2
    async with stage.database.read() as store:
        assert await store.reviews.memories(found.id) == before
        assert await store.reviews.answered_since(found.id, found.joined_at) == 5
        assert await store.reviews.practised_since(found.id, found.joined_at) == 2
        days = await store.progress.days(found.id, found.preferences, found.joined_at)
        assert sum(days.values()) == 7
        assert len((await store.learners.export(found.id))["attempts"]) == 7


async def test_practice_is_taken_back_like_any_answer(stage: Stage) -> None:
    ada = await first_lesson(stage, wrong=1)
    await ada.tap("Only the one I missed")
    item, seed = await asked(stage, ada)
    await ada.send(learner.in_words(item, seed))
    await ada.send("/undo")
    assert "Question 1 of 1" in ada.last
    assert not any(one.drill for one in await log(stage, ada))
    await ada.send(learner.in_words(item, seed))
    assert [one.drill for one in await log(stage, ada)].count(True) == 1


async def test_a_lesson_ends_with_its_figures_and_dates(stage: Stage) -> None:
    ada = await first_question(stage)
    await finish(stage, ada, wrong=1)
    done = next(seen for seen in ada.messages if "Done." in seen)
    assert "To keep:" in done
    assert "$11.3 billion" in done
