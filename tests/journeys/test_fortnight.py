"""The whole of it: a document, two questions mended, a class of three, two weeks, a corrected figure, a Monday."""

from pathlib import Path

import pytest
from test_class import answer_all, at, joined, link, page, tables, until
from test_teacher import BRIDGE, drafted, known, looked_at

from bot.playground.stage import Stage

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "000_39aad4225c19529e.txt"


def document(name: str) -> bytes:
    """One of our own, or one of the two that the project began with."""
    if name == "bridge.md":
        return BRIDGE
    if not SEED.exists():
        pytest.skip("the two documents of ../shared/seeds are not here")
    return SEED.read_bytes()


@pytest.mark.parametrize(
    ("name", "figure", "right"), [("bridge.md", "7,845", "7,945"), ("seed.txt", "107,000", "108,000")]
)
async def test_from_a_document_to_the_second_monday(stage: Stage, name: str, figure: str, right: str) -> None:
    text = document(name)
    grace = await stage.teacher("Grace")
    await grace.send_document(name, text)
    await grace.tap("Look through")
    mended = []
    for words in ("They met halfway.", "Counted by the operator."):
        mended.append((await looked_at(stage, grace)).id)
        await grace.tap("✎ Mend")
        await grace.tap("The explanation")
        await grace.send(words)
        await grace.tap("✓ Keep")
    await grace.tap("Keep all the rest")
    await grace.tap("Publish")
    await grace.tap("My classes")
    pack_id = (await drafted(stage, grace)).pack_id
    async with stage.database.read() as store:
        stored = await store.packs.get(pack_id)
    assert {item.id: item.why for _, item in stored.pack.items() if item.id in mended} == {
        mended[0]: "They met halfway.",
        mended[1]: "Counted by the operator.",
    }
    questions = [item for _, item in stored.pack.items()]

    await grace.send("/classes")
    await grace.tap("New class")
    await grace.send("7B History")
    await grace.tap("Give a pack")
    await grace.tap(stored.pack.title[:20])
    await grace.tap("The whole pack")
    await grace.tap("In two weeks")
    eve = stage.person("Eve")
    await eve.send("/packs")
    assert stored.pack.title not in eve.last, "private to the class"
    await link(grace)
    learners = [await joined(stage, grace, name, pseudonym=name == "Cem") for name in ("Ada", "Bob", "Cem")]

    hardest = next(item for item in questions if figure not in item.key and item.id not in mended)
    for day in range(2, 15):
        until(stage, at(day, 18))
        await stage.tick()
        for chat in learners:
            for command in ("/learn", "/review"):
                await chat.send(command)
                await answer_all(stage, chat, {hardest.id})
                if "What time is it" in chat.last:
                    await chat.send("Lisbon")
    before = [await known(stage, chat, pack_id) for chat in learners]
    assert all(len(memories) == len(questions) for memories in before), "all three have met everything"

    await grace.send_document(name, text.replace(figure.encode(), right.encode()))
    await grace.tap("See what changes")
    await grace.tap("Apply")
    for chat, memories in zip(learners, before, strict=True):
        after = await known(stage, chat, pack_id)
        changed = {name for name in memories if after[name] != memories[name]}
        assert set(after) >= set(memories)
        assert len(changed) <= 1, "every other schedule is as it was"
        assert sum("A correction in" in seen for seen in chat.messages) == 1

    until(stage, at(16, 8, 1))
    seen = grace.last.id
    await stage.tick()
    [told] = [message for message in grace.since(seen) if "Your class this week" in message]
    assert hardest.prompt[:60] in told
    assert "0% right, n=3" in told

    found = await tables(grace)
    head, *lines = found["learners"]
    assert len(lines) == 3
    place = head.index("Answered in time")
    assert {line[place] for line in lines} == {str(len(questions))}
    await page(grace, "Learners")
    assert "3 learners" in grace.last
