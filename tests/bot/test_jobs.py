"""The clock rings again and again, whatever became of the last time."""

import asyncio

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
    await asyncio.sleep(0.3)
    ticker.stop()
    assert metrics.ticks.count("failed") == 1
    assert metrics.ticks.count("ok") >= 2
    assert ticker.rang_at is not None
    ticker.stop()
