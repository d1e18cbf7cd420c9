"""Whoever forges a button or a link is refused in one sentence, and nothing has happened."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from stories import finish
from test_redelivery import again
from test_teacher import uploaded

from bot import buttons
from bot import teaching_buttons as teaching
from bot.actions import appointing, links
from bot.playground import actions as acts
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from content import packfile
from content.exchange import FORMATS
from lessons.items import ChoiceItem, Option
from lessons.pack import Lesson, Pack
from lessons.rich import rich

PACK = Pack(
    key="towers",
    version="1.0.0",
    title="Towers",
    language="en",
    licence="CC0-1.0",
    lessons=(
        Lesson(
            "first",
            "First",
            (),
            (
                ChoiceItem(
                    id="a", stem=rich("Which is taller?"), answer=(Option("The one", right=True), Option("Two"))
                ),
                ChoiceItem(id="b", stem=rich("Which is older?"), answer=(Option("This", right=True), Option("That"))),
            ),
        ),
    ),
)


async def with_draft(stage: Stage) -> tuple[Conversation, int]:
    """A teacher with a draft."""
    grace = await stage.teacher("Grace")
    await grace.send_document("towers.zip", packfile.write_zip(PACK), mime="application/zip")
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(grace.chat.id)
        assert learner is not None
        (card,) = await store.packs.of_owner(learner.id)
    return grace, card.id


async def everything(stage: Stage, pack_id: int) -> object:
    """All that a forged button might have changed."""
    async with stage.database.read() as store:
        return (await store.packs.get(pack_id), await store.drafts.get(pack_id), await store.roles.teachers())


def forged(pack: int) -> list[buttons.Payload]:
    """Every button about somebody's pack."""
    return [
        teaching.Sheet(pack),
        teaching.Look(pack),
        teaching.Judge(pack, 1, 0, "drop"),
        teaching.Judge(pack, 1, 0, "rest"),
        teaching.Mend(pack, 1, 0, "stem"),
        teaching.UndoMend(pack, 1),
        teaching.Sure(pack, 1, 1),
        teaching.Publish(pack, "public"),
        teaching.Publish(pack, "ask"),
        teaching.AsFile(pack),
        teaching.AsFile(pack, "ask"),
        teaching.Delete(pack),
        teaching.Delete(pack, 1),
        teaching.Await(pack, "correct"),
        teaching.Corrects(pack),
        teaching.Corrects(pack, pack),
        teaching.Separate(pack, 1),
        teaching.Diff(pack),
        teaching.Apply(pack, 1),
        teaching.TakeBack(pack, 1),
        teaching.Disagree(pack),
        teaching.Write(pack),
        teaching.Authors(pack),
        teaching.Authors(pack, 1),
        teaching.DropAuthor(pack, 1),
        buttons.Remove(pack),
    ]


@pytest.mark.parametrize("teaches", [False, True], ids=["a learner", "another teacher"])
async def test_nobody_else_reaches_a_draft_by_any_button(stage: Stage, teaches: bool) -> None:
    _, pack_id = await with_draft(stage)
    mallory = await stage.teacher("Mallory") if teaches else stage.person("Mallory")
    await mallory.send("/start")
    before = await everything(stage, pack_id)
    for payload in forged(pack_id):
        await mallory.press(buttons.pack(payload))
        assert "not yours" in mallory.last or "for teachers" in mallory.last, payload
    for data in (f"L:{pack_id}:0", f"Q:{pack_id}", f"P:{pack_id}"):
        await mallory.press(data)
        assert "not here any more" in mallory.last
    for link in (f"pack_{pack_id}", f"lesson_{pack_id}_first", "item_1", "pack-towers", "quiz-towers"):
        await mallory.send(f"/start {link}")
        assert "leads nowhere" in mallory.last or "Question" in mallory.last
    assert await everything(stage, pack_id) == before


async def test_a_pack_that_is_not_there_is_refused_in_the_same_words(stage: Stage) -> None:
    grace, _ = await with_draft(stage)
    for payload in forged(999_999):
        await grace.press(buttons.pack(payload))
        assert "not yours" in grace.last, payload


async def test_only_the_owner_invites_and_dismisses(stage: Stage) -> None:
    grace, ada = await stage.teacher("Grace"), stage.person("Ada")
    await ada.send("/start")
    for chat in (grace, ada):
        await chat.send("/teachers")
        assert "Only the owner" in chat.last
        for payload in (teaching.Invite(), teaching.Dismiss(1), buttons.Menu("teachers")):
            await chat.press(buttons.pack(payload))
            assert "Only the owner" in chat.last


async def test_a_dismissed_teacher_may_not_teach_any_more(stage: Stage) -> None:
    owner, grace = stage.person("Owen"), await stage.teacher("Grace")
    async with stage.database.begin() as store:
        link = await appointing.owner_link(store, stage.clock.now())
    await owner.send(f"/start {link}")
    await owner.send("/teachers")
    await owner.tap("Dismiss Grace")
    await grace.send("/teach")
    assert "for teachers" in grace.last
    await grace.send_document("towers.zip", packfile.write_zip(PACK))
    assert "for teachers" in grace.last


async def test_links_that_are_made_up_used_or_too_old_make_nobody_a_teacher(stage: Stage) -> None:
    ada, bert = stage.person("Ada"), stage.person("Bert")
    async with stage.database.begin() as store:
        now = stage.clock.now()
        owner = await appointing.owner_link(store, now)
        token = await store.roles.invite("teacher", now, by=None, ttl=timedelta(hours=1))
        late = await store.roles.invite("teacher", now, by=None, ttl=timedelta(hours=1))
        co = await store.roles.invite("coteacher", now, by=None, ttl=timedelta(hours=1), class_id=1)
    for made_up in ("own_abc", "teach_abc", links.payload("own", token), links.payload("teach", co)):
        await ada.send(f"/start {made_up}")
        assert "has been used" in ada.last
    await ada.send(f"/start {links.payload('teach', token)}")
    assert "a teacher here now" in ada.last
    await bert.send(f"/start {links.payload('teach', token)}")
    assert "has been used" in bert.last
    await ada.send(f"/start {links.payload('teach', token)}")
    assert "a teacher here now" in ada.last, "whoever used it is told what they are"
    stage.clock.move(timedelta(hours=2))
    await bert.send(f"/start {links.payload('teach', late)}")
    assert "has been used" in bert.last
    await bert.send(f"/start {owner}")
    assert "is yours now" in bert.last


async def test_where_teaching_is_open_everybody_may_send_documents(stage: Stage) -> None:
    from bot.actions import rights

    ada = stage.person("Ada")
    async with stage.database.begin() as store:
        await rights.set_teaching(store, "everyone")
    await ada.send_document("towers.zip", packfile.write_zip(PACK))
    assert "Look through" in ada.buttons


async def test_a_private_pack_is_its_owners_alone(stage: Stage) -> None:
    grace, pack_id = await with_draft(stage)
    ada = stage.person("Ada")
    await grace.tap("Publish all")
    await grace.tap("My classes")
    await ada.send(f"/start pack_{pack_id}")
    assert "leads nowhere" in ada.last
    await grace.tap("Try it")
    await finish(stage, grace)
    async with stage.database.read() as store:
        assert await store.enrollments.count(pack_id) == 1


async def test_a_button_of_a_draft_that_was_replaced_only_shows_what_stands(stage: Stage) -> None:
    grace, pack_id = await with_draft(stage)
    await grace.tap("Look through")
    old = buttons.pack(teaching.Judge(pack_id, 1, 0, "drop"))
    await grace.send_document("towers.zip", packfile.write_zip(PACK))
    await grace.press(old)
    async with stage.database.read() as store:
        found = await store.drafts.get(pack_id)
    assert found is not None
    assert not found.draft.dropped


async def test_a_question_written_in_the_chat_is_learned(stage: Stage) -> None:
    grace, pack_id = await with_draft(stage)
    await grace.send("/teach")
    await grace.tap("Write a question")
    await grace.tap("Towers")
    await grace.send("How tall is the Tower of Hercules?")
    await grace.send("55 m")
    await grace.send("34 m\n55 m\n133 m")
    assert any("one is the right one" in seen.text for seen in grace.messages[-2:])
    await grace.send("34 m\n78 m\n133 m")
    await grace.send("The Tower of Hercules in Galicia is 55 m tall.")
    assert "How tall is the Tower of Hercules?" in grace.last
    assert "B. 55 m" in grace.last
    await grace.tap("The pack")
    await grace.tap("Publish")
    await grace.tap("Everybody here")
    async with stage.database.read() as store:
        stored = await store.packs.get(pack_id)
    assert any(item.prompt == "How tall is the Tower of Hercules?" for _, item in stored.pack.items())


async def test_a_statement_without_a_sentence_in_a_new_pack(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await grace.send("/teach")
    await grace.tap("Write a question")
    await grace.tap("A new pack")
    await grace.send("The tower of Hercules still burns.")
    await grace.send("true")
    await grace.tap("Leave it out")
    assert "still burns" in grace.last
    await grace.send("/teach")
    assert "My questions" in grace.last


async def test_what_came_as_a_correction_may_be_a_pack_of_its_own(stage: Stage) -> None:
    grace, pack_id = await with_draft(stage)
    await grace.tap("Publish all")
    await grace.tap("My classes")
    lesson = PACK.lessons[0]
    other = replace(lesson, items=(lesson.items[0], replace(lesson.items[1], id="c")))
    await grace.send_document("towers.zip", packfile.write_zip(replace(PACK, lessons=(other,))))
    await grace.tap("See what changes")
    assert "1 is new:" in grace.last
    assert "1 is retired:" in grace.last
    await grace.tap("It is a new pack")
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(grace.chat.id)
        assert learner is not None
        cards = await store.packs.of_owner(learner.id)
        assert sorted(card.status for card in cards) == ["draft", "private"]
        assert list((await store.packs.get(pack_id)).items) == ["a", "b"]


async def test_a_draft_can_be_made_a_correction_of_a_published_pack(stage: Stage) -> None:
    grace, pack_id = await with_draft(stage)
    await grace.tap("Publish all")
    await grace.tap("My classes")
    lesson = PACK.lessons[0]
    mended = replace(lesson, items=(replace(lesson.items[0], why="Look at them."), lesson.items[1]))
    await grace.send_document("b.zip", packfile.write_zip(replace(PACK, key="masts", title="Masts", lessons=(mended,))))
    await grace.tap("The pack")
    await grace.tap("This corrects …")
    await grace.tap("Towers")
    assert "1 is reworded:" in grace.last
    await grace.tap("Apply")
    async with stage.database.read() as store:
        stored = await store.packs.get(pack_id)
        learner = await store.learners.by_chat(grace.chat.id)
        assert learner is not None
        assert [card.id for card in await store.packs.of_owner(learner.id)] == [pack_id]
    assert stored.pack.version == "1.0.1"
    assert next(iter(stored.pack.items()))[1].why == "Look at them."


async def test_presses_that_come_again_change_nothing(stage: Stage) -> None:
    grace, pack_id = await with_draft(stage)
    await grace.tap("Look through")
    await grace.tap("✘ Drop")
    before, said = await everything(stage, pack_id), len(grace.messages)
    await again(stage, stage.world.updates.last)
    assert await everything(stage, pack_id) == before
    await grace.tap("✎ Mend")
    await grace.tap("The question")
    await grace.send("Which is the older one?")
    typed = stage.world.updates.last
    await grace.tap("✓ Keep")
    before, said = await everything(stage, pack_id), len(grace.messages)
    await again(stage, typed)
    assert await everything(stage, pack_id) == before
    assert len(grace.messages) == said


@pytest.mark.parametrize("name", [one.name for one in FORMATS.values() if one.writes])
async def test_a_pack_leaves_in_every_format(stage: Stage, name: str) -> None:
    grace, pack_id = await with_draft(stage)
    await grace.press(buttons.pack(teaching.AsFile(pack_id, name)))
    assert grace.last.document is not None, grace.last
    assert grace.last.document[1]


async def test_an_author_does_as_the_owner_does_but_for_deleting_and_inviting(stage: Stage) -> None:
    grace, pack_id = await with_draft(stage)
    ada, hedy = stage.person("Ada"), await stage.teacher("Hedy")
    await grace.tap("The pack")
    await grace.tap("Authors")
    await grace.tap("Invite an author")
    link = grace.last.text.split("/start ")[1].split()[0]
    await ada.send(f"/start {link}")
    assert "for teachers" in ada.last, "a learner cannot use it, and it is not used up"
    await hedy.send(f"/start {link}")
    assert "Towers" in hedy.last
    await hedy.tap("Look through")
    await hedy.tap("✘ Drop")
    await hedy.tap("Keep all the rest")
    await hedy.tap("Publish")
    await hedy.tap("Everybody here")
    assert "Published" in hedy.last
    before = await everything(stage, pack_id)
    for payload in (teaching.Delete(pack_id, 1), teaching.Authors(pack_id, 1), teaching.DropAuthor(pack_id, 2)):
        await hedy.press(buttons.pack(payload))
        assert "not yours" in hedy.last
    assert await everything(stage, pack_id) == before
    await grace.press(buttons.pack(teaching.Authors(pack_id)))
    await grace.tap("Let go of Hedy")
    await hedy.press(buttons.pack(teaching.Sheet(pack_id)))
    assert "not yours" in hedy.last


async def test_a_quiz_poll_joins_a_teachers_own_questions(stage: Stage) -> None:
    grace, ada = await stage.teacher("Grace"), stage.person("Ada")
    options = [
        {"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(("34 m", "55 m"))
    ]
    poll = {
        "id": "7",
        "question": "How tall is the Tower of Hercules?",
        "options": options,
        "total_voter_count": 0,
        "is_closed": True,
        "is_anonymous": True,
        "type": "quiz",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }
    for chat, key in ((ada, 1), (grace, None), (grace, 1)):
        said = poll if key is None else poll | {"correct_option_ids": [key]}
        acts._send(stage.world, chat.person, chat.chat, {"poll": said})
        await stage.quiet()
    assert "for teachers" in ada.last
    assert any("which answer is right" in seen.text for seen in grace.messages)
    assert "How tall is the Tower of Hercules?" in grace.last
    assert "B. 55 m" in grace.last.text or "A. 55 m" in grace.last.text


ODD = (0, -1, 2, 10**18)


def odd_button(kind: type[buttons.Payload], odd: int) -> str:
    """A button that no learner has: that number where one belongs, a word that some button knows elsewhere."""
    return ":".join([kind.code, *(str(odd) if one.type in ("int", int) else "remove" for one in fields(kind))])


async def test_no_teachers_button_does_anything_for_a_learner(stage: Stage) -> None:
    await uploaded(stage)
    grace, eve = stage.person("Grace"), stage.person("Eve")
    for words in ("/classes", "New class", "7B History"):
        await (grace.tap(words) if words == "New class" else grace.send(words))
    await eve.send("/start")
    before = await all_of_grace(stage)
    for kind in buttons.PAYLOADS.values():
        if kind.__module__ in ("bot.teaching_buttons", "bot.class_buttons"):
            for odd in (1, *ODD):
                await eve.press(odd_button(kind, odd)[:64])
                assert "went wrong" not in eve.last.text + eve.toast, (kind, odd)
                assert eve.last.document is None
    assert await all_of_grace(stage) == before


async def all_of_grace(stage: Stage) -> object:
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(stage.person("Grace").chat.id)
        assert learner is not None
        return {name: rows for name, rows in (await store.learners.export(learner.id)).items() if name != "learners"}
