"""Somebody who never taps: whatever stands on a button can be typed."""

from stories import asked, first_lesson

from bot.playground import learner
from bot.playground.stage import Stage
from lessons.session import Phase


async def test_a_whole_lesson_without_a_single_tap(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.send("/learn")
    seen = len(ada.messages)
    while (session := await learner.sitting(stage, ada)) and session.phase is not Phase.SUMMARY:
        found = await learner.question(stage, ada)
        await ada.send(learner.in_words(*found) if found else "next")
        assert len(ada.messages) > seen, "each thing typed is answered below it"
        seen = len(ada.messages)
    assert any("Done." in one and "5 of 5 right." in one for one in ada.messages)


async def test_hint_and_the_way_back_to_the_paragraph_are_typed(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.send("/learn")
    await ada.send("Ask me 5 questions")
    assert "Question 1 of 5" in ada.last
    await ada.send("hint")
    assert "Hint:" in ada.last
    await ada.send("?")
    await ada.send("read again")
    assert "➤" in ada.last
    await ada.send("undo")
    assert "Question 1 of 5" in ada.last


async def test_a_hint_that_there_is_not_is_answered_too(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.send("/learn")
    await ada.send("Ask me 5 questions")
    for word in ("hint", "hint", "hint", "done"):
        seen = ada.last.id
        await ada.send(word)
        shown = [one.text.splitlines()[0].partition(" ·")[0] for one in ada.since(seen) if one.from_bot]
        assert shown == ["Question 1 of 5"], word


async def test_undo_typed_at_a_question_takes_back_the_answer_before_it(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await ada.send("/learn")
    await ada.send("Ask me 5 questions")
    await ada.send("undo")
    assert "Question 1 of 5" in ada.last
    await ada.send("1941")
    await ada.send("next")
    assert "Question 2 of 5" in ada.last
    await ada.send("undo")
    assert "Question 1 of 5" in ada.last
    session = await learner.sitting(stage, ada)
    assert session is not None
    assert not session.results


async def test_in_another_language_its_own_words_serve(stage: Stage) -> None:
    ada = stage.person("Ада", "ru")
    await ada.send("/start")
    await ada.send("/learn")
    await ada.send(ada.buttons[0])
    await ada.send("?")
    onward = ada.last.labels[0]
    assert onward != "Next"
    await ada.send(onward)
    assert (await learner.sitting(stage, ada)).position == 2  # type: ignore[union-attr]


async def test_several_are_ticked_by_letters_and_finished_by_a_word(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    async with stage.database.read() as store:
        pack = await store.packs.get(1)
    await ada.send(f"/start item_{pack.items['soviet-promise']}")
    item, seed = await asked(stage, ada)
    await ada.tap(f"☐ {learner.in_words(item, seed)[0]}")
    await ada.send("done")
    assert "Partly right" in ada.last


async def test_after_a_sitting_the_words_of_its_summary_lead_on(stage: Stage) -> None:
    ada = await first_lesson(stage, wrong=1)
    await ada.send("only the one I missed")
    assert "Question 1 of 1" in ada.last
