"""What happens when a learner comes to a class, or leaves it? No registration: one tap, with or without one's name."""

from datetime import datetime

from bot.actions import links, sitting
from bot.actions.class_codes import read_code
from bot.actions.expecting import expect, expected
from lessons.classroom import Class
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from storage.store import Store


@links.opens("class")
async def _by_link(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    if not await offer(store, learner, rest):
        await links.lost(store, learner)


async def offer(store: Store, learner: Learner, text: str) -> bool:
    """Tells what joining means and asks under which name; False where the text is no code of a class.

    Nobody is in the class before they have tapped. Who is in it already is shown their place.
    """
    found = await _open_class(store, text)
    if found is None:
        return False
    if await store.classes.member(found.id, learner.id):
        await sitting.page(store, learner, "my_class", group=found.id)
    else:
        await sitting.page(store, learner, "joining", group=found.id, word=found.code)
    return True


@expected("class_code")
async def _typed(store: Store, learner: Learner, _: str, text: str, now: datetime) -> bool:
    if read_code(text) is None:
        return False
    if await offer(store, learner, text):
        await expect(store, learner, None)
        return True
    if text.strip().isalpha():  # a word may be the answer to a question that waits
        return False
    await sitting.say(store, learner, "no_such_class")
    return True


async def join(
    store: Store, learner: Learner, word: str, now: datetime, message_id: int | None, *, named: bool
) -> None:
    """Into the class, which must still have that code. Raises NotAllowed, ClassFull."""
    found = await _open_class(store, word)
    if found is None:
        raise NotAllowed("join")
    await store.classes.join(found.id, learner.id, now, named=named)
    await sitting.page(store, learner, "my_class", message_id, group=found.id)


async def show_as(
    store: Store, learner: Learner, group: int, now: datetime, message_id: int | None, *, named: bool
) -> None:
    """From now on the teachers see the name, or a pseudonym. Raises NotAllowed for a class one is not in."""
    await _mine(store, learner, group)
    await store.classes.join(group, learner.id, now, named=named)
    await sitting.page(store, learner, "my_class", message_id, group=group)


async def open_mine(store: Store, learner: Learner, group: int, message_id: int | None, *, leaving: bool) -> None:
    """A class as its learner sees it. Raises NotAllowed for one they are not in."""
    await _mine(store, learner, group)
    await sitting.page(store, learner, "leaving" if leaving else "my_class", message_id, group=group)


async def leave(store: Store, learner: Learner, group: int, message_id: int | None) -> None:
    """Out of the class: its teachers see nothing of the learner any more."""
    await store.classes.leave(group, learner.id)
    await sitting.page(store, learner, "said_in_place", message_id, code="left_class")


async def _mine(store: Store, learner: Learner, group: int) -> None:
    if await store.classes.member(group, learner.id) is None:
        raise NotAllowed("class")


async def _open_class(store: Store, text: str) -> Class | None:
    code = read_code(text)
    found = await store.classes.by_code(code) if code else None
    return found if found and found.archived_at is None else None
