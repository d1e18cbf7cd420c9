"""What happens when a teacher makes a class, names it, hands it on or puts it away? Rights are asked here."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot import zones
from bot.actions import class_codes, links, rights, sitting
from bot.actions.expecting import expect, expected
from lessons.classroom import Class
from lessons.enrollment import Learner
from lessons.errors import NotAllowed
from lessons.weekly import next_weekly
from storage.store import Store

LONGEST_NAME = 60
MOST_CLASSES = 100
CO_TTL = timedelta(days=14)


async def ask_name(store: Store, learner: Learner, message_id: int | None, group: int = 0) -> None:
    """The next typed words name a new class, or class `group` anew."""
    if group:
        await rights.require_class(store, learner, group)
    else:
        await rights.require_teacher(store, learner)
    await expect(store, learner, f"class_name:{group}")
    await sitting.page(store, learner, "class_ask_name", message_id, group=group)


@expected("class_name")
async def _named(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    name = " ".join(text.split())[:LONGEST_NAME]
    if not name:
        return False
    await expect(store, learner, None)
    learner = replace(learner, expecting=None)
    if int(args):
        found = await rights.require_class(store, learner, int(args))
        await store.classes.change(found.id, name=name)
    else:
        found = await create(store, learner, name, now)
    await sitting.page(store, learner, "class", group=found.id)
    return True


async def create(store: Store, learner: Learner, name: str, now: datetime) -> Class:
    """A new class in its teacher's time zone. Raises NotAllowed."""
    await rights.require_teacher(store, learner)
    if len(await store.classes.of_teacher(learner.id)) >= MOST_CLASSES:
        raise NotAllowed("class")
    found = await store.classes.create(name, class_codes.new_code(), learner.id, learner.preferences.zone, now)
    await plan_weekly(store, found, now)
    return found


async def ask_zone(store: Store, learner: Learner, group: int, message_id: int | None) -> None:
    """The next typed words name the city whose clock the class keeps."""
    await rights.require_class(store, learner, group)
    await expect(store, learner, f"class_zone:{group}")
    await sitting.page(store, learner, "class_ask_zone", message_id, group=group)


@expected("class_zone")
async def _zoned(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    found = await rights.require_class(store, learner, int(args))
    places = zones.by_city(text)
    if not places:
        await sitting.say(store, learner, "no_such_city", city=text[:60])
        return True
    await expect(store, learner, None)
    await store.classes.change(found.id, zone=places[0].zone)
    await plan_weekly(store, replace(found, zone=places[0].zone), now)
    await sitting.page(store, learner, "class_manage", group=found.id)
    return True


async def archive(store: Store, learner: Learner, group: int, now: datetime, *, away: bool) -> None:
    """Put away: nobody joins, nothing is asked for, no weekly message. Or taken out again."""
    found = await rights.require_class(store, learner, group)
    found = replace(found, archived_at=now if away else None)
    await store.classes.change(group, archived_at=found.archived_at)
    await plan_weekly(store, found, now)


async def rotate(store: Store, learner: Learner, group: int) -> None:
    """A new link; the old one leads nowhere. Who is in the class stays."""
    await rights.require_class(store, learner, group)
    await store.classes.change(group, code=class_codes.new_code())


async def wish_weekly(store: Store, learner: Learner, group: int, now: datetime) -> None:
    """This teacher wants the weekly message, or wants it no more."""
    found = await rights.require_class(store, learner, group)
    mine = next(one for one in await store.classes.teachers(group) if one.learner_id == learner.id)
    await store.weekly.wish(group, learner.id, not mine.weekly)
    await plan_weekly(store, found, now)


async def plan_weekly(store: Store, found: Class, now: datetime) -> None:
    """Plans the next weekly message of each of the class's teachers; none for those who do not want it."""
    wanted = {one.learner_id: one for one in await store.weekly.of_class(found.id)}
    for teacher in await store.classes.teachers(found.id):
        mine = wanted.get(teacher.learner_id)
        at = None
        if mine is not None and found.archived_at is None:
            kept = (await store.learners.get(teacher.learner_id)).preferences
            at = next_weekly(found.zone, kept, mine.week, now=now)
        await store.weekly.plan(found.id, teacher.learner_id, at)


async def invite(store: Store, learner: Learner, group: int, now: datetime) -> None:
    """A link that makes one person a co-teacher of the class; its owner's to give."""
    await rights.require_class_owner(store, learner, group)
    token = await store.roles.invite("coteacher", now, by=learner.id, ttl=CO_TTL, class_id=group)
    await sitting.page(store, learner, "class_co_link", group=group, payload=links.payload("co", token))


@links.opens("co")
async def _co_teach(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    """The link of a co-teacher: it works once, as long as who gave it still has the class."""
    found = await store.roles.redeem(rest, learner.id, now, "coteacher")
    if found is None or found.class_id is None or found.created_by is None:
        await _used(store, learner, rest)
        return
    giver = await store.learners.get(found.created_by)
    group = await rights.require_class_owner(store, giver, found.class_id)
    await store.classes.add_teacher(group.id, learner.id, now)
    await plan_weekly(store, group, now)
    await sitting.page(store, learner, "class", group=group.id)


async def _used(store: Store, learner: Learner, token: str) -> None:
    """Used, expired or made up; whoever took it up before is shown the class."""
    known = await store.roles.invitation(token)
    group = known.class_id if known and known.used_by == learner.id else None
    if group and await rights.may_lead(store, learner, group):
        await sitting.page(store, learner, "class", group=group)
    else:
        await sitting.say(store, learner, "link_used")


async def remove_teacher(store: Store, learner: Learner, group: int, whom: int) -> None:
    """The owner lets a co-teacher go; a co-teacher lets go of the class."""
    if whom == learner.id:
        await rights.require_class(store, learner, group)
    else:
        await rights.require_class_owner(store, learner, group)
    if any(one.is_owner and one.learner_id == whom for one in await store.classes.teachers(group)):
        raise NotAllowed("class")
    await store.classes.remove_teacher(group, whom)


async def remove_member(store: Store, learner: Learner, group: int, number: int) -> None:
    """Out of the class; what they learned is theirs."""
    await rights.require_class(store, learner, group)
    member = await store.classes.member_of_number(group, number)
    if member is not None:
        await store.classes.leave(group, member.learner_id)
