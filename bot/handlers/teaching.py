"""Which update is a teacher's? Presses on drafts, reviews, corrections and roles."""

from bot import teaching_buttons as buttons
from bot.actions import (
    appointing,
    authoring,
    drafts,
    flagging,
    publishing,
    reviewing,
    rights,
    sitting,
    teaching,
    writing,
)
from bot.actions.expecting import expect
from bot.context import Work
from bot.handlers.presses import AFTER, pressed
from bot.texts import texts
from lessons.errors import NotAllowed


@pressed(buttons.Invite, buttons.Dismiss)
async def _roles(work: Work, payload: buttons.Invite | buttons.Dismiss) -> None:
    match payload:
        case buttons.Invite():
            await appointing.invite(work.store, work.learner, work.now, None)
        case buttons.Dismiss(whom):
            await appointing.dismiss(work.store, work.learner, whom, work.message_id)


@pressed(buttons.Look, buttons.Judge, buttons.Mend, buttons.UndoMend, buttons.Sure)
async def _review(work: Work, payload: buttons.OfPack) -> str | None:
    store, learner, message_id = work.store, work.learner, work.message_id or 0
    match payload:
        case buttons.Look(pack, show):
            await reviewing.look(store, learner, pack, show, work.now)
        case buttons.Judge(pack, version, number, what):
            await reviewing.judge(store, learner, (pack, version, number), what, work.now, message_id)
        case buttons.Mend(pack, version, number, part):
            await reviewing.choose_part(store, learner, (pack, version, number), part, work.now, message_id)
        case buttons.Sure(pack, version, yes):
            await reviewing.confirm(store, learner, pack, version, bool(yes), work.now, message_id)
        case buttons.UndoMend(pack, version):
            done = await reviewing.undo(store, learner, pack, version, work.now, message_id)
            t = texts(learner.preferences.language)
            return str(t("Taken back.")) if done else None
    return None


@pressed(buttons.Publish, buttons.Diff, buttons.Apply, buttons.TakeBack, buttons.Separate, buttons.Corrects)
async def _publish(work: Work, payload: buttons.OfPack) -> None:
    store, learner, now, message_id = work.store, work.learner, work.now, work.message_id
    match payload:
        case buttons.Publish(pack, "ask"):
            await _page(work, "publish", pack)
        case buttons.Publish(pack, status):
            await publishing.publish(store, learner, pack, status, now, message_id)
        case buttons.Diff(pack):
            await _page(work, "diff", pack)
        case buttons.Apply(pack, version):
            await publishing.apply(store, learner, pack, version, now, message_id)
        case buttons.TakeBack(pack, version):
            await publishing.take_back(store, learner, pack, version, now, message_id)
        case buttons.Separate(pack, version):
            await drafts.separate(store, learner, pack, version, now, message_id)
        case buttons.Corrects(pack, 0):
            await _page(work, "corrects", pack)
        case buttons.Corrects(pack, target):
            await drafts.retarget(store, learner, pack, target, now, message_id)


@pressed(buttons.Sheet, buttons.AsFile, buttons.Delete, buttons.Await, buttons.Disagree)
async def _sheet(work: Work, payload: buttons.OfPack) -> None:
    store, learner = work.store, work.learner
    match payload:
        case buttons.Sheet(pack):
            await _page(work, "sheet", pack)
        case buttons.AsFile(pack, "ask"):
            await _page(work, "formats", pack)
        case buttons.AsFile(pack, form):
            await drafts.as_file(store, learner, pack, form)
        case buttons.Delete(pack, 0):
            await _page(work, "delete", pack)
        case buttons.Delete(pack, _):
            await teaching.remove(store, learner, pack, work.now)
            await sitting.page(store, learner, "said_in_place", work.message_id, code="removed")
        case buttons.Await(pack, purpose) if purpose in ("join", "correct"):
            await teaching.await_document(store, learner, pack, purpose, work.message_id)  # type: ignore[arg-type]
        case buttons.Disagree(pack):
            await _page(work, "disagree", pack)
        case _:
            raise NotAllowed("button")


async def _page(work: Work, name: str, pack: int) -> None:
    """A page of one of the teacher's own packs."""
    await reviewing.own_draft(work.store, work.learner, pack, work.now)
    await expect(work.store, work.learner, None)
    await sitting.page(work.store, work.learner, name, work.message_id, pack=pack)


@pressed(buttons.Offered)
async def _offered(work: Work, payload: buttons.Offered) -> None:
    await rights.require_teacher(work.store, work.learner)
    await teaching.offered(work.store, work.learner, payload.upload, bool(payload.yes), work.message_id)


@pressed(buttons.Authors, buttons.DropAuthor)
async def _authors(work: Work, payload: buttons.Authors | buttons.DropAuthor) -> None:
    store, learner = work.store, work.learner
    match payload:
        case buttons.Authors(pack, 0):
            await authoring.show(store, learner, pack, work.message_id)
        case buttons.Authors(pack, _):
            await authoring.invite(store, learner, pack, work.now)
        case buttons.DropAuthor(pack, whom):
            await authoring.drop(store, learner, pack, whom, work.message_id)


@pressed(buttons.Write, buttons.Skip)
async def _write(work: Work, payload: buttons.Write | buttons.Skip) -> None:
    if isinstance(payload, buttons.Write):
        await writing.begin(work.store, work.learner, payload.pack, None)
    else:
        await writing.skip(work.store, work.learner, work.now)


@pressed(buttons.Decide, buttons.Reported)
async def _decide(work: Work, payload: buttons.Decide | buttons.Reported) -> None:
    if isinstance(payload, buttons.Reported):
        await flagging.show_waiting(work.store, work.learner, payload.pack)
        return
    await flagging.decide(work.store, work.learner, payload.item, payload.decision, work.now, work.message_id)


AFTER[buttons.Offered] = lambda desk: desk.builder.nudge()
AFTER[buttons.Apply] = lambda desk: desk.corrector.nudge()
AFTER[buttons.Publish] = lambda desk: desk.corrector.nudge()
