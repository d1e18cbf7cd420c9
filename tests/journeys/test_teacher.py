"""A teacher's story: a document, questions mended, published, learned; a figure corrected, those affected told."""

from pathlib import Path

from stories import finish

from bot.playground.chat import Conversation
from bot.playground.stage import Stage
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
    assert "Review" in grace.buttons, grace.transcript()
    return grace


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
    await grace.tap("Review")
    assert f"Question 1 of {total}" in grace.last
    first = (await drafted(stage, grace)).draft.at
    await grace.tap("✎ Mend")
    await grace.tap("The explanation")
    await grace.send("It spans the strait.")
    assert "It spans the strait." in grace.last
    assert "mended" in grace.last
    await grace.tap("✔ Keep")
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
    await grace.tap("Review")
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
    await grace.tap("Review")
    name = (await drafted(stage, grace)).draft.at or ""
    for said, answer in (("No, leave it", False), ("Yes, take it", True)):
        await grace.tap("✎ Mend")
        await grace.tap("The answer")
        await grace.send("3 May 2001")
        assert "does not stand in the sentence" in grace.last
        await grace.tap(said)
        item = (await drafted(stage, grace)).draft.item(name)
        assert item is not None
        assert (item.key == "3 May 2001") is answer


async def test_words_that_cannot_be_taken_are_refused_and_asked_for_again(stage: Stage) -> None:
    grace = await uploaded(stage)
    await grace.tap("Review")
    name = (await drafted(stage, grace)).draft.at or ""
    await grace.tap("✎ Mend")
    await grace.tap("The answer")
    await grace.send("soon after lunch")
    assert "as a date" in grace.last
    await grace.send("14 August 1998")
    await grace.tap("Yes, take it")
    item = (await drafted(stage, grace)).draft.item(name)
    assert item is not None
    assert item.key == "14 August 1998"


async def test_a_published_pack_is_learned_to_its_end(stage: Stage) -> None:
    grace, ada = await uploaded(stage), stage.person("Ada")
    await grace.tap("Publish all")
    await grace.tap("Everybody here")
    await ada.send(f"/start pack_{(await drafted(stage, grace)).pack_id}")
    await ada.tap("Learn")
    await finish(stage, ada)
    assert "What time is it" in ada.last, "the sitting is over"
