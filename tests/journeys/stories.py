"""What a learner does in several stories."""

from datetime import timedelta

from bot.playground import learner
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from lessons.items import Item
from lessons.session import Phase


async def first_question(stage: Stage, name: str = "Ada") -> Conversation:
    """Somebody before their first question."""
    chat = stage.person(name)
    await chat.send("/start")
    await chat.tap("Start the first lesson")
    await chat.tap("Ask me")
    return chat


async def asked(stage: Stage, chat: Conversation) -> tuple[Item, int]:
    """The question that waits, and the seed of its options."""
    found = await learner.question(stage, chat)
    assert found is not None, "a question is being asked"
    return found


async def finish(stage: Stage, chat: Conversation, *, wrong: int = 0) -> None:
    """Answers to the sitting's end, by typing: the first `wrong` questions with "I don't know", the rest rightly."""
    before = None
    while (session := await learner.sitting(stage, chat)) and session.phase is not Phase.SUMMARY:
        assert session != before, "the bot goes on"
        before = session
        found = await learner.question(stage, chat)
        if found is None:
            await chat.tap(chat.buttons[0])
        elif wrong:
            wrong -= 1
            await chat.tap("I don't know")
        else:
            await chat.send(learner.in_words(*found))


async def first_lesson(stage: Stage, name: str = "Ada", *, wrong: int = 1) -> Conversation:
    """Somebody who has finished a first lesson in Lisbon."""
    chat = await first_question(stage, name)
    await finish(stage, chat, wrong=wrong)
    await chat.send("Lisbon")
    return chat


async def until_reminded(stage: Stage) -> None:
    """The clock goes on to the next reminder, and it comes."""
    moment = await stage.next_moment()
    assert moment is not None, "somebody has a reminder ahead"
    stage.clock.move(max(moment - stage.clock.now(), timedelta()) + timedelta(seconds=20))
    await stage.tick()
