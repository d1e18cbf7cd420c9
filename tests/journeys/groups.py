"""A class in a forum's topic, and a round that one of them called."""

from dataclasses import dataclass

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


def topic_of_five(stage: Stage) -> Class:
    """Five people in a topic of a forum that the bot is in."""
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
