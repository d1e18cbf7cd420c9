"""What do people do in a round? They call it, join, set it up, begin and answer; each act one transaction."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions import round_moves, round_questions
from bot.actions.round_names import name_for
from lessons import round as rounds
from lessons import round_scores
from lessons.errors import PackNotFound
from lessons.response import Tap
from lessons.round import Given, Player, Round, RoundKind, Stage
from storage.store import Store


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
    """What became of a press on an option: `taken` is whether it counts now, `option` what counts; `void`: nothing
    does, for the answer was corrected meanwhile.
    """

    taken: bool
    option: str | None
    given: Given | None = None
    void: bool = False


async def call(
    store: Store, guest: Guest, group_id: int, thread_id: int | None, size: int, now: datetime
) -> Round | None:
    """Invites to a round on the pack at hand; one that goes on here already is shown again. None: there is no pack."""
    going = await store.rounds.open_in(group_id, thread_id)
    if going is not None:
        await round_moves.show_again(store, going)
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
    await round_moves.owe(store, made, place="new")
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
    await store.rounds.save(changed, found, now)
    await round_moves.owe(store, changed)


async def show_packs(store: Store, round_id: int, guest: Guest | None) -> None:
    """The packs that this person may bring; None: back to the invitation."""
    found = await store.rounds.get(round_id)
    if found.stage is Stage.INVITED:
        args = {"round": found.id} | ({"packs": guest.chat_id} if guest and guest.chat_id else {})
        await store.views.owe(found.group_id, "round", args, place="edit", key=round_moves.key("edit", found.id))


async def choose_pack(store: Store, round_id: int, pack_id: int, guest: Guest, now: datetime) -> None:
    """Another pack, of those that this person may bring into a group. Raises PackNotFound."""
    found = await store.rounds.get(round_id)
    if found.stage is not Stage.INVITED:
        return
    if pack_id not in {card.id for card in await round_questions.packs_for(store, guest.chat_id)}:
        raise PackNotFound(pack_id)
    changed = replace(found, pack_id=pack_id)
    await store.rounds.save(changed, found, now)
    await round_moves.owe(store, changed)


async def begin(store: Store, round_id: int, now: datetime) -> bool:
    """The first question; False where the pack holds nothing that can be asked here."""
    found = await store.rounds.get(round_id)
    if found.stage is not Stage.INVITED:
        return True
    items = await round_questions.drawn(store, found, await _starter(store, found), now)
    if not items:
        return False
    begun = rounds.begin(found, items, now)
    await store.rounds.save(begun, found, now)
    await round_moves.owe(store, replace(found, stage=Stage.ASKING))
    await round_moves.owe_question(store, begun, 0, place="new")
    return True


async def answer(store: Store, round_id: int, position: int, option: int, guest: Guest, now: datetime) -> Answered:
    """The first answer of a person to a question counts; who had not joined has by that. When all have answered, the
    key is shown.
    """
    found = await store.rounds.get(round_id)
    if guest.chat_id is None or found.stage is not Stage.ASKING or found.position != position or found.item is None:
        return Answered(False, None)
    if await round_moves.void_if_corrected(store, found):
        return Answered(False, None, void=True)
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
        await round_moves.close(store, round_id, position, now)
    return Answered(True, options[option], given)


async def given_by(store: Store, round_id: int, position: int, chat_id: int) -> Given | None:
    """What this person answered to that question."""
    answers = await store.rounds.answers(round_id, position)
    return next((one for one in answers if one.chat_id == chat_id), None)


async def _team(store: Store, found: Round, me: Player | None) -> int | None:
    """The team that this person has, or gets."""
    if not found.teams:
        return None
    if me is not None and me.joined and me.team is not None:
        return me.team
    return round_scores.team_for(await store.rounds.players(found.id))


async def _teams_anew(store: Store, found: Round, now: datetime) -> None:
    """Those who have joined already go to one team and the other in turn, or to none."""
    joined = [player for player in await store.rounds.players(found.id) if player.joined]
    for number, player in enumerate(joined):
        await store.rounds.add_player(found.id, replace(player, team=number % 2 if found.teams else None), now)


async def _all_in(store: Store, found: Round) -> bool:
    answers = await store.rounds.answers(found.id, found.position)
    return round_scores.all_answered(found, await store.rounds.players(found.id), answers)


async def _player(store: Store, found: Round, chat_id: int) -> Player | None:
    return next((one for one in await store.rounds.players(found.id) if one.chat_id == chat_id), None)


async def _starter(store: Store, found: Round) -> int | None:
    return next((one.chat_id for one in await store.rounds.players(found.id) if one.starter), None)
