"""How does a round move on, and what is its group owed then? By a press, by the clock, to its end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.retention import ROUNDS_KEPT
from lessons import round as rounds
from lessons.round import Round, RoundKind, Stage
from storage.store import Store
from storage.views import Place

BATCH = 100
"""How many rounds are moved on in one transaction."""


async def close(store: Store, round_id: int, position: int, now: datetime) -> None:
    """No more answers to that question; an old press changes nothing."""
    found = await store.rounds.get(round_id)
    if found.stage is Stage.ASKING and found.position == position:
        await _moved(store, found, rounds.close, now)


async def go_on(store: Store, round_id: int, position: int, now: datetime) -> None:
    """The next question, or the end; an old press changes nothing."""
    found = await store.rounds.get(round_id)
    if found.stage is Stage.SHOWN and found.position == position:
        await _moved(store, found, rounds.go_on, now)


async def stop(store: Store, round_id: int, now: datetime, *, quietly: bool = False) -> None:
    """The round ends with the points so far; `quietly`: nothing can be said in that group."""
    found = await store.rounds.get(round_id)
    if not found.is_open:
        return
    over = rounds.stop(found)
    await void_if_corrected(store, found)
    await store.rounds.save(over, found, now)
    if not quietly:
        await _owe_end(store, found, over)


async def sweep(store: Store, now: datetime, limit: int = BATCH) -> list[Round]:
    """Rounds whose moment has come go on by themselves; those that did, as they stand now."""
    due = [found for found in await store.rounds.claim_due(now, limit) if found.is_open]
    return [await _moved(store, found, rounds.move, now) for found in due if found.kind is RoundKind.ROUND]


async def prune(store: Store, now: datetime) -> None:
    """Who played and what was answered in groups is kept for a month."""
    await store.rounds.prune(now - ROUNDS_KEPT)
    await store.sitting_polls.prune(now - ROUNDS_KEPT)


async def show_again(store: Store, found: Round) -> None:
    """What stands is shown anew, at the bottom of the chat."""
    if found.stage is Stage.INVITED:
        await owe(store, found, place="new")
    else:
        await owe_question(store, found, found.position, place="new")


async def owe(store: Store, found: Round, *, place: Place = "edit") -> None:
    """The group is owed the invitation."""
    await store.views.owe(found.group_id, "round", {"round": found.id}, place=place, key=key(place, found.id))


async def owe_question(store: Store, found: Round, position: int, *, place: Place = "edit") -> None:
    """The group is owed that question as it now stands."""
    args = {"round": found.id, "position": position}
    await store.views.owe(found.group_id, "round_question", args, place=place, key=key(place, found.id, position))
    if found.polls:
        await store.views.owe(
            found.group_id, "round_key", args, place="edit", key=key("edit", found.id, position, "key")
        )


async def _moved(store: Store, found: Round, step: Callable[[Round, datetime], Round], now: datetime) -> Round:
    await void_if_corrected(store, found)
    after = step(await _still_asked(store, found), now)
    await store.rounds.save(after, found, now)
    if after.stage is Stage.OVER:
        await _owe_end(store, found, after)
        return after
    if found.stage is not Stage.INVITED:
        await owe_question(store, after, found.position)
    if after.position != found.position:
        await owe_question(store, after, after.position, place="new")
    return after


async def void_if_corrected(store: Store, found: Round) -> bool:
    """Whether the answer was corrected after the question was asked. A poll shows what it was made with, and the
    places of options may have changed: the question counts for nobody then.
    """
    if found.stage is not Stage.ASKING or found.item is None or found.asked_at is None:
        return False
    corrected = (await store.packs.item(found.item)).corrected_at
    if corrected is None or corrected <= found.asked_at:
        return False
    await store.rounds.void(found.id, found.position)
    return True


async def _still_asked(store: Store, found: Round) -> Round:
    """Without the questions to come that were retired since, or whose pack was removed."""
    allowed = set(await store.packs.askable(found.pack_id))
    come, rest = found.items[: found.position + 1], found.items[found.position + 1 :]
    return replace(found, items=come + tuple(item for item in rest if item in allowed))


async def _owe_end(store: Store, before: Round, over: Round) -> None:
    """The last question loses its buttons, and the result comes below; an invitation becomes it in place."""
    if before.stage is Stage.INVITED:
        await owe(store, over)
        return
    await owe_question(store, over, over.position)
    await store.views.owe(
        over.group_id, "round_result", {"round": over.id}, place="new", key=key("new", over.id, "over")
    )


def key(place: Place, *of: object) -> str:
    """A new message and what becomes of it are owed apart: a press while it is being sent must not send another."""
    return ":".join(["round", *map(str, of), *(["new"] if place == "new" else [])])
