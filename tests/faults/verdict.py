"""Was anything lost, doubled or left without its reply? The database and the chats against what people did."""

import re
from collections import Counter
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot import buttons
from bot.building import TRIES
from bot.clock import Clock
from bot.playground.html import parse_html
from bot.playground.people import Chat
from bot.playground.world import World
from bot.views import present
from lessons.enrollment import Learner, Preferences
from lessons.session import Phase, Session
from storage.database import Database
from storage.store import Store
from storage.tables import seen_updates, sessions, uploads
from storage.views import OwedView
from tests.faults.ledger import Act, Ledger
from tests.faults.replay import Replay

COMPARED = ("phase", "position", "steps", "picked", "hints", "results", "rounds", "asked_at", "response_key")


@dataclass(slots=True)
class Verdict:
    """Counts; every list must be empty. `repeated` are replies that came twice, which a crash may cause."""

    people: int = 0
    acts: int = 0
    kills: int = 0
    deaths: int = 0
    duplicates: int = 0
    faults: int = 0
    answers: int = 0
    undone: int = 0
    uploads: int = 0
    given_up: int = 0
    """Documents whose build was cut off more often than it is begun again; their people were told."""
    repeated: int = 0
    expired: int = 0
    """Presses that Telegram gave up after 150 seconds; the bot never had them."""
    fates: Counter[str] = field(default_factory=Counter)
    unprocessed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)

    def faulty(self) -> dict[str, list[str]]:
        """What should be empty and is not."""
        lists = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in lists.items() if isinstance(value, list) and value}

    def text(self) -> str:
        """For people."""
        lines = [f"{each.name}: {_short(getattr(self, each.name))}" for each in fields(self)]
        return "\n".join(lines)


def _short(value: Any) -> str:
    if isinstance(value, list):
        return str(len(value)) + "".join(f"\n    {entry}" for entry in value[:8])
    return ", ".join(f"{name} {count}" for name, count in value.most_common()) if isinstance(value, Counter) else value


async def judge(world: World, ledger: Ledger, database: Database) -> Verdict:
    """Compare everybody. The bot has been stopped."""
    verdict = Verdict(people=len(world.people), acts=len(ledger.acts))
    async with database.read() as store:
        moments = {row.update_id: row.at for row in await store.updates._link.run(select(seen_updates))}
        gone = [act for act in ledger.acts if act.update_id not in moments]
        verdict.expired = sum(act.update_id in ledger.expired for act in gone)
        verdict.unprocessed = [str(act) for act in gone if act.update_id not in ledger.expired]
        for set_aside in await store.updates.aside():
            verdict.aside.append(f"{set_aside.error} {set_aside.body[:300]}")
        for chat in world.chats.values():
            learner = await store.learners.by_chat(chat.id)
            if learner is None:
                verdict.lost.append(f"learner {chat.id}")
                continue
            replay = await _replayed(store, learner, ledger.of(chat.id), moments, verdict)
            await _compare(store, learner, replay, verdict)
            await _uploads(store, learner, ledger.of(chat.id), verdict)
            await _shown(store, learner, chat, verdict)
            _pages(chat, ledger.of(chat.id), verdict)
        for owed in await store.views.chats_owed(100, Clock().now() + timedelta(days=3650)):
            verdict.unanswered.append(f"chat {owed} is still owed something")
    return verdict


async def _replayed(
    store: Store, learner: Learner, acts: list[Act], moments: dict[int, datetime], verdict: Verdict
) -> Replay:
    mine = await store.sessions._link.run(select(sessions.c.id).where(sessions.c.learner_id == learner.id))
    kept = [await store.sessions.get(number) for number in mine.scalars()]
    refs = {step.ref for session in kept for step in session.steps if step.kind == "question"}
    found = await store.packs.items(sorted(refs))
    replay = Replay({one.started_at: one for one in kept}, {ref: found[ref].item for ref in refs})
    for act in sorted((act for act in acts if act.update_id in moments), key=lambda act: moments[act.update_id]):
        replay.take(act, moments[act.update_id])
    verdict.fates += replay.fates
    verdict.lost += replay.lost
    verdict.doubled += [f"sitting {one.id}" for one in kept if one.id not in replay.sittings]
    for one in kept:
        if (expected := replay.sittings.get(one.id)) is not None:
            verdict.different += _differences(expected, one)
    return replay


def _differences(expected: Session, kept: Session) -> list[str]:
    return [
        f"sitting {kept.id} {name}: {getattr(kept, name)!r:.200} and not {getattr(expected, name)!r:.200}"
        for name in COMPARED
        if getattr(expected, name) != getattr(kept, name)
    ]


async def _compare(store: Store, learner: Learner, replay: Replay, verdict: Verdict) -> None:
    kept = await store.reviews.attempts(learner.id, undone=True)
    logged = Counter(
        (a.session_id, a.step, a.item_id, a.verdict.value, a.response_key, a.undone_at is not None) for a in kept
    )
    expected = Counter((a.session, a.step, a.item, a.verdict.value, a.key, a.undone) for a in replay.answers)
    verdict.lost += [f"answer {one}" for one in (expected - logged).elements()]
    verdict.doubled += [f"answer {one}" for one in (logged - expected).elements()]
    standing = Counter((a.session_id, a.step) for a in kept if a.undone_at is None)
    verdict.doubled += [f"step {step}" for step, times in standing.items() if times > 1]
    verdict.answers += len(kept)
    verdict.undone += sum(a.undone_at is not None for a in kept)
    for each in fields(Preferences):
        is_, should = getattr(learner.preferences, each.name), getattr(replay.preferences, each.name)
        if is_ != should:
            verdict.settings.append(f"{learner.chat_id} {each.name}: {is_} and not {should}")


async def _uploads(store: Store, learner: Learner, acts: list[Act], verdict: Verdict) -> None:
    found = (await store.uploads._link.run(select(uploads).where(uploads.c.learner_id == learner.id))).all()
    kept = Counter(f"m{row.message_id}" for row in found)
    sent = Counter(act.key for act in acts if act.document)
    verdict.lost += [f"document {key}" for key in sent - kept]
    verdict.doubled += [f"document {key}" for key in kept - sent]
    verdict.uploads += len(found)
    for row in found:
        if row.pack_id is None and row.tries > TRIES:
            verdict.given_up += 1
        elif row.pack_id is None:
            verdict.lost.append(f"pack of {row.name}: {row.state} {row.outcome}")


async def _shown(store: Store, learner: Learner, chat: Chat, verdict: Verdict) -> None:
    """Every sitting that is open, or was closed in the middle, and every upload is shown as the database has it."""
    mine = await store.sessions._link.run(select(sessions.c.id).where(sessions.c.learner_id == learner.id))
    for number in mine.scalars().all():
        sitting = await store.sessions.get(number)
        if sitting.phase is not Phase.CLOSED or sitting.step is not None:
            await _same(store, chat, "sitting", {"session": number}, verdict)
    theirs = await store.uploads._link.run(select(uploads.c.id).where(uploads.c.learner_id == learner.id))
    for number in theirs.scalars().all():
        await _same(store, chat, "upload", {"upload": number}, verdict)


async def _same(store: Store, chat: Chat, kind: str, args: dict[str, int], verdict: Verdict) -> None:
    wanted = await present(store, OwedView(0, chat.id, kind, args, "edit", 1), Clock().now())
    reply, shown = wanted.replies[-1], chat.messages.get(wanted.edit_message_id or 0)
    if shown is None:
        verdict.unanswered.append(f"chat {chat.id}: {kind} {args} was never shown")
        return
    rows = shown.get("reply_markup", {}).get("inline_keyboard", [])
    has = (_lasting(shown["text"]), [[button["callback_data"] for button in row] for row in rows])
    should = (_lasting(parse_html(reply.text)[0].strip()), [[button.data for button in row] for row in reply.rows])
    if has != should:
        verdict.unanswered.append(f"chat {chat.id}: {kind} {args} shows {_apart(repr(has), repr(should))}")


def _lasting(text: str) -> str:
    """Without the moment of the next review: a setting changed since may have moved it."""
    return re.sub(r"Your next review: .*", "", text)


def _apart(has: str, should: str) -> str:
    """From a little before the place where they part."""
    same = next((at for at, (one, other) in enumerate(zip(has, should, strict=False)) if one != other), 0)
    return f"…{has[max(0, same - 60) : same + 200]} and not …{should[max(0, same - 60) : same + 200]}"


def _pages(chat: Chat, acts: list[Act], verdict: Verdict) -> None:
    """Commands that are answered by a message of their own: none without, few with two."""
    said = [message["text"] for message in chat.messages.values() if message["from"]["is_bot"] and "text" in message]
    for command, sign in (("/help", _HELP),):
        asked, came = sum(act.text == command for act in acts), sum(sign in text for text in said)
        verdict.repeated += max(0, came - asked)
        if came < asked:
            verdict.unanswered.append(f"chat {chat.id}: {came} replies to {asked} {command}")
    copies = Counter(data for data in _live(chat))
    verdict.repeated += sum(times - 1 for times in copies.values())


_HELP = "/privacy"


def _live(chat: Chat) -> list[str]:
    """The questions that have buttons; one that has them twice was sent twice."""
    found = []
    for message in chat.messages.values():
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        datas = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
        payloads = [buttons.unpack(data) for data in datas]
        found += [f"{p.session}:{p.step}" for p in payloads if isinstance(p, buttons.GiveUp)]
    return found
