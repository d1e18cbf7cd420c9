"""What happens when a group wants a question a day? Set by an administrator or a teacher, sent by the sweep, once."""

import secrets
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot import zones
from bot.actions import preferring, round_moves, round_questions
from bot.actions.rounds import Guest
from lessons.days import at_local, local
from lessons.round import Round, RoundKind, Stage, spread
from storage.dailies import Daily
from storage.store import Store

BATCH = 100
"""How many questions are sent in one transaction."""
Told = tuple[str, dict[str, str]]
"""The code of what is said to the group, and its data."""


async def change(store: Store, guest: Guest, group_id: int, thread_id: int | None, words: str, now: datetime) -> Told:
    """What "/daily WORDS" asks for: a time and perhaps a zone or a city, or "off"."""
    if words.strip().lower() == "off":
        return await _off(store, group_id, now)
    said, _, place = words.strip().partition(" ")
    at = preferring.read_time(said)
    if at is None:
        return await _how(store, group_id)
    zone = await _zone(store, guest, group_id, place.strip())
    if zone is None:
        return "daily_zone", {"time": f"{at:%H:%M}", "said": place.strip()[:60]}
    pack_id = await round_questions.pack_at_hand(store, guest.chat_id)
    if pack_id is None:
        return "no_packs", {}
    await _off(store, group_id, now)
    learner = await store.learners.by_chat(guest.chat_id) if guest.chat_id else None
    fresh = Round(
        id=0,
        group_id=group_id,
        thread_id=thread_id,
        kind=RoundKind.DAILY,
        pack_id=pack_id,
        stage=Stage.ASKING,
        language=learner.preferences.language if learner else guest.language,
        salt=secrets.token_hex(8),
        size=1,
    )
    made = await store.rounds.create(fresh, now)
    await store.dailies.put(Daily(group_id, made.id, at, zone, next_at(at, zone, now)))
    title = (await store.packs.get(pack_id)).pack.title
    return "daily_on", {"time": f"{at:%H:%M}", "zone": zone, "title": title[:80]}


def next_at(at: time, zone: str, now: datetime) -> datetime:
    """The next moment at which that zone's clocks show the time."""
    today = local(now, zone).date()
    moment = at_local(today, at, zone)
    return moment if moment > now else at_local(today + timedelta(days=1), at, zone)


async def sweep(store: Store, now: datetime, limit: int = BATCH) -> int:
    """Claims the groups whose moment has come and owes each its question; how many were claimed.

    Claim, question and next moment are one transaction: after a crash all of it is done, or nothing.
    """
    claimed = await store.dailies.claim(now, limit)
    for one in claimed:
        await store.dailies.plan(one.group_id, next_at(one.at, one.zone, now))
        await _ask(store, await store.rounds.get(one.round_id), now)
    return len(claimed)


async def _ask(store: Store, found: Round, now: datetime) -> None:
    """One more question; the one before it shows its key."""
    item = await _next_item(store, found)
    if item is None:
        await store.dailies.off(found.group_id)
        return
    await round_moves.void_if_corrected(store, found)
    after = replace(found, items=(*found.items, item), position=len(found.items), asked_at=now)
    await store.rounds.save(after, found, now)
    if found.items:
        await round_moves.owe_question(store, after, found.position)
    await round_moves.owe_question(store, after, after.position, place="new")


async def _next_item(store: Store, found: Round) -> int | None:
    """Every question of the pack once, mixed, before any comes again."""
    fit = [one for one, item in await round_questions.askable(store, found.pack_id) if round_questions.tappable(item)]
    if not fit:
        return None
    times, place = divmod(len(found.items), len(fit))
    return spread(fit, {}, len(fit), seed=found.id * 1009 + times)[place]


async def _off(store: Store, group_id: int, now: datetime) -> Told:
    known = await store.dailies.get(group_id)
    if known is None:
        return "no_daily", {}
    await store.dailies.off(group_id)
    found = await store.rounds.get(known.round_id)
    over = replace(found, stage=Stage.OVER, due_at=None)
    await round_moves.void_if_corrected(store, found)
    await store.rounds.save(over, found, now)
    if found.items:
        await round_moves.owe_question(store, over, over.position)
    return "daily_off", {}


async def _how(store: Store, group_id: int) -> Told:
    """How to ask for it, and how it is set."""
    known = await store.dailies.get(group_id)
    if known is None:
        return "daily_how", {}
    return "daily_is", {"time": f"{known.at:%H:%M}", "zone": known.zone}


async def _zone(store: Store, guest: Guest, group_id: int, said: str) -> str | None:
    """The zone named, by its own name or by a city; else the one the group has, or whoever asks."""
    if said:
        if zones.known(said):
            return said
        places = zones.by_city(said)
        return places[0].zone if places else None
    known = await store.dailies.get(group_id)
    if known is not None:
        return known.zone
    learner = await store.learners.by_chat(guest.chat_id) if guest.chat_id else None
    return learner.preferences.zone if learner else None
