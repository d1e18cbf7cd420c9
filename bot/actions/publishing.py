"""What happens when a teacher publishes, corrects, or takes a correction back? Learners get exactly what was kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.actions import flagging, reviewing, rights, sitting
from lessons import drafting
from lessons.drafting import Draft
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from lessons.pack import Pack
from storage.drafts import StoredDraft
from storage.packs import DRAFT, PackChange, StoredPack
from storage.store import Store

Status = Literal["private", "public"]
STATUSES: tuple[Status, ...] = ("private", "public")


@dataclass(frozen=True, slots=True)
class Difference:
    """What learners would notice of a draft that takes a published pack's place, by item ids."""

    kept: Sequence[str]
    reworded: Sequence[str]
    corrected: Sequence[str]
    new: Sequence[str]
    retired: Sequence[str]

    @property
    def nothing(self) -> bool:
        """Whether every question stays as it is."""
        return not (self.reworded or self.corrected or self.new or self.retired)


async def publish(
    store: Store, learner: Learner, pack_id: int, status: str, now: datetime, message_id: int | None
) -> None:
    """What is not dropped goes to learners: "private" to one's classes, "public" to everybody. Raises NotAllowed."""
    wanted = next((one for one in STATUSES if one == status), None)
    if wanted is None:
        raise NotAllowed("button")
    await rights.require_teacher(store, learner)
    found = await reviewing.own_draft(store, learner, pack_id, now)
    stored = await store.packs.get(pack_id)
    if found.pending and not (await _ready(store, stored, found)).items:
        await sitting.say(store, learner, "nothing_to_publish")
        return
    if found.pending:
        await _install(store, stored, found, wanted, now)
    else:
        await store.packs.set_status(pack_id, wanted)
    await sitting.page(store, learner, "published", message_id, pack=pack_id)


async def difference(store: Store, stored: StoredPack, found: StoredDraft) -> Difference:
    """What the draft would change of the pack that learners have."""
    pack = drafting.final(found.draft)
    change = await store.packs.preview(pack, owner_id=stored.owner_id)
    touched = {*change.changed, *change.corrected, *change.added}
    return Difference(
        kept=[item.id for _, item in pack.items() if item.id not in touched],
        reworded=[name for name in change.changed if name not in change.corrected],
        corrected=change.corrected,
        new=change.added,
        retired=change.retired,
    )


async def apply(
    store: Store, learner: Learner, pack_id: int, version: int, now: datetime, message_id: int | None
) -> None:
    """The correction takes effect. One that was replaced meanwhile is shown anew instead. Raises NotAllowed."""
    found = await reviewing.own_draft(store, learner, pack_id, now)
    stored = await store.packs.get(pack_id)
    if stored.status == DRAFT:
        raise NotAllowed("button")
    if not found.pending or found.version != version:
        await sitting.page(store, learner, "diff", message_id, pack=pack_id)
        return
    if not (await _ready(store, stored, found)).items:
        await sitting.say(store, learner, "nothing_to_publish")
        return
    change = await _install(store, stored, found, stored.status, now)
    await sitting.page(
        store,
        learner,
        "applied",
        message_id,
        pack=pack_id,
        changed=len(change.changed),
        corrected=len(change.corrected),
        new=len(change.added),
        retired=len(change.retired),
    )


async def take_back(
    store: Store, learner: Learner, pack_id: int, version: int, now: datetime, message_id: int | None
) -> None:
    """The correction is dropped: what learners have stands. Raises NotAllowed."""
    found = await reviewing.own_draft(store, learner, pack_id, now)
    stored = await store.packs.get(pack_id)
    if stored.status == DRAFT:
        raise NotAllowed("button")
    if found.pending and found.version == version:
        await store.drafts.put(
            pack_id,
            found.learner_id,
            drafting.taken_back(found.draft, stored.pack),
            now,
            documents=found.documents,
            report=found.report,
            pending=False,
        )
    await sitting.page(store, learner, "sheet", message_id, pack=pack_id)


async def final_pack(store: Store, found: StoredDraft) -> Pack:
    """The draft as learners would get it, with its pictures."""
    return await store.packs.with_media(found.pack_id, drafting.final(found.draft))


@dataclass(frozen=True, slots=True)
class _Ready:
    pack: Pack
    items: int


async def _ready(store: Store, stored: StoredPack, found: StoredDraft) -> _Ready:
    pack = await final_pack(store, found)
    pack = replace(pack, key=stored.pack.key)
    return _Ready(pack, sum(1 for _ in pack.items()))


async def _install(store: Store, stored: StoredPack, found: StoredDraft, status: str, now: datetime) -> PackChange:
    ready = await _ready(store, stored, found)
    pack = ready.pack
    if stored.status != DRAFT and pack.version == stored.pack.version:
        pack = replace(pack, version=_next_version(stored.pack.version))
    change = await store.packs.install(pack, now=now, owner_id=stored.owner_id, status=status)
    await store.drafts.save(found, _settled(found.draft, pack), now, pending=False)
    await store.uploads.let_go_of_texts(stored.id)
    await _answer_reports(store, stored, change, now)
    return change


async def _answer_reports(store: Store, stored: StoredPack, change: PackChange, now: datetime) -> None:
    """Whoever had reported a question that is now mended, or gone, is told so; a mended one is asked again."""
    for decision, names in (("mend", change.changed), ("retire", change.retired)):
        for name in names:
            row = stored.items.get(name)
            if row is not None and await store.reports.open_of(row):
                await store.packs.set_resting(row, False)
                await flagging.settled(store, row, decision, now)


def _settled(draft: Draft, pack: Pack) -> Draft:
    """The draft after publishing; its pack carries the version that learners have."""
    done = drafting.published(draft)
    return replace(done, pack=replace(done.pack, version=pack.version, key=pack.key))


def _next_version(version: str) -> str:
    """1.0.3 after 1.0.2; a version that does not end in a number gets one."""
    found = re.fullmatch(r"(.*?)(\d+)", version)
    return f"{found[1]}{int(found[2]) + 1}" if found else f"{version}.1"
