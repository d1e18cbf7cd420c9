"""A teacher's pages about classes: from the database to what `bot.render` draws. Rights are looked at once more."""

import asyncio

from bot.actions import links, rights
from bot.actions.class_overview import Overview, overview
from bot.render import class_files, class_weekly
from bot.render import classes as pages
from bot.render.class_glance import picture_data
from bot.render.reply import Reply
from bot.send import Presented
from bot.texts import bold
from bot.views.drawn import drawn
from bot.views.showing import Showing, presents
from lessons.classroom import Class

NOTHING = Presented(())


async def led(showing: Showing) -> Class | None:
    """The class, if the one who is shown it leads it still."""
    group = showing.args["group"]
    if not await rights.may_lead(showing.store, showing.learner, group):
        return None
    return await showing.store.classes.get(group)


async def seen(showing: Showing) -> Overview | None:
    """All of the class, if the one who is shown it leads it still."""
    group = await led(showing)
    return await overview(showing.store, group, showing.now) if group else None


@presents("classes")
async def _classes(showing: Showing) -> Presented:
    store, learner = showing.store, showing.learner
    teaches = await rights.may_teach(store, learner)
    own = await store.classes.of_teacher(learner.id)
    cards = [card for card in own if await rights.may_lead(store, learner, card.id)]
    reply = pages.classes(cards, await store.classes.of_learner(learner.id), teaches, showing.t)
    return Presented((reply,), showing.message_id)


@presents("class_ask_name")
async def _ask_name(showing: Showing) -> Presented:
    return Presented((pages.ask_name(showing.t),), showing.message_id)


@presents("class_ask_zone")
async def _ask_zone(showing: Showing) -> Presented:
    return Presented((pages.ask_zone(showing.args["group"], showing.t),), showing.message_id)


@presents("class")
async def _class(showing: Showing) -> Presented:
    found = await seen(showing)
    return Presented((pages.class_page(found, showing.t),), showing.message_id) if found else NOTHING


@presents("class_link")
async def _link(showing: Showing) -> Presented:
    group = await led(showing)
    if group is None:
        return NOTHING
    address = await links.address(showing.store, links.payload("class", group.code))
    return Presented((pages.link_page(group, address, showing.t),))


@presents("class_members")
async def _members(showing: Showing) -> Presented:
    found = await seen(showing)
    start = int(showing.args.get("start", 0))
    return Presented((pages.members(found, start, showing.t),), showing.message_id) if found else NOTHING


@presents("class_member")
async def _member(showing: Showing) -> Presented:
    found = await seen(showing)
    member = await showing.store.classes.member_of_number(showing.args["group"], showing.args["number"])
    if found is None or member is None:
        return NOTHING
    if showing.args.get("sure"):
        return Presented((pages.sure_remove(found.group.id, member, showing.t),), showing.message_id)
    return Presented((pages.member_page(found, member, showing.t),), showing.message_id)


@presents("class_manage")
async def _manage(showing: Showing) -> Presented:
    group = await led(showing)
    if group is None:
        return NOTHING
    teachers = await showing.store.classes.teachers(group.id)
    mine = next(one for one in teachers if one.learner_id == showing.learner.id)
    return Presented((pages.manage(group, mine, showing.t),), showing.message_id)


@presents("class_teachers")
async def _teachers(showing: Showing) -> Presented:
    group = await led(showing)
    if group is None:
        return NOTHING
    teachers = await showing.store.classes.teachers(group.id)
    return Presented((pages.teachers(group, teachers, showing.learner.id, showing.t),), showing.message_id)


@presents("class_co_link")
async def _co_link(showing: Showing) -> Presented:
    group = await led(showing)
    if group is None:
        return NOTHING
    address = await links.address(showing.store, showing.args["payload"])
    return Presented((pages.co_link(group, address, showing.t),))


@presents("class_picture")
async def _picture(showing: Showing) -> Presented:
    """The glance as a picture; its caption says the same in words, also where it cannot be drawn."""
    found = await seen(showing)
    if found is None:
        return NOTHING
    return drawn(showing, pages.picture(found, showing.t), "classroom", picture_data(found, showing.t))


@presents("class_file")
async def _file(showing: Showing) -> Presented:
    """The results as a spreadsheet."""
    found = await seen(showing)
    if found is None:
        return NOTHING
    t, kind = showing.t, showing.args["file"]
    tables = [
        (str(t("Learners")), class_files.learners(found, t)),
        (str(t("Questions")), class_files.questions(found, t)),
        (str(t("Answers")), class_files.answers(found, t)),
    ]
    name = f"class-{found.group.id}-{found.now:%Y-%m-%d}"
    text = t("The results of {name}.", name=bold(found.group.name))

    async def finish() -> tuple[Reply, ...]:
        if kind == "xlsx":
            data = await asyncio.to_thread(class_files.as_xlsx, tables)
            return (Reply(text, document=(f"{name}.xlsx", data)),)
        files = zip(("learners", "questions", "answers"), tables, strict=True)
        return tuple(
            Reply(text if part == "learners" else "", document=(f"{name}-{part}.csv", class_files.as_csv(table)))
            for part, (_, table) in files
        )

    return Presented((Reply(text),), finish=finish)


@presents("class_weekly")
async def _weekly(showing: Showing) -> Presented:
    found = await seen(showing)
    return Presented((class_weekly.weekly(found, showing.t),)) if found else NOTHING
