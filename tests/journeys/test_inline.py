"""One question into any chat: found by @bot and words, answered by a tap that only the one who taps is told about."""

import pytest

from bot.delivery.patience import BURST
from bot.delivery.process import Outcome, Processor
from bot.handlers.floods import Floods
from bot.playground import actions, group_actions
from bot.playground.chat import Conversation
from bot.playground.params import Json
from bot.playground.people import Chat
from bot.playground.stage import Stage
from lessons.items import TruthItem


async def found(stage: Stage, name: str, words: str) -> tuple[str, list[Json]]:
    """The list that somebody is offered."""
    person = stage.person(name).person
    number = actions.ask_inline(stage.world, person, words)
    await stage.quiet()
    return number, stage.world.inline_answers[number]


@pytest.fixture
def room(stage: Stage) -> Chat:
    """A chat of others in which the bot is no member."""
    chat = stage.world.group("Friends", "Ada", "Bo")
    chat.bot_inside = False
    return chat


async def shared(stage: Stage, room: Chat, words: str = "airplanes") -> Json:
    number, results = await found(stage, "Ada", words)
    ada = stage.person("Ada").person
    return group_actions.share(stage.world, ada, number, results[0]["id"], room)


async def data(stage: Stage, message: Json, *, right: bool) -> str:
    buttons = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
    presses = [button["callback_data"] for button in buttons if "callback_data" in button]
    number = int(presses[0].split(":")[1])
    async with stage.database.read() as store:
        item = (await store.packs.item(number)).item
    key = ("true" if item.answer else "false") if isinstance(item, TruthItem) else item.key
    return next(presses[i] for i, one in enumerate(item.options(number)) if (one == key) is right)


async def tap(stage: Stage, name: str, message: Json, what: str) -> str:
    chat: Conversation = stage.person(name)
    before = len(chat.person.toasts)
    group_actions.press_shared(stage.world, chat.person, message, what)
    await stage.quiet()
    assert len(chat.person.toasts) == before + 1
    assert chat.person.toasts[-1]["show_alert"]
    return chat.toast


async def test_up_to_ten_questions_are_offered_by_their_words(stage: Stage) -> None:
    _, some = await found(stage, "Ada", "")
    assert 1 < len(some) <= 10
    _, named = await found(stage, "Ada", "AIRPLANES")
    assert named
    assert all("airplane" in one["title"].lower() for one in named)
    _, none = await found(stage, "Ada", "zebra crossing in Reykjavik")
    assert none == []


async def test_a_shared_question_is_graded_for_the_one_who_taps(stage: Stage, room: Chat) -> None:
    message = await shared(stage, room)
    before = dict(message)
    assert (await tap(stage, "Bo", message, await data(stage, message, right=True))).startswith("Right. ")
    wrong = await tap(stage, "Bo", message, await data(stage, message, right=False))
    assert wrong.startswith("Not this time. ")
    assert len(wrong) <= 200
    assert message == before, "the chat sees nothing of it"
    assert "Bo" not in message["text"]


async def test_its_link_leads_to_the_pack(stage: Stage, room: Chat) -> None:
    message = await shared(stage, room)
    link = message["reply_markup"]["inline_keyboard"][-1][0]["url"]
    bo = stage.person("Bo")
    await bo.send("/start " + link.partition("start=")[2])
    assert "Lend-Lease" in bo.last
    assert "Learn" in bo.last.labels


async def test_a_forged_button_is_told_nothing(stage: Stage, room: Chat) -> None:
    message = await shared(stage, room)
    code, item, option, seal = (await data(stage, message, right=True)).split(":")
    for forged in (f"{code}:{int(item) + 1}:{option}:{seal}", f"{code}:{item}:{option}:{'0' * 16}"):
        assert await tap(stage, "Bo", message, forged) == "That question is closed."
    assert await tap(stage, "Bo", message, f"{code}:{item}:99:{seal}") == "That question is closed."


async def test_anothers_private_pack_is_not_offered(stage: Stage, room: Chat) -> None:
    _, before = await found(stage, "Ada", "airplanes")
    async with stage.database.begin() as store:
        owner = await store.learners.get_or_create(4242, "Grace", "en", stage.clock.now())
        [card] = [one for one in await store.packs.list() if "Lend-Lease" in one.title]
        await store.packs.set_status(card.id, "private")
        assert owner.id
    _, after = await found(stage, "Ada", "airplanes")
    assert before
    assert after == []


async def test_old_private_buttons_pressed_elsewhere_do_nothing(stage: Stage, room: Chat) -> None:
    message = await shared(stage, room)
    bo = stage.person("Bo")
    group_actions.press_shared(stage.world, bo.person, message, "F:1")
    await stage.quiet()
    async with stage.database.read() as store:
        assert await store.learners.by_chat(room.id) is None
        assert await store.updates.count_aside() == 0


async def test_typing_on_and_on_costs_nobody_else_anything(stage: Stage) -> None:
    assert stage.lectern is not None
    gate = Floods(stage.lectern)
    guarded = Processor(stage.lectern.application, stage.database, clock=stage.clock, turned_away=gate)
    stage.world.quiet = None
    stage.world.updates.ready = lambda limit=100: []  # type: ignore[method-assign]
    for name in [*["Ada"] * (BURST + 20), "Bo"]:
        actions.ask_inline(stage.world, stage.person(name).person, "airplanes")
    outcomes = [await guarded.process(queued.update) for queued in stage.world.updates.waiting]
    assert outcomes.count(Outcome.REFUSED) == 20, "beyond a person's share nothing is looked for"
    assert outcomes[-1] is Outcome.DONE
    stage.world.updates.waiting.clear()


async def test_a_list_that_comes_too_late_is_nothing_unusual(stage: Stage) -> None:
    stage.world.fail("answerInlineQuery", code=400, description="Bad Request: query is too old")
    number = actions.ask_inline(stage.world, stage.person("Ada").person, "airplanes")
    await stage.quiet()
    assert number not in stage.world.inline_answers
    async with stage.database.read() as store:
        assert await store.updates.count_aside() == 0
