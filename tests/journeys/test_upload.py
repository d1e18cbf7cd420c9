"""Somebody sends a document, and it becomes a pack of their own."""

from dataclasses import replace
from typing import Any

import pytest

from bot import building
from bot.actions import teaching
from bot.playground.stage import Stage
from content import packfile, packs
from storage.errors import DatabaseBusy

ARTICLE = """The Harbour Bridge

How it was built

The Harbour Bridge of Easton was opened on 14 May 1931. Building it took 6 years and cost £4.2 million.
Some 1,400 workers were employed at its peak, and 16 of them lost their lives.

The steel

The arch weighs 39,000 tonnes. It is held together by 6 million rivets; the largest weighs 3.5 kilograms.
In 1942 the tram lines were taken up. In 1988 the bridge carried 180,000 vehicles a day.
"""


async def test_a_document_becomes_a_pack_that_can_be_learned(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    assert "question" in grace.last
    await grace.tap("Publish all")
    await grace.tap("My classes")
    await grace.tap("Try it")
    assert "Reading 1 of" in grace.last


async def test_a_private_pack_is_nobody_elses(stage: Stage) -> None:
    grace, ada = await stage.teacher("Grace"), stage.person("Ada")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    await ada.send("/packs")
    assert "Harbour" not in ada.last
    await ada.send("/start pack-the-harbour-bridge")
    assert "leads nowhere" in ada.last


async def test_rubbish_gets_one_clear_sentence(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await grace.send_document("empty.txt", b"")
    assert "no words" in grace.last
    await grace.send_document("photo.txt", bytes(range(256)) * 40)
    assert "cannot read this kind" in grace.last or "damaged" in grace.last
    await grace.send_document("dull.txt", b"Nothing happened here. The wind was mild.")
    assert "no figure or date" in grace.last


async def test_a_removed_pack_is_gone(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    await grace.tap("Delete")
    await grace.tap("Yes, delete it")
    assert "removed" in grace.last
    await grace.send("/packs")
    assert "Harbour" not in grace.last


async def test_the_same_upload_delivered_twice_is_one(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    said = len(grace.messages)
    stage.world.updates.put_again()
    await stage.quiet()
    assert len(grace.messages) == said


async def test_a_ready_pack_is_taken_as_it_is_and_a_faulty_one_is_told_line_by_line(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    parsed = packfile.load(packs.bundled_path("lend-lease"))
    assert parsed.pack is not None
    own = replace(parsed.pack, key="my-own", title="My own pack")
    await grace.send_document("my-own.zip", packfile.write_zip(own), mime="application/zip")
    assert "My own pack" in grace.last
    assert "13 readings, 56 questions" in grace.last
    faulty = packfile.write_single(replace(own, media=())).replace(b"date: 1941", b"date: nineteen")
    await grace.send_document("faulty.md", faulty, mime="text/markdown")
    assert "faulty.md:" in grace.last
    assert "error E2" in grace.last


async def test_a_document_outlasts_a_database_that_cannot_be_had(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "RETRY_SECS", 0.01)
    failing = iter([True, False])
    ended = teaching.ended

    async def busy_once(*args: Any) -> None:
        if next(failing, False):
            raise DatabaseBusy("lectern.db")
        await ended(*args)

    monkeypatch.setattr(teaching, "ended", busy_once)
    grace = await stage.teacher("Grace")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    assert "Look through" in grace.buttons


async def test_a_file_is_asked_for_again_while_telegram_fails(stage: Stage) -> None:
    stage.world.fail("getFile", 1, code=502)
    grace = await stage.teacher("Grace")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    assert "Look through" in grace.buttons


async def test_a_build_that_goes_wrong_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(teaching.canonical, "from_json", broken)
    grace = await stage.teacher("Grace")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    assert "Look through" not in grace.buttons
    assert "bridge.txt" in grace.last or "document" in grace.last


async def test_a_pasted_text_is_offered_as_a_pack_and_built(stage: Stage) -> None:
    grace, ada = await stage.teacher("Grace"), stage.person("Ada")
    text = ARTICLE + ARTICLE.partition("The steel")[0].replace("Easton", "Weston").replace("1931", "1952")
    await grace.send(text)
    assert "Shall I draft a pack" in grace.last
    await grace.tap("Yes, draft a pack")
    assert "Look through" in grace.buttons
    await ada.send(text)
    assert "Shall I draft" not in ada.last, "only teachers are asked"


async def test_a_text_that_telegram_cut_in_two_is_one(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await grace.send((ARTICLE * 12)[:4000])
    await grace.send("In 1988 the bridge carried 180,000 vehicles a day.")
    offers = [seen for seen in grace.messages if "Shall I draft a pack" in seen.text]
    assert len(offers) == 1
    await grace.tap("No")
    assert "not kept" in grace.last
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(grace.chat.id)
        assert learner is not None
        assert (await store.learners.export(learner.id))["uploads"] == []


async def test_whoever_may_not_teach_is_told_how_one_becomes_a_teacher(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    assert "invitation link" in ada.last
    for page in ("/teach", "/teachers"):
        await ada.send(page)
        assert "for teachers" in ada.last or "owner" in ada.last


async def test_two_documents_make_one_pack(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    told = "The Harbour Bridge of Easton cost £4.2 million to build between 1925 and 1931."
    await grace.send_document("bridge.txt", f"{ARTICLE}\n{told}\n".encode(), mime="text/plain")
    await grace.tap("Add a document")
    other = f"Notes on bridges\n\nThe money\n\n{told.replace('4.2', '4.7')} It was paid back in 1988.\n"
    await grace.send_document("notes.txt", other.encode(), mime="text/plain")
    assert "from 2 documents" in grace.last
    assert "The documents disagree" in grace.last
    await grace.tap("Where the documents disagree")
    assert "£4.2 million" in grace.last
    assert "£4.7 million" in grace.last
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(grace.chat.id)
        assert learner is not None
        (card,) = await store.packs.of_owner(learner.id)
        stored = await store.packs.get(card.id)
    assert len(stored.pack.sources) == 2


async def test_another_programs_questions_become_a_draft(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    gift = b"::bridge:: When was the bridge of Easton opened? {=1931 ~1930 ~1929}\n\n::tons:: It weighs? {#39000:500}\n"
    gift += b"\n::why:: Why was it built? {}\n\n::low:: Was it dear? {T}\n"
    await grace.send_document("quiz.gift", gift, mime="text/plain")
    assert "3 questions came in" in grace.last
    assert "why: An open answer cannot be graded." in grace.last
    await grace.tap("Publish all")
    await grace.tap("My classes")
    assert "Published" in grace.last


NOTES = (
    "Notes on bridges\n\nThe money\n\nThe Harbour Bridge of Easton cost £4.2 million to build between 1925 and 1931.\n"
)


async def test_documents_sent_in_one_go_make_one_pack(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    other = (ARTICLE.replace("Easton", "Weston").replace("14 May 1931", "3 June 1952")).encode()
    await grace.send_documents(("bridge.txt", ARTICLE.encode()), ("notes.txt", NOTES.encode()), ("weston.txt", other))
    told = [seen for seen in grace.messages if seen.from_bot]
    assert len(told) == 1, grace.transcript()
    assert "from 3 documents" in told[0]
    assert "They came together" in told[0]
    assert "Look through" in grace.buttons
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(grace.chat.id)
        assert learner is not None
        assert len(await store.packs.of_owner(learner.id)) == 1
    await grace.send_document("alone.txt", other.replace(b"Bridge", b"Viaduct"))
    assert "They came together" not in grace.last, "what comes later stands by itself"


async def test_of_an_album_with_a_broken_document_each_is_told_of_by_itself(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
    await grace.send_documents(("bridge.txt", ARTICLE.encode()), ("old.doc", locked), ("empty.txt", b""))
    told = [seen.text for seen in grace.messages if seen.from_bot]
    assert len(told) == 3, grace.transcript()
    assert "Found: dates" in told[0]
    assert "old.doc" in told[1]
    assert "no words" in told[2]


async def test_questions_of_other_programs_in_one_go_are_a_draft_each(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    gift = b"::bridge:: When was the bridge of %s opened? {=1931 ~1930 ~1929}\n\n::tons:: It weighs? {#39000:500}\n"
    await grace.send_documents(("one.gift", gift % b"Easton"), ("two.gift", gift % b"Weston"))
    told = [seen.text for seen in grace.messages if seen.from_bot]
    assert len(told) == 2
    assert all("2 questions came in" in text for text in told), grace.transcript()


async def test_where_nothing_can_be_asked_a_question_can_be_written(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await grace.send_document("dull.txt", b"Nothing happened here. The wind was mild.")
    await grace.tap("Write a question")
    assert "1 of 4" in grace.last


async def test_of_a_pasted_text_it_is_said_that_it_is_kept(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await grace.send(ARTICLE + ARTICLE.partition("The steel")[0].replace("Easton", "Weston").replace("1931", "1952"))
    await grace.tap("Yes, draft a pack")
    assert "Your text is kept until then" in grace.last
