"""A test reads like a conversation: what a person can do and see."""

import pytest

from bot.playground import actions
from bot.playground.api import call
from bot.playground.params import from_values


async def bot_says(world, text, *labels, chat_id=1001):
    keyboard = {"inline_keyboard": [[{"text": label, "callback_data": label}] for label in labels]}
    values = {"chat_id": chat_id, "text": text, "parse_mode": "HTML"}
    return await call(world, world.token, "sendMessage", from_values(values | {"reply_markup": keyboard}))


async def test_a_label_is_found_whole_then_by_its_start_then_by_a_part(world, ada):
    await bot_says(world, "x", "Stop the lesson", "A) 1941", "Start", "Start the lesson")
    for label, data in (("Start", "Start"), ("A)", "A) 1941"), ("1941", "A) 1941"), ("Start the", "Start the lesson")):
        await ada.tap(label)
        assert world.updates.last.update["callback_query"]["data"] == data
    with pytest.raises(actions.NoSuchButton, match="Stop the lesson"):
        await ada.tap("Nothing of the kind")


async def test_what_the_bot_said_can_be_looked_at(world, ada):
    await bot_says(world, "On <b>11 June</b> 1942", "Next")
    assert ada.last.text == "On 11 June 1942"
    assert "11 June" in ada.last
    assert ada.last.marked == {"bold": ["11 June"]}
    assert ada.buttons == ["Next"]
    assert ada.transcript().endswith("bot: On 11 June 1942\n  [Next]")


async def test_after_each_act_the_world_falls_quiet(world):
    waited = []

    async def quiet():
        waited.append(world.pending_updates)

    world.quiet = quiet
    await world.person("Ada").send("hello")
    assert waited == [1]


async def test_words_too_long_for_one_message_are_sent_in_several(world, ada):
    await ada.send("x" * 5000)
    assert [len(seen.text) for seen in ada.messages[1:]] == [4096, 904]


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(world):
    group = world.group("History class", "Ada", "Grace")
    ada = world.person("Ada").inside(group)
    await ada.send("good morning")
    await ada.send("/quiz@OtherBot")
    assert world.pending_updates == 0
    await ada.send("/quiz")
    await ada.send("ask @LecternBot")
    question = await bot_says(world, "When?", chat_id=group.id)
    await ada.send("1942", reply_to=ada.messages[-1])
    assert world.pending_updates == 3
    assert world.updates.last.update["message"]["reply_to_message"]["message_id"] == question["message_id"]


async def test_a_forced_reply_opens_and_closes_the_keyboard(world, ada):
    values = {"chat_id": 1001, "text": "What year?", "reply_markup": {"force_reply": True}}
    await call(world, world.token, "sendMessage", from_values(values))
    assert ada.chat.keyboard["force_reply"]
    await ada.send("1942")
    assert ada.chat.keyboard is None


async def test_the_first_word_after_a_block_lifts_it(world, ada):
    await ada.block()
    await ada.send("back again")
    kinds = [queued.kind for queued in world.updates.waiting]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


async def test_an_update_can_be_delivered_twice(world, ada):
    first = (await world.updates.poll(0, 100, 0))[0]["update_id"]
    assert world.updates.put_again()
    assert [update["update_id"] for update in await world.updates.poll(first + 1, 100, 0)] == [first]
    assert await world.updates.poll(first + 1, 100, 0) == []
