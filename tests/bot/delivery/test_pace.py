"""Telegram's limits are kept, and one chat's trouble is not another's."""

import asyncio

import pytest

from bot.delivery.pace import _KEPT_CHATS, Pace, Window


class Timer:
    """Time that passes only while somebody sleeps."""

    def __init__(self, monkeypatch):
        self.now = 100.0
        real = asyncio.sleep

        async def sleep(seconds):
            await real(0)
            self.now += max(0.0, seconds)

        monkeypatch.setattr(asyncio, "sleep", sleep)

    def __call__(self):
        return self.now


@pytest.fixture
def timer(monkeypatch):
    return Timer(monkeypatch)


def most_within(moments, span):
    return max(sum(start <= moment < start + span - 1e-9 for moment in moments) for start in moments)


async def moments_of(pace, timer, chats, **how):
    found = []
    for chat in chats:
        await pace.turn(chat, **how)
        found.append(timer())
    return found


async def test_a_chat_gets_three_at_once_then_one_a_second(timer):
    moments = await moments_of(Pace(timer=timer), timer, [7] * 9)
    assert moments[2] == moments[0]
    assert most_within(moments, 3.0) == 3
    assert moments[-1] - moments[0] == pytest.approx(6, abs=0.1)


async def test_a_group_gets_twenty_a_minute(timer):
    moments = await moments_of(Pace(timer=timer), timer, [-7] * 45)
    assert most_within(moments, 60.0) == 20


async def test_all_chats_together_get_thirty_a_second(timer):
    moments = await moments_of(Pace(timer=timer), timer, range(1, 200))
    assert most_within(moments, 1.0) == 30
    assert moments[-1] - moments[0] < 7


async def test_reminders_leave_room_for_people_who_wait(timer):
    pace = Pace(timer=timer)
    moments = await moments_of(pace, timer, range(1, 100), live=lambda: False)
    assert most_within(moments, 1.0) == 20
    before = timer()
    await pace.turn(1000)
    assert timer() == before


async def test_a_held_chat_waits_and_no_other_does(timer):
    pace = Pace(timer=timer)
    pace.hold(7, 30)
    await pace.turn(8)
    assert timer() == 100.0
    await pace.turn(7)
    assert timer() >= 130.0


async def test_rate_zero_paces_nothing_but_what_telegram_holds(timer):
    pace = Pace(rate=0, timer=timer)
    await moments_of(pace, timer, [7] * 1000)
    assert timer() == 100.0
    pace.hold(7, 5)
    await pace.turn(7)
    assert timer() >= 105.0


async def test_a_reminder_turns_live_while_it_waits():
    pace = Pace(rate=4)
    await asyncio.gather(*(pace.turn(chat) for chat in range(1, 4)))
    live = [False]
    waiting = asyncio.create_task(pace.turn(99, lambda: live[0]))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    live[0] = True
    await asyncio.wait_for(waiting, 1.5)


def test_memory_does_not_grow_with_the_chats_that_were():
    now = [0.0]
    pace = Pace(timer=lambda: now[0])
    for chat in range(10_000):
        now[0] += 0.1
        assert pace._take(chat, live=True)
    assert len(pace._chats) <= 2001


def test_nor_with_the_chats_that_telegram_once_held_back():
    now = [0.0]
    pace = Pace(timer=lambda: now[0])
    for chat in range(5 * _KEPT_CHATS):
        pace.hold(chat, 1.0)
        now[0] += 0.1
    assert len(pace._held) <= _KEPT_CHATS


def test_a_window_frees_its_turns_one_by_one():
    window = Window(2, 10.0)
    assert window.ready_at(0.0) == 0.0
    window.take(0.0)
    assert window.ready_at(0.0, spare=1) == 10.0
    window.take(4.0)
    assert window.ready_at(5.0) == 10.0
    window.take(10.0)
    assert window.ready_at(10.0) == 14.0
    assert not window.idle(19.0)
    assert window.idle(20.0)
