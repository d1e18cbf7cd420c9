"""What happens when somebody wants a certificate, or shows one? Earned, named, kept, confirmed."""

import secrets
from dataclasses import replace
from datetime import datetime

from bot.actions import browsing, links, sitting
from bot.actions.expecting import expect, expected
from bot.actions.knowing import Knowing, knowing
from lessons.certificate import clean_name, code_of, is_earned, read_code
from lessons.days import study_day
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from lessons.session import Phase
from lessons.strength import Strength
from storage.certificates import Certificate
from storage.store import Store

SECRET = "certificates"  # noqa: S105 - its name, not itself
"""Under this name `store.meta` keeps what makes the codes impossible to guess."""


async def has_earned(store: Store, learner: Learner, seen: Knowing, now: datetime) -> bool:
    """Whether the learner may have a certificate of the pack now; one that was given may always be had again."""
    if await store.certificates.of(learner.id, seen.stored.id) is not None:
        return True
    kept = learner.preferences
    first = await store.progress.first_answer(learner.id, seen.stored.id)
    began = study_day(first, kept.zone, kept.rollover_hour) if first else None
    today = study_day(now, kept.zone, kept.rollover_hour)
    return is_earned(seen.count(Strength.STRONG), len(seen.asked), began, today)


async def ask_name(store: Store, learner: Learner, pack_id: int, now: datetime) -> None:
    """Asks under which name; or, where it is not earned yet, tells what is missing. Raises PackNotFound."""
    await browsing.card(store, learner, pack_id)
    seen = await knowing(store, learner, pack_id, now)
    earned = await has_earned(store, learner, seen, now)
    await expect(store, learner, f"certificate:{pack_id}" if earned else None)
    await sitting.page(store, learner, "certificate_name" if earned else "certificate_not_yet", pack=pack_id)


@expected("certificate")
async def _named(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    waiting = any(session.phase is Phase.ASKING for session in await store.sessions.open_of(learner.id))
    if clean_name(text) is None and waiting:
        return False  # a figure or a date: it answers the question that waits
    await certify(store, learner, int(args), text, now)
    return True


async def certify(store: Store, learner: Learner, pack_id: int, text: str, now: datetime) -> None:
    """Makes the certificate out to that name. Raises NotAllowed where it is not earned, PackNotFound."""
    card = await browsing.card(store, learner, pack_id)
    seen = await knowing(store, learner, pack_id, now)
    if not await has_earned(store, learner, seen, now):
        raise NotAllowed("certificate")
    name = clean_name(text)
    if name is None:
        await sitting.say(store, learner, "no_such_name")
        return
    await expect(store, learner, None)
    given = await _given(store, learner, seen, card.title, name, now)
    await sitting.page(store, learner, "certificate", code=given.code)


async def _given(store: Store, learner: Learner, seen: Knowing, title: str, name: str, now: datetime) -> Certificate:
    """The certificate, new or under another name. What was once earned keeps its day and its figures."""
    pack_id = seen.stored.id
    before = await store.certificates.of(learner.id, pack_id)
    if before is not None:
        return await store.certificates.give(replace(before, name=name))
    code = code_of(await _secret(store), learner.id, pack_id)
    strong, total = seen.count(Strength.STRONG), len(seen.asked)
    group = await _class_of(store, learner, pack_id)
    return await store.certificates.give(Certificate(code, learner.id, pack_id, name, title, strong, total, group, now))


async def _class_of(store: Store, learner: Learner, pack_id: int) -> str | None:
    """The class that gave the pack to the learner, if one did."""
    given = await store.assignments.of_learner(learner.id)
    return next((one.class_name for one in given if one.assignment.pack_id == pack_id), None)


async def _secret(store: Store) -> bytes:
    return bytes.fromhex(await store.meta.setdefault(SECRET, secrets.token_hex(32)))


async def confirm(store: Store, learner: Learner, text: str) -> None:
    """Tells whether a certificate with that code was given here, and what stands on it."""
    code = read_code(text)
    found = await store.certificates.by_code(code) if code else None
    if found is None:
        await sitting.say(store, learner, "no_such_certificate" if text.strip() else "which_certificate")
    else:
        await sitting.page(store, learner, "certificate_is_genuine", code=found.code)


@links.opens("verify")
async def _by_link(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    await confirm(store, learner, rest)
