"""A learner's pages about their classes: from the database to what `bot.render.class_learner` draws."""

from bot.actions import assigned, given_word
from bot.render import class_learner as pages
from bot.send import Presented
from bot.views.classes import NOTHING
from bot.views.showing import Showing, presents
from lessons.pseudonyms import pseudonym


@presents("joining")
async def _joining(showing: Showing) -> Presented:
    store, learner = showing.store, showing.learner
    group = await store.classes.by_code(showing.args["word"])
    if group is None:
        return NOTHING
    teachers = [one.name for one in await store.classes.teachers(group.id)]
    taken = {member.pseudonym for member in await store.classes.members(group.id)}
    names = (pseudonym(group.code, learner.id, again) for again in range(10_000))
    friendly = next(name for name in names if name not in taken)
    return Presented((pages.joining(group, teachers, learner.name, friendly, showing.t),), showing.message_id)


@presents("my_class")
async def _my_class(showing: Showing) -> Presented:
    store, learner, group_id = showing.store, showing.learner, showing.args["group"]
    member = await store.classes.member(group_id, learner.id)
    if member is None:
        return NOTHING
    group = await store.classes.get(group_id)
    given = [one for one in await assigned.mine(store, learner, showing.now) if _of(one, group_id)]
    over = [one for one in await assigned.closed(store, learner, showing.now) if _of(one, group_id)]
    return Presented((pages.my_class(group, member, given, over, showing.t),), showing.message_id)


@presents("given")
async def _given(showing: Showing) -> Presented:
    """Nothing, where it was begun or taken back meanwhile."""
    news = await given_word.fresh(showing.store, showing.learner, showing.now)
    return Presented((pages.given(news, showing.t),)) if news else NOTHING


@presents("leaving")
async def _leaving(showing: Showing) -> Presented:
    group = await showing.store.classes.get(showing.args["group"])
    return Presented((pages.leaving(group, showing.t),), showing.message_id)


def _of(one: assigned.Mine, group_id: int) -> bool:
    return one.given.assignment.class_id == group_id
