"""What happens when learners say that a question is wrong? It rests if several do, and its teacher decides."""

from dataclasses import replace
from datetime import datetime

from bot.actions import reviewing, rights, sitting
from lessons import drafting
from lessons.drafting import Draft
from lessons.enrollment import Learner
from lessons.errors import LearnerNotFound, NotAllowed
from storage.drafts import StoredDraft
from storage.packs import StoredItem, StoredPack
from storage.store import Store

REST_AT = 3
"""A question that so many different learners reported is asked of nobody until its teacher has looked."""
AT_ONCE = 5
"""So many reported questions are shown at a time."""
DECISIONS = ("keep", "mend", "retire")


async def reported(store: Store, learner: Learner, item_id: int, reason: str, now: datetime) -> bool:
    """Notes a learner's word; False if it is noted already. Its teachers are told of the first, and when it rests."""
    if not await store.reports.add(learner.id, item_id, reason, now):
        return False
    count = len(await store.reports.open_of(item_id))
    item = await store.packs.item(item_id)
    rests = count >= REST_AT and not item.resting
    if rests:
        await store.packs.set_resting(item_id, True)
    if count == 1 or rests:
        for teacher in await _teachers(store, item):
            await store.views.owe(teacher.chat_id, "flag", {"item": item_id}, place="new", key=f"flag:{item_id}")
    return True


async def show_waiting(store: Store, learner: Learner, pack_id: int) -> None:
    """The first questions of the pack that wait for a decision, each in its message. Raises NotAllowed."""
    await rights.require_own_pack(store, learner, pack_id)
    waiting = dict.fromkeys(one.item_id for one in await store.reports.of_pack(pack_id, waiting=True))
    for item_id in list(waiting)[:AT_ONCE]:
        await store.views.owe(learner.chat_id, "flag", {"item": item_id}, place="new", key=f"flag:{item_id}")


async def _teachers(store: Store, item: StoredItem) -> list[Learner]:
    """Who looks after the question: its pack's owner and authors; of a pack of the installation the owners of that."""
    owner = (await store.packs.get(item.pack_id)).owner_id
    ids = (
        [owner]
        if owner is not None
        else [one.learner_id for one in await store.roles.teachers() if one.role == "owner"]
    )
    found = []
    for number in ids:
        try:
            found.append(await store.learners.get(number))
        except LearnerNotFound:
            continue
    return found


async def decide(
    store: Store, learner: Learner, item_id: int, decision: str, now: datetime, message_id: int | None
) -> None:
    """Keep, mend or retire a reported question. Raises NotAllowed for anybody who does not look after it."""
    item = await store.packs.item(item_id)
    if decision not in DECISIONS or all(one.id != learner.id for one in await _teachers(store, item)):
        raise NotAllowed("pack")
    stored = await store.packs.get(item.pack_id)
    if decision == "mend":
        await _mend(store, learner, stored, item, now)
        return
    if decision == "keep":
        await store.packs.set_resting(item_id, False)
    elif stored.owner_id is None:  # a pack of the installation is installed anew at every start: its question rests
        await store.packs.set_resting(item_id, True)
    else:
        await _retire(store, learner, stored, item, now)
    await settled(store, item_id, decision, now)
    await sitting.page(store, learner, "flag_decided", message_id, item=item_id, decision=decision)


async def settled(store: Store, item_id: int, decision: str, now: datetime) -> None:
    """The reports on the question are answered, and everybody who had reported it is told."""
    for reporter in await store.reports.decide(item_id, decision, now):
        try:
            found = await store.learners.get(reporter)
        except LearnerNotFound:
            continue
        args = {"item": item_id, "decision": decision}
        await store.views.owe(found.chat_id, "decided", args, place="new", key=f"decided:{item_id}")


async def _mend(store: Store, learner: Learner, stored: StoredPack, item: StoredItem, now: datetime) -> None:
    """The question under review; it is mended for learners once its teacher applies the change."""
    if stored.owner_id is None:
        raise NotAllowed("pack")
    found = await reviewing.own_draft(store, learner, stored.id, now)
    if found.draft.item(item.item.id) is None:
        raise NotAllowed("pack")
    await store.drafts.save(found, replace(found.draft, at=item.item.id, show="all"), now)
    await reviewing.card(store, learner, stored.id, None)


async def _retire(store: Store, learner: Learner, stored: StoredPack, item: StoredItem, now: datetime) -> None:
    """The question goes, and nothing else: what else waits in the draft goes on waiting."""
    found: StoredDraft = await reviewing.own_draft(store, learner, stored.id, now)
    left = drafting.final(Draft(stored.pack, {item.item.id: "dropped"}))
    left = await store.packs.with_media(stored.id, left)
    await store.packs.install(left, now=now, owner_id=stored.owner_id, status=stored.status)
    decisions = {**found.draft.decisions, item.item.id: "dropped"}
    await store.drafts.save(found, replace(found.draft, decisions=decisions), now)
