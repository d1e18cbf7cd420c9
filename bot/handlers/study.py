"""Which update means an answer, or a step in a sitting?"""

from dataclasses import replace

from telegram import Update

from bot import buttons, sitting_buttons
from bot.actions import (
    assigned,
    browsing,
    expecting,
    going_back,
    joining,
    reminding,
    sitting,
    spreading,
    studying,
    teaching,
)
from bot.context import Context, Work
from bot.handlers import typed_buttons
from bot.texts import texts
from lessons.session import Phase, Session


async def learn(update: Update, context: Context) -> None:
    """/learn: the next part of the pack at hand."""

    async def act(work: Work) -> None:
        await _learn(work, 0, more=False)

    await context.work(update, act)


async def quiz(update: Update, context: Context) -> None:
    """/quiz: ten questions on the pack at hand."""

    async def act(work: Work) -> None:
        await _quiz(work, 0)

    await context.work(update, act)


async def review(update: Update, context: Context) -> None:
    """/review: what is due now."""

    async def act(work: Work) -> None:
        await sitting.review(work.store, work.learner, work.now)

    await context.work(update, act)


async def undo(update: Update, context: Context) -> None:
    """/undo: the last answer taken back."""

    async def act(work: Work) -> None:
        await going_back.undo(work.store, work.learner, work.now, place="new")

    await context.work(update, act)


async def cancel(update: Update, context: Context) -> None:
    """/cancel: leave whatever is going on."""

    async def act(work: Work) -> None:
        waited = bool(work.learner.expecting)
        await expecting.expect(work.store, work.learner, None)
        sittings = await work.store.sessions.open_of(work.learner.id)
        session = next((found for found in sittings if found.step is not None), None)
        if session is not None:
            table = await studying.table(work.store, work.learner, session.id, work.now)
            await studying.leave(table)
        else:
            await sitting.say(work.store, work.learner, "never_mind" if waited else "nothing_to_cancel")

    await context.work(update, act)


async def typed(update: Update, context: Context) -> None:
    """Words that are no command: an answer to a settings page or to the question that waits."""
    message = update.effective_message
    text = (message.text or "") if message else ""

    async def act(work: Work) -> None:
        if await expecting.typed(work.store, work.learner, text, work.now):
            return
        sittings = await work.store.sessions.open_of(work.learner.id)
        session = next((found for found in sittings if found.phase is not Phase.SUMMARY), None)
        if sittings and await _button_typed(work, sittings[0], text):
            return
        asking = session is not None and session.phase in (Phase.ASKING, Phase.SURE)
        if not asking and message is not None:
            pasted = teaching.Pasted(text, message.message_id, work.now)
            if await teaching.pasted(work.store, work.learner, pasted):
                return
        if session is None:
            if not await joining.offer(work.store, work.learner, text):
                await sitting.say(work.store, work.learner, "idle")
            return
        table = await studying.table(work.store, work.learner, session.id, work.now)
        await studying.typed(table, text, work.key)

    await context.work(update, act)


async def _button_typed(work: Work, session: Session, text: str) -> bool:
    """Whether the words are those of a button of the sitting; what it does is done, and shown below the words."""
    payload = await typed_buttons.named(work, session, text)
    match payload:
        case buttons.AtStep():
            table = await studying.table(work.store, work.learner, payload.session, work.now)
            await _move(work, replace(table, below=True), payload)
        case buttons.Learn() | buttons.Quiz() | buttons.Review():
            await browse(work, payload)
        case sitting_buttons.SpreadOut(days):
            await spreading.spread(work.store, work.learner, work.now, days)
        case buttons.Menu(page):
            await browsing.open_page(work.store, work.learner, page, None)
    return payload is not None


async def step(work: Work, payload: buttons.AtStep) -> str | None:
    """A press on a sitting's message."""
    table = await studying.table(work.store, work.learner, payload.session, work.now)
    if work.message_id != await work.store.sessions.message_id(payload.session):
        table = replace(table, below=True)
    return await _move(work, table, payload)


async def _move(work: Work, table: studying.Table, payload: buttons.AtStep) -> str | None:
    t = texts(work.learner.preferences.language)
    match payload:
        case buttons.Answer(_, position, option):
            await studying.press(table, position, option, work.key)
        case buttons.Done(_, position):
            await studying.done(table, position, work.key)
        case buttons.Clear(_, position):
            await studying.clear(table, position)
        case buttons.GiveUp(_, position):
            await studying.give_up(table, position, work.key)
        case sitting_buttons.Sure(_, position, level):
            await studying.sure(table, position, level, work.key)
        case buttons.Hint(_, position):
            await studying.hint(table, position)
        case buttons.Next(_, position):
            if not await studying.go_on(table, position):
                return await _gone_on(work, payload.session)
        case buttons.Undo(_, position):
            return str(t("Taken back.")) if await going_back.take_back(table, position) else None
        case buttons.Reread(_, position):
            await going_back.reread(table, position)
        case buttons.Missed():
            await studying.missed(table)
        case buttons.Stop(_, position):
            await studying.enough(table, position)
        case buttons.Snooze(_, _, minutes):
            await reminding.snooze(table, minutes)
        case buttons.Report(session, position, reason):
            return await _report(work, table, session, position, reason)
    return None


async def _gone_on(work: Work, session: int) -> str | None:
    """A second press on another message than the sitting's own: nothing would move where the learner looks."""
    live = await work.store.sessions.message_id(session)
    if live is None or work.message_id is None or live == work.message_id:
        return None
    if live > work.message_id:
        t = texts(work.learner.preferences.language)
        return str(t("It goes on further down."))
    await sitting.owe(work.store, work.learner, session, place="new")
    return None


async def browse(work: Work, payload: buttons.Payload) -> str | None:
    """A press that begins something: a lesson, a quiz, a review."""
    match payload:
        case buttons.Learn(pack, more):
            await _learn(work, pack, more=bool(more))
        case buttons.Quiz(pack):
            await _quiz(work, pack)
        case buttons.Review():
            await sitting.review(work.store, work.learner, work.now)
    return None


async def _report(work: Work, table: studying.Table, session: int, position: int, reason: str) -> str | None:
    if not reason:
        await sitting.page(work.store, work.learner, "why_report", session=session, step=position)
        return None
    noted = await going_back.report(table, position, reason)
    await sitting.page(
        work.store, work.learner, "said_in_place", work.message_id, code="reported" if noted else "reported_before"
    )
    return None


async def _learn(work: Work, pack: int, *, more: bool) -> None:
    given = None if pack else await assigned.first(work.store, work.learner, work.now)
    if given is not None:
        await assigned.study(work.store, work.learner, given.given.assignment.id, work.now, more=more)
        return
    chosen = await browsing.chosen_pack(work.store, work.learner, pack)
    if chosen is None:
        await sitting.page(work.store, work.learner, "packs")
        return
    await sitting.learn(work.store, work.learner, chosen, work.now, more=more)


async def _quiz(work: Work, pack: int) -> None:
    chosen = await browsing.chosen_pack(work.store, work.learner, pack)
    if chosen is None:
        await sitting.page(work.store, work.learner, "packs")
        return
    await sitting.quiz(work.store, work.learner, chosen, work.now)
