"""A teacher's story: a document, questions mended, published, learned; a figure corrected, those affected told."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from stories import finish

from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from content import packfile
from lessons.items import ClozeItem, DateItem, Item
from lessons.memory import Memory
from storage.drafts import StoredDraft
from storage.packs import PackCard

DOCUMENTS = Path(__file__).parents[1] / "documents"
BRIDGE = (DOCUMENTS / "build-bridge.md").read_bytes()


async def cards(stage: Stage, chat: Conversation) -> list[PackCard]:
    """The packs that the person may learn from."""
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(chat.chat.id)
        assert learner is not None
        return await store.packs.visible(learner.id)


async def drafted(stage: Stage, chat: Conversation) -> StoredDraft:
    """The teacher's only draft."""
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(chat.chat.id)
        assert learner is not None
        card = (await store.packs.of_owner(learner.id))[0]
        found = await store.drafts.get(card.id)
        assert found is not None
        return found


async def uploaded(stage: Stage, data: bytes = BRIDGE, name: str = "bridge.md") -> Conversation:
    """A teacher who has sent a document."""
    grace = await stage.teacher("Grace")
    await grace.send_document(name, data, mime="text/markdown")
    assert "Look through" in grace.buttons, grace.transcript()
    return grace


def other_key(item: Item) -> str:
    """An answer that the text does not give."""
    inner = item.answer if isinstance(item, ClozeItem) else item
    return "3 May 2001" if isinstance(inner, DateItem) else "9,999"


async def looked_at(stage: Stage, chat: Conversation) -> Item:
    """The question that the teacher is looking at."""
    draft = (await drafted(stage, chat)).draft
    item = draft.item(draft.at or "")
    assert item is not None
    return item


async def test_from_the_owners_link_to_a_learner_at_the_pack(stage: Stage) -> None:
    from bot.actions import appointing

    async with stage.database.begin() as store:
        link = await appointing.owner_link(store, stage.clock.now())
    owner, grace, ada = stage.person("Owen"), stage.person("Grace"), stage.person("Ada")
    await owner.send(f"/start {link}")
    assert "is yours now" in owner.last
    await owner.send("/teachers")
    await owner.tap("Invite a teacher")
    invitation = owner.last.text.split("/start ")[1].split()[0]
    await grace.send(f"/start {invitation}")
    assert "a teacher here now" in grace.last
    await grace.send_document("bridge.md", BRIDGE)
    await grace.tap("Publish all")
    await grace.tap("Everybody here")
    assert "Published" in grace.last
    link = grace.last.text.split("start=")[1].split()[0]
    await ada.send(f"/start {link}")
    await ada.tap("Learn")
    assert "Reading 1 of" in ada.last


async def test_a_draft_reaches_no_learner_and_not_even_its_owner_as_a_learner(stage: Stage) -> None:
    grace, ada = await uploaded(stage), stage.person("Ada")
    found = await drafted(stage, grace)
    for chat in (grace, ada):
        await chat.send("/packs")
        assert "Bridge" not in chat.last.text.replace("Bridgehead", "")
        assert all(card.id != found.pack_id for card in await cards(stage, chat))
        for link in (f"pack_{found.pack_id}", f"lesson_{found.pack_id}_x", f"quiz-{found.draft.pack.key}"):
            await chat.send(f"/start {link}")
            assert "leads nowhere" in chat.last
        for button in (f"L:{found.pack_id}:0", f"Q:{found.pack_id}", f"P:{found.pack_id}"):
            await chat.press(button)
            assert "not here any more" in chat.last


async def test_questions_are_kept_mended_and_dropped(stage: Stage) -> None:
    grace = await uploaded(stage)
    total = len((await drafted(stage, grace)).draft.items)
    await grace.tap("Look through")
    assert f"Question 1 of {total}" in grace.last
    first = (await drafted(stage, grace)).draft.at
    await grace.tap("✎ Mend")
    await grace.tap("The explanation")
    await grace.send("It spans the strait.")
    assert "It spans the strait." in grace.last
    assert "mended" in grace.last
    await grace.tap("✓ Keep")
    second = (await drafted(stage, grace)).draft.at
    assert second != first
    await grace.tap("✘ Drop")
    await grace.tap("Keep all the rest")
    assert f"{total - 1} questions stay, 1 is dropped" in grace.last
    draft = (await drafted(stage, grace)).draft
    assert draft.dropped == {second}
    await grace.tap("Publish")
    await grace.tap("Everybody here")
    assert f"{total - 1} questions" in grace.last
    async with stage.database.read() as store:
        stored = await store.packs.get((await drafted(stage, grace)).pack_id)
    assert second not in stored.items
    assert next(item for _, item in stored.pack.items() if item.id == first).why == "It spans the strait."


async def test_what_is_dropped_can_be_brought_back_and_a_mend_undone(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Look through")
    before = (await drafted(stage, grace)).draft
    await grace.tap("✎ Mend")
    await grace.tap("The question")
    await grace.send("How long, in metres, is the whole of it from end to end? ____")
    assert (await drafted(stage, grace)).draft.item(before.at or "") != before.item(before.at or "")
    await grace.tap("Undo the last mend")
    assert (await drafted(stage, grace)).draft.item(before.at or "") == before.item(before.at or "")
    await grace.tap("✘ Drop")
    await grace.tap("Keep all the rest")
    await grace.tap("Dropped (1)")
    await grace.tap("Bring back")
    assert not (await drafted(stage, grace)).draft.dropped


async def test_a_key_that_does_not_stand_in_its_sentence_needs_a_second_word(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Look through")
    before = await looked_at(stage, grace)
    for said, taken in (("No, leave it", False), ("Yes, take it", True)):
        await grace.tap("✎ Mend")
        await grace.tap("The answer")
        await grace.send(other_key(before))
        assert "does not stand in the sentence" in grace.last
        await grace.tap(said)
        item = await looked_at(stage, grace)
        assert item.id == before.id
        assert item.key.startswith(other_key(before)) is taken


async def test_words_that_cannot_be_taken_are_refused_and_asked_for_again(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Look through")
    before = await looked_at(stage, grace)
    await grace.tap("✎ Mend")
    await grace.tap("The answer")
    await grace.send("soon after lunch")
    assert "I cannot read" in grace.last
    await grace.send(other_key(before))
    await grace.tap("Yes, take it")
    assert (await looked_at(stage, grace)).key.startswith(other_key(before))


async def test_a_published_pack_is_learned_to_its_end(stage: Stage) -> None:
    grace, ada = await uploaded(stage), stage.person("Ada")
    await grace.tap("Publish all")
    await grace.tap("Everybody here")
    await ada.send(f"/start pack_{(await drafted(stage, grace)).pack_id}")
    await ada.tap("Learn")
    await finish(stage, ada)
    assert "What time is it" in ada.last, "the sitting is over"


async def studied(stage: Stage) -> tuple[Conversation, Conversation, int]:
    """A published pack that Ada has been through."""
    grace, ada = await uploaded(stage), stage.person("Ada")
    await grace.tap("Publish all")
    await grace.tap("Everybody here")
    pack_id = (await drafted(stage, grace)).pack_id
    await ada.send(f"/start pack_{pack_id}")
    await ada.tap("Learn")
    await finish(stage, ada)
    await ada.send("Lisbon")
    return grace, ada, pack_id


async def known(stage: Stage, chat: Conversation, pack_id: int) -> dict[str, Memory]:
    """What the person remembers of the pack, by the ids of its questions."""
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(chat.chat.id)
        assert learner is not None
        names = {row: name for name, row in (await store.packs.get(pack_id)).items.items()}
        memories = await store.reviews.memories(learner.id, pack_id)
    return {names[row]: memory for row, memory in memories.items()}


async def test_a_corrected_figure_keeps_every_schedule_and_tells_those_affected_once(stage: Stage) -> None:
    grace, ada, pack_id = await studied(stage)
    before = await known(stage, ada, pack_id)
    said = len(ada.messages)
    assert b"7,845" in BRIDGE
    await grace.send_document("bridge.md", BRIDGE.replace(b"7,845", b"9,845"))
    assert "Nothing changes for learners before" in grace.last
    await grace.tap("See what changes")
    assert "1 answer changes:" in grace.last
    assert "7,845 m → 9,845 m" in grace.last
    assert len(ada.messages) == said, "nothing has changed yet"
    await grace.tap("Apply")
    assert "1 answer was corrected" in grace.last
    told = [seen for seen in ada.messages[said:] if "A correction in" in seen.text]
    assert len(told) == 1
    assert "right is 9,845 m" in told[0].text
    after = await known(stage, ada, pack_id)
    changed = {name for name in before if after[name] != before[name]}
    assert len(changed) == 1, "every other schedule is as it was"
    (name,) = changed
    assert after[name].due <= stage.clock.now() + timedelta(days=1)
    assert after[name].lapses > before[name].lapses or after[name].stability < before[name].stability
    await stage.lower_bot()
    await stage.raise_bot()
    await stage.tick()
    assert sum("A correction in" in seen.text for seen in ada.messages) == 1, "once even after a restart"


async def test_a_correction_that_is_cancelled_changes_nothing(stage: Stage) -> None:
    grace, ada, pack_id = await studied(stage)
    before = await known(stage, ada, pack_id)
    await grace.send_document("bridge.md", BRIDGE.replace(b"7,845", b"7,945"))
    await grace.tap("See what changes")
    await grace.tap("Cancel")
    assert await known(stage, ada, pack_id) == before
    assert not (await drafted(stage, grace)).pending
    assert not any("A correction in" in seen.text for seen in ada.messages)


async def test_a_mend_outlives_a_corrected_document(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Look through")
    name = (await drafted(stage, grace)).draft.at or ""
    await grace.tap("✎ Mend")
    await grace.tap("The explanation")
    await grace.send("They met in the middle.")
    await grace.tap("✓ Keep")
    gone = (await drafted(stage, grace)).draft.at or ""
    await grace.tap("✘ Drop")
    await grace.tap("Keep all the rest")
    await grace.tap("Publish")
    await grace.tap("My classes")
    await grace.send_document("bridge.md", BRIDGE.replace(b"490 m", b"480 m"))
    await grace.tap("See what changes")
    await grace.tap("Apply")
    async with stage.database.read() as store:
        stored = await store.packs.get((await drafted(stage, grace)).pack_id)
    assert next(item for _, item in stored.pack.items() if item.id == name).why == "They met in the middle."
    assert gone not in stored.items


async def test_a_pack_mended_at_a_desk_comes_back_as_a_version_of_its_draft(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("As a file")
    sent = grace.last.document
    assert sent is not None
    parsed = packfile.loads(sent[1], sent[0])
    assert parsed.pack is not None
    found = await drafted(stage, grace)
    assert parsed.pack.key == found.draft.pack.key
    items = {item.id: item for _, item in parsed.pack.items()}
    first = next(iter(items.values()))
    lesson = parsed.pack.lessons[0]
    mended = replace(lesson, items=(replace(first, why="At a desk."), *lesson.items[1:]))
    data = packfile.write_zip(replace(parsed.pack, lessons=(mended, *parsed.pack.lessons[1:])))
    await grace.send_document(sent[0], data, mime="application/zip")
    again = await drafted(stage, grace)
    assert again.pack_id == found.pack_id
    assert again.version > found.version
    item = again.draft.item(first.id)
    assert item is not None
    assert item.why == "At a desk."


async def reporting(stage: Stage, pack_id: int, name: str) -> Conversation:
    """Somebody who finds the first question of the pack wrong."""
    chat = stage.person(name)
    await chat.send(f"/start pack_{pack_id}")
    await chat.tap("Learn")
    await chat.tap("Ask me")
    await chat.tap("I don't know")
    await chat.tap("Report")
    await chat.tap("The answer is wrong")
    return chat


async def test_a_reported_question_rests_after_three_and_the_reporters_are_told(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Publish all")
    await grace.tap("Everybody here")
    pack_id = (await drafted(stage, grace)).pack_id
    ada = await reporting(stage, pack_id, "Ada")
    assert "1 learner reports a question" in grace.last
    bert = await reporting(stage, pack_id, "Bert")
    async with stage.database.read() as store:
        asked = await store.packs.askable(pack_id)
    cleo = await reporting(stage, pack_id, "Cleo")
    assert "3 learners report a question" in grace.last
    assert "asked of nobody" in grace.last
    async with stage.database.read() as store:
        assert len(await store.packs.askable(pack_id)) == len(asked) - 1
    for reporter in (ada, bert, cleo):
        await reporter.press(grace.last.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
        assert "not yours" in reporter.last, "a forged button"
    await grace.tap("Keep it")
    for reporter in (ada, bert, cleo):
        assert "keeps it as it is" in reporter.last
    async with stage.database.read() as store:
        assert await store.packs.askable(pack_id) == asked


async def test_a_reported_question_is_mended_and_the_reporter_told(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Publish all")
    await grace.tap("Everybody here")
    ada = await reporting(stage, (await drafted(stage, grace)).pack_id, "Ada")
    await grace.tap("Mend it")
    item = await looked_at(stage, grace)
    await grace.tap("✎ Mend")
    await grace.tap("The answer")
    await grace.send(other_key(item))
    await grace.tap("Yes, take it")
    await grace.tap("See what changes")
    await grace.tap("Apply")
    said = [seen.text for seen in ada.messages[-2:]]
    assert any("has mended it" in text for text in said), said
    assert any("A correction in" in text for text in said), said


async def test_a_retired_question_is_gone_and_nothing_else(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Publish all")
    await grace.tap("Everybody here")
    pack_id = (await drafted(stage, grace)).pack_id
    async with stage.database.read() as store:
        before = await store.packs.askable(pack_id)
    ada = await reporting(stage, pack_id, "Ada")
    await grace.tap("Retire it")
    assert "taken it out" in ada.last
    async with stage.database.read() as store:
        assert len(await store.packs.askable(pack_id)) == len(before) - 1
    assert not (await drafted(stage, grace)).pending


async def test_two_weeks_of_three_learners_outlast_a_correction(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Look through")
    for why in ("Measured end to end.", "Told by the builders."):
        await grace.tap("✎ Mend")
        await grace.tap("The explanation")
        await grace.send(why)
        await grace.tap("✓ Keep")
    await grace.tap("Keep all the rest")
    await grace.tap("Publish")
    await grace.tap("Everybody here")
    pack_id = (await drafted(stage, grace)).pack_id
    learners = [stage.person(name) for name in ("Ada", "Bert", "Cleo")]
    for number, chat in enumerate(learners):
        await chat.send(f"/start pack_{pack_id}")
        await chat.tap("Learn")
        await finish(stage, chat, wrong=number)
        await chat.send("Lisbon")
    for _ in range(7):
        stage.clock.move(timedelta(days=2))
        await stage.tick()
        for chat in learners:
            await chat.send("/review")
            await finish(stage, chat)
    before = [await known(stage, chat, pack_id) for chat in learners]
    await grace.send_document("bridge.md", BRIDGE.replace(b"490 m", b"480 m"))
    await grace.tap("See what changes")
    await grace.tap("Apply")
    for chat, kept in zip(learners, before, strict=True):
        now = await known(stage, chat, pack_id)
        changed = [name for name in kept if now[name] != kept[name]]
        assert len(changed) == 1, "all schedules but that of the corrected question"
        assert now[changed[0]].due <= stage.clock.now() + timedelta(days=1)
        assert sum("A correction in" in seen.text for seen in chat.messages) == 1
    async with stage.database.read() as store:
        stored = await store.packs.get(pack_id)
    assert sum(item.why in ("Measured end to end.", "Told by the builders.") for _, item in stored.pack.items()) == 2


async def test_the_message_that_asked_for_new_words_keeps_no_button(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Look through")
    await grace.tap("✎ Mend")
    await grace.tap("The explanation")
    asked = grace.last
    await grace.send("It spans the strait.")
    assert "It spans the strait." in grace.last
    assert grace.last.id > asked.id
    assert not next(seen for seen in grace.messages if seen.id == asked.id).labels
    await grace.tap("✎ Mend")
    await grace.tap("The answer")
    asked = grace.last
    await grace.send(other_key(await looked_at(stage, grace)))
    assert "Yes, take it" in grace.buttons
    assert not next(seen for seen in grace.messages if seen.id == asked.id).labels


async def test_the_page_of_a_pack_leads_to_what_learners_reported(stage: Stage) -> None:
    grace, ada = await uploaded(stage), stage.person("Ada")
    await grace.tap("Publish all")
    await grace.tap("Everybody here")
    pack_id = (await drafted(stage, grace)).pack_id
    await ada.send(f"/start pack_{pack_id}")
    await ada.tap("Quiz")
    await ada.tap("I don't know")
    await ada.tap("Report")
    await ada.tap("It is unclear")
    await grace.send("/teach")
    await grace.tap("The Øresund Bridge")
    seen = grace.last.id
    await grace.tap("Reports (1)")
    [flag] = grace.since(seen)
    assert "1 learner reports a question" in flag
    await ada.press(f"th:{pack_id}")
    assert "reports a question" not in ada.last
    await grace.tap("Keep it", on=flag)
    await grace.send("/teach")
    await grace.tap("The Øresund Bridge")
    assert not any(label.startswith("Reports") for label in grace.buttons)


async def test_a_question_that_loses_several_things_in_a_format_is_counted_once(stage: Stage) -> None:
    grace = await uploaded(stage)
    total = len((await drafted(stage, grace)).draft.items)
    await grace.tap("The pack")
    await grace.tap("Other formats")
    await grace.tap("Anki deck")
    assert f"{total} questions lose something" in grace.last
    assert "•" in grace.last


async def test_of_a_removed_pack_a_question_that_waits_is_judged_and_not_promised_again(stage: Stage) -> None:
    grace, ada = await uploaded(stage), stage.person("Ada")
    await grace.tap("Publish all")
    await grace.tap("Everybody here")
    await ada.send(f"/start pack_{(await drafted(stage, grace)).pack_id}")
    await ada.tap("Quiz")
    await grace.send("/teach")
    await grace.tap("The Øresund Bridge")
    await grace.tap("Delete")
    await grace.tap("Yes, delete it")
    await ada.tap("I don't know")
    assert "Not this time." in ada.last
    assert "I will ask this again" not in ada.last
    asked = ada.last.id
    await ada.tap("Next")
    assert any("Done." in seen for seen in ada.since(asked)), "of the others none is asked"
