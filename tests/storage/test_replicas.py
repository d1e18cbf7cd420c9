"""Several replicas on one database: one rings the clock, one migrates, one sends what a chat is owed."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.actions import shelving
from bot.clock import MovableClock
from bot.delivery.owed import CLAIM_SECS
from bot.delivery.pace import Pace
from bot.lease import LEASE_SECS, TRY_SECS, Leased
from bot.render.reply import Reply
from bot.send import Presented, Sender
from bot.texts import Html
from content import packs
from storage.database import Database
from storage.uploads import lease_of
from storage.views import OwedView
from tests.storage.makers import NOW, enrolled

SECOND = timedelta(seconds=1)


class Ringing:
    """Replicas that try as `lectern run` does; who rang, in order."""

    def __init__(self, database: Database, names: str) -> None:
        self.clock = MovableClock(NOW)
        self.rang: list[str] = []
        self.replicas = {name: Leased(database, self.clock, self._bell(name)) for name in names}

    def _bell(self, name: str) -> Callable[[], Awaitable[None]]:
        async def ring() -> None:
            self.rang.append(name)

        return ring

    async def all_try(self) -> None:
        await asyncio.gather(*(each() for each in self.replicas.values()))


async def test_one_replica_rings_and_another_takes_over_within_half_a_minute(database: Database) -> None:
    ringing = Ringing(database, "abc")
    for _ in range(20):
        await ringing.all_try()
        ringing.clock.move(TRY_SECS * SECOND)
    [first] = set(ringing.rang)
    assert len(ringing.rang) == 20, "nobody but the holder, at every try"
    del ringing.replicas[first]
    waited = timedelta()
    while ringing.rang[-1] == first:
        await ringing.all_try()
        ringing.clock.move(TRY_SECS * SECOND)
        waited += TRY_SECS * SECOND
    assert waited <= 30 * SECOND
    assert LEASE_SECS + TRY_SECS <= 30


async def test_replicas_that_start_together_install_the_bundled_packs_once(database: Database) -> None:
    await asyncio.gather(*(shelving.install_bundled(database, NOW) for _ in range(3)))
    async with database.read() as store:
        assert sorted(card.key for card in await store.packs.list()) == sorted(packs.bundled())


async def test_a_graceful_stop_hands_the_bell_on_at_once(database: Database) -> None:
    ringing = Ringing(database, "ab")
    assert await ringing.replicas["a"]()
    assert not await ringing.replicas["b"]()
    await ringing.replicas["b"].let_go()
    assert not await ringing.replicas["b"]()
    assert [each.mine for each in ringing.replicas.values()] == [True, False]
    await ringing.replicas["a"].let_go()
    assert not ringing.replicas["a"].mine
    assert await ringing.replicas["b"]()


class Telegram:
    """Takes messages, slowly; may be told to take none any more."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.dead = False

    async def do_api_request(self, endpoint: str, api_kwargs: dict[str, object], **_: object) -> dict[str, object]:
        await asyncio.sleep(0.05)
        if self.dead:
            await asyncio.sleep(3600)
        self.sent.append(str(api_kwargs["text"]))
        return {"message_id": len(self.sent)}


ON_A_SERVER = pytest.mark.parametrize("url", ["postgresql"], indirect=True)
"""An SQLite file belongs to one process."""


def senders(database: Database, count: int) -> tuple[list[Sender], list[Telegram], MovableClock]:
    clock, towers = MovableClock(NOW), [Telegram() for _ in range(count)]

    async def present(_store: object, view: OwedView, _now: object) -> Presented:
        return Presented((Reply(Html(f"{view.args['n']} v{view.version}")),))

    made = [Sender(tower, database, clock, present, Pace(rate=0)) for tower in towers]  # type: ignore[arg-type]
    return made, towers, clock


async def owe(database: Database, *numbers: int, key: str = "") -> None:
    async with database.begin() as store:
        for number in numbers:
            await store.views.owe(5, "x", {"n": number}, place="new", key=key)


@ON_A_SERVER
async def test_three_senders_send_each_view_once_and_in_order(database: Database) -> None:
    sending, towers, _ = senders(database, 3)
    await owe(database, *range(8))
    for _ in range(3):
        for each in sending:
            each.nudge(5)
        await asyncio.sleep(0.03)
    await asyncio.gather(*(each.idle() for each in sending))
    assert sorted(words for tower in towers for words in tower.sent) == [f"{n} v1" for n in range(8)]
    async with database.read() as store:
        assert await store.views.count() == 0


@ON_A_SERVER
async def test_what_is_owed_while_another_sends_is_not_left_behind(database: Database) -> None:
    sending, towers, _ = senders(database, 2)
    await owe(database, 1, key="k")
    sending[0].nudge(5)
    await asyncio.sleep(0.03)
    await owe(database, 2, key="k")  # anew
    await owe(database, 3)
    sending[1].nudge(5)
    await asyncio.gather(*(each.idle() for each in sending))
    said = [words for tower in towers for words in tower.sent]
    assert said[-2:] == ["2 v2", "3 v1"]
    assert len(said) == len(set(said))


@ON_A_SERVER
async def test_a_view_claimed_by_a_dead_replica_is_sent_by_another(database: Database) -> None:
    sending, towers, clock = senders(database, 2)
    towers[0].dead = True
    await owe(database, 1, 2)
    sending[0].nudge(5)
    await asyncio.sleep(0.1)
    assert await sending[1].sweep() == 1  # the second note is nobody's, but its turn has not come
    await sending[1].idle()
    assert towers[1].sent == []
    await sending[0].close(0)
    clock.move(timedelta(seconds=CLAIM_SECS + 1))
    await sending[1].sweep()
    await sending[1].idle()
    assert towers[1].sent == ["1 v1", "2 v1"]


async def test_a_build_is_left_to_who_has_it_and_taken_up_after_their_death(database: Database) -> None:
    async with database.begin() as store:
        learner, _ = await enrolled(store)
        upload = await store.uploads.add(learner, file_id="f", name="n.txt", message_id=1, now=NOW)
        assert (await store.uploads.take()) is not None
        await store.meta.hold(lease_of(upload.id), "a", NOW, NOW + SECOND)
        await store.uploads.wait_again(unless_leased=NOW)
        assert await store.uploads.take() is None
        await store.uploads.wait_again(unless_leased=NOW + 2 * SECOND)
        assert (await store.uploads.take()) is not None
        await store.uploads.wait_again()
        assert (await store.uploads.take()) is not None
