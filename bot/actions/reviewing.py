"""What happens when a teacher looks through a draft? Keep, drop, mend, undo: loaded, decided, saved, shown again."""

from datetime import datetime

from bot.actions import rights, sitting
from bot.actions.expecting import expect, expected
from content import mending
from lessons import drafting
from lessons.drafting import Draft, Show
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from storage.drafts import StoredDraft
from storage.store import Store

SHOWS: tuple[Show, ...] = ("all", "flagged", "dropped")
Place = tuple[int, int, int]
"""Which question a button names: the pack, the draft's version, the question's number in it."""

PARTS: tuple[mending.Part, ...] = ("stem", "key", "tolerance", "options", "why")


async def own_draft(store: Store, learner: Learner, pack_id: int, now: datetime) -> StoredDraft:
    """The learner's own draft of that pack; a pack that came without one gets it now. Raises NotAllowed."""
    stored = await rights.require_own_pack(store, learner, pack_id)
    found = await store.drafts.get(pack_id)
    if found is not None:
        return found
    await store.drafts.put(pack_id, stored.owner_id or learner.id, Draft(stored.pack), now, pending=False)
    made = await store.drafts.get(pack_id)
    assert made is not None
    return made


async def look(store: Store, learner: Learner, pack_id: int, show: str, now: datetime) -> None:
    """Begins to look through the questions of that kind, in a message of its own."""
    wanted = next((one for one in SHOWS if one == show), None)
    if wanted is None:
        raise NotAllowed("button")
    found = await own_draft(store, learner, pack_id, now)
    await expect(store, learner, None)
    await store.drafts.save(found, drafting.begin(found.draft, wanted), now)
    await card(store, learner, pack_id, None)


async def judge(store: Store, learner: Learner, place: Place, what: str, now: datetime, message_id: int) -> None:
    """Keep, drop, next, back, or keep all the rest. A button of an older draft only shows what stands now."""
    pack_id, version, number = place
    await expect(store, learner, None)
    found = await own_draft(store, learner, pack_id, now)
    name = named(found, version, number)
    if name is not None:
        after = _judged(found.draft, name, what)
        pending = found.pending or found.draft.dropped != after.dropped
        await store.drafts.save(found, after, now, pending=pending)
    await card(store, learner, pack_id, message_id)


def _judged(draft: Draft, name: str, what: str) -> Draft:
    match what:
        case "keep":
            return drafting.keep(draft, name)
        case "drop":
            return drafting.drop(draft, name)
        case "next" | "prev":
            return drafting.step(draft, name, 1 if what == "next" else -1)
        case "show":
            return drafting.step(draft, name, 0)
        case "rest":
            return drafting.keep_rest(draft)
    raise NotAllowed("button")


def named(found: StoredDraft, version: int, number: int) -> str | None:
    """The id that a button's number stands for; None where other questions have taken the place of those."""
    ids = found.draft.ids
    return ids[number] if version == found.version and 0 <= number < len(ids) else None


async def choose_part(store: Store, learner: Learner, place: Place, part: str, now: datetime, message_id: int) -> None:
    """The menu of what can be mended (part ""), or the wait for the new words of one part."""
    pack_id, version, number = place
    found = await own_draft(store, learner, pack_id, now)
    name = named(found, version, number)
    item = found.draft.item(name) if name else None
    await expect(store, learner, None)
    if item is None:
        await card(store, learner, pack_id, message_id)
        return
    if part and part in mending.parts(item):
        await expect(store, learner, f"mend:{pack_id}:{version}:{number}:{part}:{message_id}")
    elif part:
        raise NotAllowed("button")
    await sitting.page(store, learner, "mend", message_id, pack=pack_id, number=number, part=part)


@expected("mend")
async def _mend_typed(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    """The new words of a part: taken, refused with the reason, or held back until they are confirmed."""
    pack_id, version, number, part, *last = args.split(":")
    asked_in = int(last[0]) if last else 0
    found = await own_draft(store, learner, int(pack_id), now)
    name = named(found, int(version), int(number))
    item = found.draft.item(name) if name else None
    asked = next((one for one in PARTS if one == part), None)
    if item is None or asked is None:
        await expect(store, learner, None)
        await card(store, learner, int(pack_id), None)
        return True
    try:
        mended = mending.mended(item, asked, text, found.draft.pack.language, learner.preferences.language)
    except mending.Unfit as fault:
        await sitting.say(store, learner, f"unfit_{fault.code}", words=fault.words[:200])
        return True
    await expect(store, learner, None)
    if part == "key" and not mending.stands(mended):
        held = drafting.propose(found.draft, mended)
        await store.drafts.save(found, held, now)
        await _answer(store, learner, "mend_sure", int(pack_id), asked_in)
        return True
    await store.drafts.save(found, drafting.mend(found.draft, mended), now, pending=True)
    await _answer(store, learner, "review", int(pack_id), asked_in)
    return True


async def _answer(store: Store, learner: Learner, kind: str, pack_id: int, asked_in: int) -> None:
    """A message below what was typed; the one that asked for it loses its buttons."""
    args = {"message": asked_in or None, "pack": pack_id}
    await store.views.owe(learner.chat_id, kind, args, place="new", key=f"page:{asked_in}")


async def confirm(
    store: Store, learner: Learner, pack_id: int, version: int, yes: bool, now: datetime, message_id: int
) -> None:
    """The second word on a key that does not stand in its sentence."""
    found = await own_draft(store, learner, pack_id, now)
    held = found.draft.proposed
    if held is not None and version == found.version:
        if yes:
            await store.drafts.save(found, drafting.mend(found.draft, held), now, pending=True)
        else:
            await store.drafts.save(found, drafting.propose(found.draft, None), now)
    await card(store, learner, pack_id, message_id)


async def undo(store: Store, learner: Learner, pack_id: int, version: int, now: datetime, message_id: int) -> bool:
    """The last mended question as it was before; False where there is none any more."""
    await expect(store, learner, None)
    found = await own_draft(store, learner, pack_id, now)
    possible = found.draft.before is not None and version == found.version
    if possible:
        await store.drafts.save(found, drafting.undo(found.draft), now, pending=True)
    await card(store, learner, pack_id, message_id)
    return possible


async def card(store: Store, learner: Learner, pack_id: int, message_id: int | None) -> None:
    """Owes the question now looked at, or what has been decided where all have been."""
    await sitting.page(store, learner, "review", message_id, pack=pack_id)
