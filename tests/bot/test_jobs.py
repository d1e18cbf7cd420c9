"""The clock rings again and again, whatever became of the last time."""

import asyncio

from bot import jobs
from bot.delivery.metrics import Metrics
from bot.jobs import Ticker


async def test_a_tick_comes_at_once_and_again_and_never_twice_at_once():
    now = most = count = 0

    async def tick():
        nonlocal now, most, count
        now += 1
        count += 1
        most = max(most, now)
        await asyncio.sleep(0.12)
        now -= 1

    ticker = Ticker(tick, every_secs=0.05)
    ticker.start()
    await asyncio.sleep(0.6)
    ticker.stop()
    assert count >= 3
    assert most == 1


async def test_a_tick_that_fails_is_followed_by_another():
    metrics, count = Metrics(), 0

    async def tick():
        nonlocal count
        count += 1
        if count == 1:
            raise RuntimeError

    ticker = Ticker(tick, every_secs=0.05, metrics=metrics)
    ticker.start()
    while metrics.ticks.count("ok") < 2:  # noqa: ASYNC110 - as long as it takes
        await asyncio.sleep(0.02)
    ticker.stop()
    assert metrics.ticks.count("failed") == 1
    assert metrics.ticks.count("ok") >= 2
    assert ticker.rang_at is not None
    ticker.stop()


async def test_a_tick_that_never_ends_is_told_and_one_that_fails_is_not(monkeypatch):
    now = 1000.0
    monkeypatch.setattr(jobs.time, "monotonic", lambda: now)

    async def hangs():
        await asyncio.Event().wait()

    async def fails():
        raise RuntimeError

    hanging, failing = Ticker(hangs), Ticker(fails)
    ringing = asyncio.create_task(hanging._ring())
    await asyncio.sleep(0)
    assert await hanging.trouble() is None
    now += jobs.STUCK_SECS + 1
    await failing._ring()
    assert await hanging.trouble() == "the clock stands still"
    assert await failing.trouble() is None
    assert hanging.quiet_secs is None
    ringing.cancel()
