"""Which press is about a class? Each names its action, which asks for the right, then the page that is shown."""

from bot import class_buttons as buttons
from bot.actions import assigned, assigning, boarding, classrooms, joining, rights, sitting
from bot.context import Work
from bot.handlers.presses import pressed
from bot.texts import texts
from lessons.errors import NotAllowed

PAGES = ("members", "work", "give", "link", "manage", "teachers")
STAYS = ("link",)
"""Pages that come as a message of their own: a picture cannot take a text's place."""


@pressed(buttons.OpenClass, buttons.NewClass, buttons.ClassPage)
async def _pages(work: Work, payload: buttons.OpenClass | buttons.NewClass | buttons.ClassPage) -> None:
    match payload:
        case buttons.NewClass():
            await classrooms.ask_name(work.store, work.learner, work.message_id)
        case buttons.OpenClass(group):
            await _show(work, group, "class")
        case buttons.ClassPage(group, page) if page in PAGES:
            await _show(work, group, f"class_{page}", place=page not in STAYS)
        case _:
            raise NotAllowed("button")


async def _show(work: Work, group: int, page: str, *, place: bool = True, **args: object) -> None:
    """A page of a class that the one who pressed leads."""
    await rights.require_class(work.store, work.learner, group)
    await sitting.page(work.store, work.learner, page, work.message_id if place else None, group=group, **args)


@pressed(buttons.ClassDo)
async def _do(work: Work, payload: buttons.ClassDo) -> str | None:
    group, what = payload.group, payload.what
    match what:
        case "rename":
            await classrooms.ask_name(work.store, work.learner, work.message_id, group)
        case "zone":
            await classrooms.ask_zone(work.store, work.learner, group, work.message_id)
        case "archive" | "reopen":
            await classrooms.archive(work.store, work.learner, group, work.now, away=what == "archive")
            await _show(work, group, "class_manage")
        case "rotate":
            await classrooms.rotate(work.store, work.learner, group)
            await _show(work, group, "class_link", place=False)
        case "weekly":
            await classrooms.wish_weekly(work.store, work.learner, group, work.now)
            await _show(work, group, "class_manage")
        case "board":
            await boarding.wish(work.store, work.learner, group)
            await _show(work, group, "class_manage")
        case "coteacher":
            await classrooms.invite(work.store, work.learner, group, work.now)
        case "picture":
            await _show(work, group, "class_picture", place=False)
        case "csv" | "xlsx":
            await _show(work, group, "class_file", place=False, file=what)
        case _:
            raise NotAllowed("button")
    return None


@pressed(buttons.MembersFrom)
async def _members(work: Work, payload: buttons.MembersFrom) -> None:
    await _show(work, payload.group, "class_members", start=payload.start)


@pressed(buttons.OneMember, buttons.RemoveMember, buttons.RemoveTeacher)
async def _people(work: Work, payload: buttons.OneMember | buttons.RemoveMember | buttons.RemoveTeacher) -> None:
    match payload:
        case buttons.OneMember(group, number):
            await _show(work, group, "class_member", number=number)
        case buttons.RemoveMember(group, number, 1):
            await classrooms.remove_member(work.store, work.learner, group, number)
            await _show(work, group, "class_members")
        case buttons.RemoveMember(group, number, _):
            await _show(work, group, "class_member", number=number, sure=True)
        case buttons.RemoveTeacher(group, whom):
            await classrooms.remove_teacher(work.store, work.learner, group, whom)
            if whom == work.learner.id:
                await sitting.page(work.store, work.learner, "classes", work.message_id)
            else:
                await _show(work, group, "class_teachers")


@pressed(buttons.GivePack, buttons.GivePart)
async def _give(work: Work, payload: buttons.GivePack | buttons.GivePart) -> None:
    match payload:
        case buttons.GivePack(group, pack):
            cards = await assigning.givable(work.store, work.learner)
            if all(card.id != pack for card in cards):
                raise NotAllowed("pack")
            await _show(work, group, "class_give_part", pack=pack)
        case buttons.GivePart(group, pack, part):
            given = await assigning.give(work.store, work.learner, group, pack, part, work.now)
            await sitting.page(work.store, work.learner, "work", work.message_id, work=given.id)


@pressed(buttons.OpenWork, buttons.WorkDo, buttons.Extra)
async def _work(work: Work, payload: buttons.OpenWork | buttons.WorkDo | buttons.Extra) -> str | None:
    store, learner = work.store, work.learner
    await rights.require_work(store, learner, payload.work)
    page: dict[str, object] = {"work": payload.work}
    match payload:
        case buttons.WorkDo(number, "date"):
            await assigning.ask_date(store, learner, number, work.message_id)
            return None
        case buttons.WorkDo(number, "remove", 1):
            group = await assigning.remove(store, learner, number)
            await _show(work, group, "class_work")
            return None
        case buttons.WorkDo(_, "remove"):
            page["sure"] = True
        case buttons.WorkDo(number, what, value):
            await assigning.set_option(store, learner, number, what, value, work.now)
        case buttons.Extra(_, number, "page"):
            page["number"] = number
        case buttons.Extra(which, number, what, value):
            await assigning.allow_more(store, learner, which, number, what, value)
            page["number"] = number
    await sitting.page(store, learner, "work", work.message_id, **page)
    kept = isinstance(payload, buttons.WorkDo | buttons.Extra) and payload.what not in ("page", "remove")
    t = texts(learner.preferences.language)
    return str(t("Kept.")) if kept else None


@pressed(buttons.PackFigures)
async def _figures(work: Work, payload: buttons.PackFigures) -> None:
    await rights.require_own_pack(work.store, work.learner, payload.pack)
    await sitting.page(work.store, work.learner, "pack_figures", None, pack=payload.pack)


@pressed(buttons.Join, buttons.MyClass, buttons.ShowAs, buttons.Leave, buttons.Study)
async def _learner(work: Work, payload: object) -> None:
    store, learner, at = work.store, work.learner, work.message_id
    match payload:
        case buttons.Join(_, 2):
            await sitting.page(store, learner, "said_in_place", at, code="not_joined")
        case buttons.Join(word, named):
            await joining.join(store, learner, word, work.now, at, named=bool(named))
        case buttons.MyClass(group):
            await joining.open_mine(store, learner, group, at, leaving=False)
        case buttons.ShowAs(group, named):
            await joining.show_as(store, learner, group, work.now, at, named=bool(named))
        case buttons.Leave(group, 1):
            await joining.leave(store, learner, group, at)
        case buttons.Leave(group, _):
            await joining.open_mine(store, learner, group, at, leaving=True)
        case buttons.Study(which):
            await assigned.study(store, learner, which, work.now)
