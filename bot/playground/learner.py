"""How does a learner who knows (or does not know) the answer respond? For the tour, the tests and the load."""

from bot.actions.studying import seed_of
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from lessons.items import ChoiceItem, FirstItem, Item, MatchItem, OrderItem, TruthItem
from lessons.session import Phase, Session


async def sitting(stage: Stage, chat: Conversation) -> Session | None:
    """The sitting that the person is in, as the database has it."""
    async with stage.database.read() as store:
        learner = await store.learners.by_chat(chat.chat.id)
        sittings = await store.sessions.open_of(learner.id) if learner else []
    return sittings[0] if sittings else None


async def question(stage: Stage, chat: Conversation) -> tuple[Item, int] | None:
    """The item that the person is being asked and the seed of its options; None while nothing is asked."""
    session = await sitting(stage, chat)
    if session is None or session.phase is not Phase.ASKING or session.step is None:
        return None
    async with stage.database.read() as store:
        item = await store.packs.item(session.step.ref)
    return item.item, seed_of(session)


def in_words(item: Item, seed: int) -> str:
    """The right answer as somebody would type it."""
    options = item.options(seed)
    match item:
        case TruthItem():
            return "true" if item.answer else "false"
        case ChoiceItem():
            return " ".join("ABCDEFGHIJKL"[i] for i, text in enumerate(options) if text in _right(item))
        case OrderItem():
            return " ".join("abcdefghijkl"[options.index(entry.text)] for entry in item.answer)
        case FirstItem():
            return item.answer[0].text
        case MatchItem():
            return " ".join(
                f"{number}{'abcdefghijkl'[options.index(pair.right)]}" for number, pair in enumerate(item.answer, 1)
            )
        case _:
            return item.key


def wrong_option(item: Item, seed: int) -> str | None:
    """The letter of an answer that is not right; None where there is nothing to choose from."""
    options = item.options(seed)
    if item.mode != "one" or isinstance(item, TruthItem):
        return None
    right = in_words(item, seed)
    letters = "ABCDEFGHIJKL"
    return next(
        (letters[i] for i, text in enumerate(options) if text not in (right, item.key) and letters[i] != right), None
    )


def _right(item: ChoiceItem) -> set[str]:
    return {option.text for option in item.answer if option.right}
