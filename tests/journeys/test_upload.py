"""Somebody sends a document, and it becomes a pack of their own."""

from bot.playground.stage import Stage

ARTICLE = """The Harbour Bridge

How it was built

The Harbour Bridge of Easton was opened on 14 May 1931. Building it took 6 years and cost £4.2 million.
Some 1,400 workers were employed at its peak, and 16 of them lost their lives.

The steel

The arch weighs 39,000 tonnes. It is held together by 6 million rivets; the largest weighs 3.5 kilograms.
In 1942 the tram lines were taken up. In 1988 the bridge carried 180,000 vehicles a day.
"""


async def test_a_document_becomes_a_pack_that_can_be_learned(stage: Stage) -> None:
    grace = stage.person("Grace")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    assert "question" in grace.last
    assert "Learn" in grace.buttons
    await grace.tap("Learn")
    assert "Reading 1 of" in grace.last


async def test_a_private_pack_is_nobody_elses(stage: Stage) -> None:
    grace, ada = stage.person("Grace"), stage.person("Ada")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    await ada.send("/packs")
    assert "Harbour" not in ada.last
    await ada.send("/start pack-the-harbour-bridge")
    assert "leads nowhere" in ada.last


async def test_rubbish_gets_one_clear_sentence(stage: Stage) -> None:
    grace = stage.person("Grace")
    await grace.send_document("empty.txt", b"")
    assert "no words" in grace.last
    await grace.send_document("photo.txt", bytes(range(256)) * 40)
    assert "cannot read this kind" in grace.last or "damaged" in grace.last
    await grace.send_document("dull.txt", b"Nothing happened here. The wind was mild.")
    assert "no figure or date" in grace.last


async def test_a_removed_pack_is_gone(stage: Stage) -> None:
    grace = stage.person("Grace")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    await grace.tap("Remove the pack")
    assert "removed" in grace.last
    await grace.send("/packs")
    assert "Harbour" not in grace.last


async def test_the_same_upload_delivered_twice_is_one(stage: Stage) -> None:
    grace = stage.person("Grace")
    await grace.send_document("bridge.txt", ARTICLE.encode(), mime="text/plain")
    said = len(grace.messages)
    stage.world.updates.put_again()
    await stage.quiet()
    assert len(grace.messages) == said
