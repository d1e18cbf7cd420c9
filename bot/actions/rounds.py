"""What happens in a round? It is called, joined, begun, answered, moved on and ended; each act one transaction."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions import round_questions
from bot.actions.round_names import name_for
from bot.retention import ROUNDS_KEPT
from lessons import round as rounds
from lessons.errors import PackNotFound
from lessons.response import Tap
from lessons.round import Given, Player, Round, RoundKind, Stage
from storage.store import Store
from storage.views import Place

BATCH = 100
"""How many rounds are moved on in one transaction."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Who acts in a group: the number of their private chat (None for an anonymous administrator), the first name, the
    language that their app reports.
    """

    chat_id: int | None
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a press on an option: `taken` is whether it counts now, `option` what counts."""

    taken: bool
    option: str | None
    given: Given | None = None


async def call(
    store: Store, guest: Guest, group_id: int, thread_id: int | None, size: int, now: datetime
) -> Round | None:
    """Invites to a round on the pack at hand; one that goes on here already is shown again. None: there is no pack."""
    going = await store.rounds.open_in(group_id, thread_id)
    if going is not None:
        await show_again(store, going)
        return going
    pack_id = await round_questions.pack_at_hand(store, guest.chat_id)
    if pack_id is None:
        return None
    learner = await store.learners.by_chat(guest.chat_id) if guest.chat_id else None
    fresh = Round(
        id=0,
        group_id=group_id,
        thread_id=thread_id,
        kind=RoundKind.ROUND,
        pack_id=pack_id,
        stage=Stage.INVITED,
        language=learner.preferences.language if learner else guest.language,
        salt=secrets.token_hex(8),
        size=max(1, min(size, rounds.MOST_QUESTIONS)),
        due_at=now + rounds.IDLE,
    )
    made = await store.rounds.create(fresh, now)
    if guest.chat_id is not None:
        name = await name_for(store, made, guest.chat_id)
        await store.rounds.add_player(made.id, Player(guest.chat_id, name, joined=False, starter=True), now)
    await owe(store, made, place="new")
    return made


async def join(store: Store, round_id: int, guest: Guest, now: datetime, *, named: bool) -> Player | None:
    """Who they are in the round; None where it is over, or they are nobody in particular."""
    found = await store.rounds.get(round_id)
    if not found.is_open or guest.chat_id is None:
        return None
    me = await _player(store, found, guest.chat_id)
    name = await name_for(store, found, guest.chat_id, guest.name if named else None)
    starter = me is not None and me.starter
    mine = Player(guest.chat_id, name, joined=True, starter=starter, team=await _team(store, found, me))
    await store.rounds.add_player(round_id, mine, now)
    return mine


async def _team(store: Store, found: Round, me: Player | None) -> int | None:
    """The team that this person has, or gets."""
    if not found.teams:
        return None
    if me is not None and me.joined and me.team is not None:
        return me.team
    return rounds.team_for(await store.rounds.players(found.id))


async def starts(store: Store, round_id: int, chat_id: int) -> bool:
    """Whether this person started the round."""
    return any(player.chat_id == chat_id and player.starter for player in await store.rounds.players(round_id))


async def set_up(store: Store, round_id: int, what: str, value: int, now: datetime) -> None:
    """By polls or by buttons, with a limit or without; only while it has not begun."""
    found = await store.rounds.get(round_id)
    if found.stage is not Stage.INVITED:
        return
    changed = found
    if what == "teams" and value in (0, 1):
        changed = replace(found, teams=bool(value))
        await _teams_anew(store, changed, now)
    elif what == "polls" and value in (0, 1):
        changed = replace(found, polls=bool(value))
    elif what == "limit" and value in rounds.LIMITS:
        changed = replace(found, limit_secs=value)
    await _save(store, found, changed, now)
    await owe(store, changed)


async def show_packs(store: Store, round_id: int, guest: Guest | None) -> None:
    """The packs that this person may bring; None: back to the invitation."""
    found = await store.rounds.get(round_id)
    if found.stage is Stage.INVITED:
        args = {"round": found.id} | ({"packs": guest.chat_id} if guest and guest.chat_id else {})
        await store.views.owe(found.group_id, "round", args, place="edit", key=_key("edit", found.id))


async def _teams_anew(store: Store, found: Round, now: datetime) -> None:
    """Those who have joined already go to one team and the other in turn, or to none."""
    joined = [player for player in await store.rounds.players(found.id) if player.joined]
    for number, player in enumerate(joined):
        await store.rounds.add_player(found.id, replace(player, team=number % 2 if found.teams else None), now)


async def choose_pack(store: Store, round_id: int, pack_id: int, guest: Guest, now: datetime) -> None:
    """Another pack, of those that this person may bring into a group. Raises PackNotFound."""
    found = await store.rounds.get(round_id)
    if found.stage is not Stage.INVITED:
        return
    if pack_id not in {card.id for card in await round_questions.packs_for(store, guest.chat_id)}:
        raise PackNotFound(pack_id)
    changed = replace(found, pack_id=pack_id)
    await _save(store, found, changed, now)
    await owe(store, changed)


async def begin(store: Store, round_id: int, now: datetime) -> bool:
    """The first question; False where the pack holds nothing that can be asked here."""
    found = await store.rounds.get(round_id)
    if found.stage is not Stage.INVITED:
        return True
    items = await round_questions.drawn(store, found, await _starter(store, found), now)
    if not items:
        return False
    begun = rounds.begin(found, items, now)
    await _save(store, found, begun, now)
    await owe(store, replace(found, stage=Stage.ASKING))
    await owe_question(store, begun, 0, place="new")
    return True


async def answer(store: Store, round_id: int, position: int, option: int, guest: Guest, now: datetime) -> Answered:
    """The first answer of a person to a question counts; who had not joined has by that. When all have answered, the
    key is shown.
    """
    found = await store.rounds.get(round_id)
    if guest.chat_id is None or found.stage is not Stage.ASKING or found.position != position or found.item is None:
        return Answered(False, None)
    item = (await store.packs.item(found.item)).item
    options = item.options(round_questions.seed_of(found, position))
    if not 0 <= option < len(options):
        return Answered(False, None)
    me = await _player(store, found, guest.chat_id)
    if me is None or not me.joined:
        await join(store, round_id, guest, now, named=False)
    right = item.grade(Tap((option,)), round_questions.seed_of(found, position)).fraction >= 1
    given = Given(position, guest.chat_id, option, right)
    if not await store.rounds.add_answer(round_id, given, now):
        stands = await given_by(store, round_id, position, guest.chat_id)
        return Answered(False, options[stands.option] if stands else None, stands)
    if found.kind is RoundKind.ROUND and await _all_in(store, found):
        await close(store, round_id, position, now)
    return Answered(True, options[option], given)


async def given_by(store: Store, round_id: int, position: int, chat_id: int) -> Given | None:
    """What this person answered to that question."""
    answers = await store.rounds.answers(round_id, position)
    return next((one for one in answers if one.chat_id == chat_id), None)


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
    await _save(store, found, over, now)
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
    await store.views.owe(found.group_id, "round", {"round": found.id}, place=place, key=_key(place, found.id))


async def owe_question(store: Store, found: Round, position: int, *, place: Place = "edit") -> None:
    """The group is owed that question as it now stands."""
    args = {"round": found.id, "position": position}
    await store.views.owe(found.group_id, "round_question", args, place=place, key=_key(place, found.id, position))
    if found.polls:
        await store.views.owe(
            found.group_id, "round_key", args, place="edit", key=_key("edit", found.id, position, "key")
        )


def _key(place: Place, *of: object) -> str:
    """A new message and what becomes of it are owed apart: a press while it is being sent must not send another."""
    return ":".join(["round", *map(str, of), *(["new"] if place == "new" else [])])


async def _moved(store: Store, found: Round, step: Callable[[Round, datetime], Round], now: datetime) -> Round:
    after = step(found, now)
    await _save(store, found, after, now)
    if after.stage is Stage.OVER:
        await _owe_end(store, found, after)
        return after
    if found.stage is not Stage.INVITED:
        await owe_question(store, after, found.position)
    if after.position != found.position:
        await owe_question(store, after, after.position, place="new")
    return after


async def _owe_end(store: Store, before: Round, over: Round) -> None:
    """The last question loses its buttons, and the result comes below; an invitation becomes it in place."""
    if before.stage is Stage.INVITED:
        await owe(store, over)
        return
    await owe_question(store, over, over.position)
    await store.views.owe(
        over.group_id, "round_result", {"round": over.id}, place="new", key=_key("new", over.id, "over")
    )


async def _save(store: Store, before: Round, after: Round, now: datetime) -> None:
    await store.rounds.save(after, before, now)


async def _all_in(store: Store, found: Round) -> bool:
    answers = await store.rounds.answers(found.id, found.position)
    return rounds.all_answered(found, await store.rounds.players(found.id), answers)


async def _player(store: Store, found: Round, chat_id: int) -> Player | None:
    return next((one for one in await store.rounds.players(found.id) if one.chat_id == chat_id), None)


async def _starter(store: Store, found: Round) -> int | None:
    return next((one.chat_id for one in await store.rounds.players(found.id) if one.starter), None)
