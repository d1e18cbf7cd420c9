"""What happens when a draft turns out to be something else? A new pack, or a correction of another; or a file."""

from dataclasses import replace
from datetime import datetime

from bot.actions import publishing, reviewing, rights, sitting, teaching
from content.exchange import FORMATS
from lessons import drafting
from lessons.drafting import Draft
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from storage.packs import DRAFT
from storage.store import Store


async def separate(
    store: Store, learner: Learner, pack_id: int, version: int, now: datetime, message_id: int | None
) -> None:
    """What came as a correction becomes a pack of its own; what learners have stays as it is. Raises NotAllowed."""
    found = await reviewing.own_draft(store, learner, pack_id, now)
    stored = await store.packs.get(pack_id)
    if stored.status == DRAFT or not found.pending or found.version != version:
        raise NotAllowed("button")
    pack = await store.packs.with_media(pack_id, found.draft.pack)
    pack = replace(pack, key=await teaching.free_key(store, learner.id, pack.key))
    draft = Draft(pack, flags=found.draft.flags)
    fresh = await teaching.add_draft(store, learner.id, draft, now, documents=found.documents, report=found.report)
    await publishing.take_back(store, learner, pack_id, version, now, None)
    await sitting.page(store, learner, "sheet", message_id, pack=fresh)


async def retarget(
    store: Store, learner: Learner, pack_id: int, target: int, now: datetime, message_id: int | None
) -> None:
    """The draft is a corrected version of that published pack of the learner's. Raises NotAllowed."""
    found = await reviewing.own_draft(store, learner, pack_id, now)
    source = await rights.require_own_pack(store, learner, pack_id, owner=True)
    wanted = await rights.require_own_pack(store, learner, target)
    if source.status != DRAFT or wanted.status not in publishing.STATUSES:
        raise NotAllowed("button")
    before = await reviewing.own_draft(store, learner, target, now)
    pack = await store.packs.with_media(pack_id, found.draft.pack)
    pack = replace(pack, key=wanted.pack.key)
    after = drafting.rebuilt(before.draft, pack, found.draft.flags)
    await store.packs.keep_media(target, pack)
    await store.drafts.put(
        target, wanted.owner_id or learner.id, after, now, documents=found.documents, report=found.report
    )
    await store.packs.delete_draft(pack_id)
    await sitting.page(store, learner, "diff", message_id, pack=target)


async def as_file(store: Store, learner: Learner, pack_id: int, form: str) -> None:
    """The pack in that format, as a file. Raises NotAllowed."""
    await rights.require_own_pack(store, learner, pack_id)
    if form not in FORMATS or not FORMATS[form].writes:
        raise NotAllowed("button")
    await sitting.page(store, learner, "pack_file", pack=pack_id, form=form)
