"""What happens when a teacher sends a document? It is queued, built beside the chats, and becomes a draft."""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.actions import rights, sitting
from bot.actions.expecting import expect
from lessons import canonical, drafting
from lessons.drafting import Draft
from lessons.enrollment import Learner
from lessons.errors import NotAllowed, PackNotFound
from lessons.pack import Pack
from storage.packs import DRAFT, REMOVED, StoredPack
from storage.store import Store
from storage.uploads import Purpose, Upload
from storage.views import Place

LONGEST_BYTES = 20_000_000
"""Telegram lets a bot fetch no more."""
A_DAY = 60
"""So many documents one person may send in a day."""
ALIKE = 0.2
"""Share of its questions that a document has in common with an older one of the same name, to be a version of it."""

PASTED_FROM = 600
"""Characters from which words are taken for a text to learn from."""
CUT_FROM = 3500
"""A message of so many characters may have been cut by Telegram."""
PASTING = timedelta(minutes=2)
LONGEST_PASTED = 400_000
SENTENCE_END = re.compile(r"[.!?。][\"”’)\]]*(?:\s|$)")

STAGES = ("waiting", "read", "facts", "questions")


async def take_in(
    store: Store,
    learner: Learner,
    *,
    file_id: str,
    name: str,
    size: int,
    message_id: int,
    now: datetime,
    album: str | None = None,
) -> bool:
    """Queues a document; the same message again changes nothing. False if it is refused, which the chat is told.

    Documents of one album (sent in one go) make one pack: what follows the first of them is built with it.

    Raises NotAllowed for somebody who may not teach.
    """
    await rights.require_teacher(store, learner)
    if size > LONGEST_BYTES:
        await sitting.say(store, learner, "too_large", name=name[:60], limit=LONGEST_BYTES // 1_000_000)
        return False
    if await store.uploads.count(learner.id, now - timedelta(days=1)) >= A_DAY:
        await sitting.say(store, learner, "too_many_uploads", count=A_DAY)
        return False
    purpose, target = await _meant_for(store, learner, album)
    upload = await store.uploads.add(
        learner, file_id=file_id, name=name[:120], message_id=message_id, now=now, purpose=purpose, target_id=target
    )
    if upload.purpose == "album":  # the first one's message tells of all
        return True
    if album is not None:
        await store.learners.save(replace(learner, expecting=f"album:{album}:{upload.id}"))
    await owe(store, upload, "new" if upload.shown_id is None else "edit")
    return True


async def _meant_for(store: Store, learner: Learner, album: str | None) -> tuple[Purpose, int | None]:
    """What the document was asked for: "join:PACK" and "correct:PACK" are expected after the button of that name,
    "album:GROUP:UPLOAD" after the first document of an album."""
    code, _, args = (learner.expecting or "").partition(":")
    if code == "album" and album is not None and args.rpartition(":")[0] == album:
        return "album", int(args.rpartition(":")[2])
    if code not in ("join", "correct"):
        return "new", None
    await expect(store, learner, None)
    return ("join" if code == "join" else "correct"), int(args)


async def await_document(
    store: Store, learner: Learner, pack_id: int, purpose: Purpose, message_id: int | None
) -> None:
    """The next document is for that pack of the learner's: one more beside its own, or a corrected text of it."""
    await rights.require_own_pack(store, learner, pack_id)
    await expect(store, learner, f"{purpose}:{pack_id}")
    await sitting.page(store, learner, "await_document", message_id, pack=pack_id, purpose=purpose)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A message of words, with its number."""

    text: str
    message_id: int
    now: datetime


async def pasted(store: Store, learner: Learner, message: Pasted) -> bool:
    """Offers a teacher to build a pack from a long text; False for words that are none.

    Telegram cuts what is longer than 4096 characters into several messages: what follows such a one at once goes on
    with it.
    """
    if not await rights.may_teach(store, learner):
        return False
    before = await store.uploads.offered(learner.id, message.now - PASTING)
    if before is not None and before.pasted is not None and len(before.pasted) >= CUT_FROM:
        whole = f"{before.pasted}\n{message.text}"[:LONGEST_PASTED]
        await store.uploads.go_on(before.id, whole)
        await _owe_offer(store, learner, before.id, "edit")
        return True
    if len(message.text) < PASTED_FROM or len(SENTENCE_END.findall(message.text)) < 3:
        return False
    name = " ".join(message.text.split()[:8])[:60] + ".txt"
    upload = await store.uploads.add(
        learner, file_id="", name=name, message_id=message.message_id, now=message.now, pasted=message.text
    )
    await _owe_offer(store, learner, upload.id, "new")
    return True


async def _owe_offer(store: Store, learner: Learner, upload_id: int, place: Place) -> None:
    await store.views.owe(learner.chat_id, "offer", {"upload": upload_id}, place=place, key=f"offer:{upload_id}")


async def offered(store: Store, learner: Learner, upload_id: int, yes: bool, message_id: int | None) -> None:
    """The answer to the offer to build a pack from a pasted text. Raises NotAllowed for somebody else's."""
    upload = await store.uploads.get(upload_id)
    if upload is None or upload.learner_id != learner.id:
        raise NotAllowed("button")
    if not yes:
        await store.uploads.drop(upload_id)
        await sitting.page(store, learner, "said_in_place", message_id, code="text_dropped")
    elif await store.uploads.accept(upload_id):
        if message_id is not None:
            await store.uploads.shown(upload_id, message_id)
        await owe(store, upload)


async def progressed(store: Store, upload: Upload, stage: str, share: float) -> None:
    """Notes how far the build is."""
    await store.uploads.progress(upload.id, stage, share)
    await owe(store, upload)


async def is_album(store: Store, upload: Upload) -> bool:
    """Whether more of one album may be on its way after this, the first of it."""
    expecting = (await store.learners.get(upload.learner_id)).expecting or ""
    return expecting.startswith("album:") and expecting.rpartition(":")[2] == str(upload.id)


async def late(store: Store, upload: Upload) -> Upload:
    """What came in an album too late to be built with the first of it joins the draft of that."""
    if upload.purpose != "album":
        return upload
    first = await store.uploads.get(upload.target_id or 0)
    drafted = first.pack_id if first is not None else None
    return replace(upload, purpose="join" if drafted else "new", target_id=drafted)


async def documents(store: Store, upload: Upload) -> list[Upload]:
    """The uploads that the build is made from: for one more document, those of its draft before it."""
    together = [one for one in await store.uploads.album(upload.id) if one.state in ("gathered", "done")]
    if upload.purpose != "join" or upload.target_id is None:
        return [upload, *together]
    found = await store.drafts.get(upload.target_id)
    before = [await store.uploads.get(number) for number in (found.documents if found else ())]
    now_sent = [upload, *together]
    known = {one.id for one in now_sent}
    return [*(one for one in before if one is not None and one.id not in known), *now_sent]


async def ended(store: Store, upload: Upload, line: Mapping[str, Any], now: datetime) -> None:
    """The build's outcome: a draft, a correction to be looked at, or the reason why there is nothing.

    Where nothing came of an album, each document of it is built by itself, so that each is told what is wrong with it.
    """
    together = [one for one in await store.uploads.album(upload.id) if one.state == "gathered"]
    if together and not line.get("pack"):
        for one in (upload, *together):
            joins = upload.purpose == "join"
            await store.uploads.part(one.id, "join" if joins else "new", upload.target_id if joins else None)
            await owe(store, one, "edit" if one is upload else "new")
        return
    if line.get("pack"):
        pack = line.get("parsed") or pack_of(line)
        flags = {name: tuple(codes) for name, codes in line.get("doubts", {}).items()}
        await _keep(store, upload, pack, flags, line.get("report"), now)
    else:
        fault = {name: line[name] for name in ("fault", "data", "report", "text") if name in line}
        fault.setdefault("fault", "NothingImported" if "pack" in line else "Crashed")
        await store.uploads.done(upload.id, None, fault)
    for one in together:
        await store.uploads.done(one.id, None, {})
    await owe(store, upload)


def pack_of(line: Mapping[str, Any]) -> Pack:
    """The pack that a worker tells, with its pictures."""
    pack = canonical.from_json(line["pack"])
    files = {path: base64.b64decode(coded) for path, coded in line.get("media", {}).items()}
    return replace(pack, media=tuple(replace(one, data=files.get(one.path)) for one in pack.media))


async def _keep(
    store: Store,
    upload: Upload,
    pack: Pack,
    flags: Mapping[str, tuple[str, ...]],
    report: dict[str, Any] | None,
    now: datetime,
) -> None:
    sent = [one.id for one in await documents(store, upload)]
    known = await _version_of(store, upload, pack)
    if known is None:
        key = await free_key(store, upload.learner_id, pack.key)
        draft = Draft(replace(pack, key=key), flags=flags)
        pack_id = await add_draft(store, upload.learner_id, draft, now, documents=sent, report=report)
        await store.uploads.done(upload.id, pack_id, {"report": report, "as": "new"})
        return
    pack = replace(pack, key=known.pack.key)
    found = await store.drafts.get(known.id)
    before = found.draft if found else Draft(known.pack)
    # a pack that was mended at a desk says what it means; the builder's is to be mended as the last one was
    after = drafting.rebuilt(before, pack, flags) if _is_built(report) else drafting.replaced(before, pack, flags)
    if known.status == DRAFT:
        await store.packs.install(drafting.final(after), now=now, owner_id=known.owner_id, status=DRAFT)
    await store.packs.keep_media(known.id, pack)
    await store.drafts.put(known.id, known.owner_id or upload.learner_id, after, now, documents=sent, report=report)
    told = "again" if known.status == DRAFT else "correction"
    await store.uploads.done(upload.id, known.id, {"report": report, "as": told})


def _is_built(report: Mapping[str, Any] | None) -> bool:
    return report is not None and "documents" in report


async def add_draft(
    store: Store,
    learner_id: int,
    draft: Draft,
    now: datetime,
    *,
    documents: Sequence[int] = (),
    report: dict[str, Any] | None = None,
) -> int:
    """A new draft on the learner's shelf; its number."""
    change = await store.packs.install(draft.pack, now=now, owner_id=learner_id, status=DRAFT)
    await store.drafts.put(change.pack_id, learner_id, draft, now, documents=documents, report=report)
    return change.pack_id


async def _version_of(store: Store, upload: Upload, pack: Pack) -> StoredPack | None:
    """The learner's own pack that this is another version of; None for a new one."""
    if upload.target_id is not None:
        try:
            meant = await store.packs.get(upload.target_id)
        except PackNotFound:
            meant = None
        theirs = meant is not None and (
            meant.owner_id == upload.learner_id or await store.packs.is_author(meant.id, upload.learner_id)
        )
        if meant is not None and theirs and meant.status != REMOVED:
            return meant
    try:
        known = await store.packs.by_key(pack.key, upload.learner_id)
    except PackNotFound:
        return None
    ids, old = {item.id for _, item in pack.items()}, set(known.items)
    alike = len(ids & old) >= ALIKE * max(1, min(len(ids), len(old)))
    return known if known.status != REMOVED and alike else None


async def free_key(store: Store, learner_id: int, key: str) -> str:
    """The key, or one like it that no standing pack of the learner's has."""
    taken = {card.key for card in await store.packs.of_owner(learner_id) if card.status != REMOVED}
    name, turn = key, 0
    while name in taken:
        turn += 1
        name = f"{key[:42]}-{hashlib.sha256(f'{key}{turn}'.encode()).hexdigest()[:4]}"
    return name


async def remove(store: Store, learner: Learner, pack_id: int, now: datetime) -> None:
    """Takes one's own pack away: a draft is deleted, of another nothing is asked any more. Raises NotAllowed."""
    stored = await rights.require_own_pack(store, learner, pack_id, owner=True)
    if stored.status == REMOVED:
        raise NotAllowed("pack")
    await expect(store, learner, None)
    await store.uploads.let_go_of_texts(pack_id)
    if await store.packs.delete_draft(pack_id):
        return
    await store.packs.remove(pack_id, now)
    await store.drafts.remove(pack_id)
    await store.enrollments.leave(learner.id, pack_id)


async def owe(store: Store, upload: Upload, place: Any = "edit") -> None:
    """Notes that the chat is to be told how far the upload is."""
    await store.views.owe(upload.chat_id, "upload", {"upload": upload.id}, place=place, key=f"upload:{upload.id}")
