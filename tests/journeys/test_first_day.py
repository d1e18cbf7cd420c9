"""A learner's first day, told as it happens in the chat."""

from bot.playground import learner
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from lessons.session import Phase


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
    assert item.sources[0].exact is not None
    assert item.sources[0].exact[:40] in ada.last.text
    assert "I will ask this again" in ada.last


async def test_the_whole_first_lesson_ends_in_a_summary_and_asks_for_the_time_zone(stage: Stage) -> None:
    ada = await first_question(stage)
    await finish(stage, ada)
    said = [seen.text for seen in ada.messages]
    assert any("right." in text and "Done." in text for text in said)
    assert "What time is it for you now?" in ada.last
    await ada.send("Lisbon")
    assert "Europe/Lisbon" in ada.last


async def first_question(stage: Stage) -> Conversation:
    """Ada before her first question."""
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.tap("Start the first lesson")
    await ada.tap("Ask me")
    return ada


async def asked(stage: Stage, chat: Conversation):
    found = await learner.question(stage, chat)
    assert found is not None
    return found


async def finish(stage: Stage, chat: Conversation) -> None:
    """Answers everything rightly, by typing, to the sitting's end."""
    while (session := await learner.sitting(stage, chat)) and session.phase is not Phase.SUMMARY:
        found = await learner.question(stage, chat)
        if found is None:
            await chat.tap(chat.buttons[0])
        else:
            await chat.send(learner.in_words(*found))
