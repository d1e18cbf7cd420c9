"""Updates of one chat keep their order; others do not wait for them."""

import asyncio

import pytest

from bot.delivery.lines import Lines, Room, line_of

USER = {"id": 7, "is_bot": False, "first_name": "Ada"}
CHAT = {"id": -70, "type": "group"}


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ({"message": {"chat": CHAT, "from": USER}}, -70),
        ({"edited_message": {"chat": {"id": 7}, "from": USER}}, 7),
        ({"callback_query": {"id": "1", "from": USER, "message": {"chat": CHAT}}}, -70),
        ({"callback_query": {"id": "1", "from": USER, "inline_message_id": "x"}}, 7),
        ({"poll_answer": {"poll_id": "1", "user": USER}}, 7),
        ({"my_chat_member": {"chat": CHAT, "from": USER}}, -70),
        ({"inline_query": {"id": "1", "from": USER}}, 7),
        ({"poll": {"id": "1"}}, 5),
        ({"message": {"chat": "broken", "from": None}}, 5),
        ({"message": []}, 5),
    ],
)
def test_a_chat_or_else_a_user_is_the_line(body, line):
    assert line_of({"update_id": 5, **body}) == line


async def test_first_come_first_served_within_a_line_and_side_by_side_across():
    lines, order = Lines(8), []

    async def work(line, name, secs):
        async with lines.turn(line), lines.at_work:
            await asyncio.sleep(secs)
            order.append(name)

    await asyncio.gather(work(1, "a1", 0.05), work(1, "a2", 0), work(2, "b1", 0.01), work(1, "a3", 0))
    assert order == ["b1", "a1", "a2", "a3"]
    assert lines.waiting == 0
    assert not lines._rooms


async def test_no_more_than_so_many_at_once():
    lines, now, most = Lines(3), 0, 0

    async def work(line):
        nonlocal now, most
        async with lines.turn(line), lines.at_work:
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.01)
            now -= 1

    await asyncio.gather(*(work(line) for line in range(12)))
    assert most == 3


@pytest.mark.parametrize("when", ["while it waits", "when its turn has come"])
async def test_who_gives_up_waiting_gives_the_place_to_the_next(when):
    room, entered = Room(1), []
    await room.enter()

    async def work(name):
        async with room:
            entered.append(name)

    first, second = asyncio.create_task(work("first")), asyncio.create_task(work("second"))
    await asyncio.sleep(0)
    if when == "while it waits":
        first.cancel()
        await asyncio.sleep(0)
        room.leave()
    else:
        room.leave()
        first.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    assert entered == ["second"]
    assert room.empty
    await asyncio.wait_for(room.enter(), 1)
