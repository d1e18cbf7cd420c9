"""A live round in a group: five people in a forum's topic, a restart in the middle, nobody shown to be wrong."""

from dataclasses import dataclass

import pytest

from bot.playground.chat import Conversation, Seen
from bot.playground.people import Chat
from bot.playground.stage import Stage
from lessons.items import TruthItem
from lessons.round import Round

NAMES = ("Ada", "Bo", "Cleo", "Dan", "Eve")


@dataclass
class Class:
    """A forum, a topic of it, and the five who are in it."""

    stage: Stage
    forum: Chat
    topic: int
    people: dict[str, Conversation]

    async def round(self) -> Round:
        async with self.stage.database.read() as store:
            [found] = await store.rounds.of_group(self.forum.id)
        return found

    async def option(self, *, right: bool) -> int:
        """The number of a right, or a wrong, option of the question asked."""
        found = await self.round()
        assert found.item is not None
        async with self.stage.database.read() as store:
            item = (await store.packs.item(found.item)).item
        options = item.options(found.id * 1009 + found.position)
        key = ("true" if item.answer else "false") if isinstance(item, TruthItem) else item.key
        return next(i for i, one in enumerate(options) if (one == key) is right)

    async def answer(self, name: str, *, right: bool = True) -> str:
        """Presses an option; what the presser alone is told."""
        found = await self.round()
        await self.people[name].press(f"ga:{found.id}:{found.position}:{await self.option(right=right)}")
        return self.people[name].toast

    def said(self) -> list[Seen]:
        """What the bot said in the topic."""
        return [seen for seen in self.people["Ada"].messages if seen.from_bot and seen.text]


@pytest.fixture
def group(stage: Stage) -> Class:
    forum = stage.world.group("7B", *NAMES, forum=True)
    topic = stage.world.topic(forum, "Quiz")
    return Class(stage, forum, topic, {name: stage.person(name).inside(forum, topic) for name in NAMES})


async def called(group: Class, size: int = 3) -> Conversation:
    """A round that Ada called and all but Eve joined."""
    ada = group.people["Ada"]
    await ada.send(f"/quiz {size}")
    for name in NAMES[:4]:
        await group.people[name].tap("Join")
    return ada


async def test_a_round_of_five_with_a_restart_in_the_middle(group: Class) -> None:
    ada = await called(group)
    assert "You are in, as" in ada.toast
    await ada.tap("Begin")
    assert "Question 1 of 3" in ada.last
    told = await group.answer("Ada")
    assert told.startswith("Your answer is in")
    await group.answer("Bo", right=False)
    await group.stage.drop_bot()
    await group.stage.raise_bot()
    await group.answer("Cleo", right=False)
    await group.answer("Eve")
    assert "Answer:" not in ada.last
    await group.answer("Dan")
    assert "Right: 3 of 5" in ada.last
    assert "Answer:" in ada.last or "First" in ada.last
    await group.people["Bo"].tap("How did I do?")
    assert group.people["Bo"].toast == "Not this time. So far you have 0 of 1."
    for _ in range(2):
        await ada.tap("Next question")
        for name in NAMES:
            await group.answer(name, right=name in ("Ada", "Dan"))
    await ada.tap("See the result")
    assert "The round is over" in ada.last
    assert "1. " in ada.last
    assert "3 points" in ada.last
    assert "1 point" in ada.last
    assert all(seen.raw.get("message_thread_id") == group.topic for seen in group.said())
    everything = "\n".join(repr(seen) for seen in group.said())
    assert not any(name in everything for name in NAMES), "no first name was chosen to be shown"


async def test_a_round_by_quiz_polls(group: Class) -> None:
    ada = await called(group, 2)
    await ada.tap("Quiz polls")
    assert "members can see who chose what" in ada.last
    await ada.tap("Begin")
    poll = ada.last.raw["poll"]
    assert (poll["type"], poll["is_anonymous"]) == ("quiz", False)
    assert len(poll["explanation"]) <= 200
    [right] = poll["correct_option_ids"]
    for name in NAMES[:4]:
        await group.people[name].vote(right if name != "Bo" else 1 - min(right, 1))
    assert "Right: 3 of 4" in ada.last
    assert poll["is_closed"]
    await ada.tap("Next question")
    second = ada.last.raw["poll"]
    assert second["id"] != poll["id"]
    await group.people["Eve"].vote(second["correct_option_ids"][0])
    await ada.tap("Show the answer")
    assert "Right: 1 of 1" in ada.last
    await ada.tap("See the result")
    assert "The round is over" in ada.last
    assert all(seen.raw.get("message_thread_id") == group.topic for seen in group.said())
