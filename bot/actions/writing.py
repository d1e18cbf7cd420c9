"""What happens when a teacher writes a question in the chat? It is asked for piece by piece.

What was typed so far stands in what is expected next, so that a restart forgets nothing.
"""

import json
from datetime import datetime
from typing import Any

from bot.actions import reviewing, rights, sitting, teaching
from bot.actions.expecting import expect, expected
from content import composing
from content.mending import Unfit
from lessons import drafting
from lessons.drafting import Draft
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from lessons.items import Item
from storage.packs import DRAFT
from storage.store import Store

STEPS = ("stem", "key", "wrong", "sentence")
NOTHING = ("none", "-", "–", "no")
OWN_KEY = "my-questions"
OWN_TITLE = "My questions"


async def begin(store: Store, learner: Learner, pack_id: int, message_id: int | None) -> None:
    """The first piece of a question for that pack; pack 0 is a new one. Raises NotAllowed."""
    await rights.require_teacher(store, learner)
    if pack_id:
        await rights.require_own_pack(store, learner, pack_id)
    await _ask(store, learner, {"pack": pack_id}, "stem", message_id)


async def skip(store: Store, learner: Learner, now: datetime) -> None:
    """The piece asked for is left out. Raises NotAllowed where it cannot be, or nothing is being written."""
    code, _, args = (learner.expecting or "").partition(":")
    if code != "write" or json.loads(args)["step"] not in ("wrong", "sentence"):
        raise NotAllowed("button")
    await _typed(store, learner, args, "none", now)


@expected("write")
async def _typed(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    known: dict[str, Any] = json.loads(args)
    step = known.pop("step")
    known[step] = "" if text.strip().lower() in NOTHING and step in ("wrong", "sentence") else text.strip()[:2000]
    item = None
    if "key" in known:
        try:
            item = _composed(known, learner.preferences.language)
        except Unfit as fault:
            await sitting.say(store, learner, f"unfit_{fault.code}", words=fault.words[:200])
            before = {name: known[name] for name in ("pack", *STEPS[: STEPS.index(step)]) if name in known}
            again = step if step != "key" else "stem"
            await _ask(store, learner, {"pack": known["pack"]} if again == "stem" else before, again, None)
            return True
    left = [name for name in STEPS if name not in known and not _is_settled(known, name, learner.preferences.language)]
    if left or item is None:
        await _ask(store, learner, known, left[0], None)
        return True
    await expect(store, learner, None)
    await _keep(store, learner, int(known["pack"]), item, now)
    return True


def _composed(known: dict[str, Any], language: str) -> Item:
    typed = composing.Typed(known["stem"], known["key"], known.get("wrong", ""), known.get("sentence", ""))
    return composing.composed(typed, language)


def _is_settled(known: dict[str, Any], step: str, language: str) -> bool:
    """Whether that piece need not be asked: a statement that is true or false has no wrong answers."""
    return step == "wrong" and composing.truth_of(known.get("key", ""), language) is not None


async def _ask(store: Store, learner: Learner, known: dict[str, Any], step: str, message_id: int | None) -> None:
    said = json.dumps(known | {"step": step}, ensure_ascii=False)
    await expect(store, learner, f"write:{said}")
    await sitting.page(store, learner, "write_step", message_id, step=step)


async def from_poll(store: Store, learner: Learner, poll: composing.Poll, now: datetime) -> None:
    """A quiz poll that came into the chat joins the teacher's own questions. Raises NotAllowed for a learner."""
    await rights.require_teacher(store, learner)
    if not poll.right:
        await sitting.say(store, learner, "poll_without_key")
        return
    try:
        item = composing.of_poll(poll)
    except Unfit as fault:
        await sitting.say(store, learner, f"unfit_{fault.code}", words=fault.words[:200])
        return
    cards = await store.packs.of_owner(learner.id)
    mine = next((card.id for card in cards if card.key.startswith(OWN_KEY) and card.status == DRAFT), 0)
    await _keep(store, learner, mine, item, now)


async def _keep(store: Store, learner: Learner, pack_id: int, item: Item, now: datetime) -> None:
    """The question at the end of the draft, looked at."""
    if not pack_id:
        key = await teaching.free_key(store, learner.id, OWN_KEY)
        pack = composing.with_item(composing.new_pack(OWN_TITLE, key, learner.preferences.language), item)
        pack_id = await teaching.add_draft(store, learner.id, drafting.keep(Draft(pack), item.id), now)
    else:
        found = await reviewing.own_draft(store, learner, pack_id, now)
        if found.draft.item(item.id) is not None:
            await sitting.say(store, learner, "question_known")
            return
        after = drafting.added(found.draft, composing.with_item(found.draft.pack, item), item.id)
        stored = await store.packs.get(pack_id)
        if stored.status == DRAFT:
            await store.packs.install(drafting.final(after), now=now, owner_id=stored.owner_id, status=DRAFT)
        await store.drafts.save(found, after, now, pending=True)
    found_again = await reviewing.own_draft(store, learner, pack_id, now)
    await store.drafts.save(found_again, drafting.look_at(found_again.draft, item.id), now)
    await reviewing.card(store, learner, pack_id, None)
