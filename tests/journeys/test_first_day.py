"""A learner's first day, told as it happens in the chat."""

from stories import asked, finish, first_question

from bot.playground import learner
from bot.playground.stage import Stage


async def test_the_first_screen_leads_to_a_reading_and_its_questions(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    assert "Hello, Ada." in ada.last
    await ada.tap("Start the first lesson")
    assert "Reading 1 of" in ada.last
    await ada.tap("Ask me")
    assert "Question 1 of" in ada.last


async def test_a_right_answer_shows_the_key_and_its_sentence(stage: Stage) -> None:
    ada = await first_question(stage)
    item, seed = await asked(stage, ada)
    await ada.send(learner.in_words(item, seed))
    assert "Right" in ada.last
    exact = next(citation.exact for citation in item.sources if citation.exact)
    assert exact in ada.last.text
    assert "I will ask this again" in ada.last


async def test_a_tap_edits_the_question_and_a_typed_answer_comes_below(stage: Stage) -> None:
    ada = await first_question(stage)
    before = len(ada.messages)
    await ada.tap(ada.buttons[0])
    assert len(ada.messages) == before
    await ada.tap("Next")
    await ada.send(learner.in_words(*await asked(stage, ada)))
    assert len(ada.messages) == before + 2
    assert ada.messages[-3].labels == [], "the question above has lost its buttons"


async def test_a_second_press_shows_the_same_outcome_and_counts_once(stage: Stage) -> None:
    ada = await first_question(stage)
    data = ada.last.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await ada.press(data)
    shown = ada.last.text
    await ada.press(data)
    stage.world.updates.put_again()
    await stage.quiet()
    assert ada.last.text == shown
    async with stage.database.read() as store:
        found = await store.learners.by_chat(ada.chat.id)
        assert found is not None
        assert len(await store.reviews.attempts(found.id, undone=True)) == 1


async def test_what_cannot_be_read_is_asked_again_and_not_counted(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.send("qwertz uiop")
    assert "nothing was counted" in ada.last
    await ada.send(learner.in_words(*await asked(stage, ada)))
    assert "Right" in ada.last


async def test_undo_restores_the_question_and_the_schedule(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.tap("I don't know")
    async with stage.database.read() as store:
        found = await store.learners.by_chat(ada.chat.id)
        assert found is not None
        assert await store.reviews.memories(found.id)
    await ada.tap("Undo")
    assert "Question 1 of" in ada.last
    async with stage.database.read() as store:
        assert await store.reviews.memories(found.id) == {}
    await ada.send("/undo")
    assert "no answer to take back" in ada.last


async def test_only_the_missed_ones_again(stage: Stage) -> None:
    ada = await first_question(stage)
    await finish(stage, ada, wrong=2)
    await ada.tap("Only the 2 I missed")
    assert "Question 1 of 2" in ada.last


async def test_the_whole_first_lesson_ends_in_a_summary_and_asks_for_the_time_zone(stage: Stage) -> None:
    ada = await first_question(stage)
    await finish(stage, ada)
    assert any("Done." in seen and "right." in seen for seen in ada.messages)
    assert "What time is it for you now?" in ada.last
    await ada.send("Lisbon")
    assert "Europe/Lisbon" in ada.last


async def test_from_an_answer_back_to_its_paragraph(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.tap("I don't know")
    reading = next(seen for seen in ada.messages if "Reading 1 of" in seen)
    await ada.tap("Read again")
    assert ada.last.text.splitlines()[-1].replace("➤ ", "") in reading.text


async def test_enough_for_now_keeps_what_was_answered_and_the_rest_comes_again(stage: Stage) -> None:
    ada = await first_question(stage)
    await ada.send(learner.in_words(*await asked(stage, ada)))
    assert ada.last.labels[:2] == ["Next", "Enough for now"]
    data = ada.last.raw["reply_markup"]["inline_keyboard"][0][1]["callback_data"]
    await ada.tap("Next")
    await ada.press(data)
    assert "Question 2 of 5" in ada.last, "a press on what has moved on leaves nothing"
    await ada.send("?")
    await ada.send("enough for now")
    assert any("1 of 2 right." in seen for seen in ada.messages)
    await ada.send("/learn")
    assert "Ask me 3 questions" in ada.last.labels


async def test_who_said_hello_first_is_greeted_as_new(stage: Stage) -> None:
    ada = stage.person("Ada")
    for words in ("Hello!", "/help"):
        await ada.send(words)
    await ada.send("/start")
    assert "Hello, Ada." in ada.last
    await ada.tap("Start the first lesson")
    await ada.send("/start")
    assert "Welcome back, Ada." in ada.last
