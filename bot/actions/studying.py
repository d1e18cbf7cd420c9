"""What happens when a learner taps or types at a sitting? Each move is looked at, made, and its view owed."""

from dataclasses import replace

from bot.actions import expecting, leaving, sitting, sureness
from bot.actions.answering import answer, sure
from bot.actions.table import Table, asked, seed_of, table
from lessons import session as sessions
from lessons.items import Item, MatchItem
from lessons.reminders import next_reminder
from lessons.response import Tap, Typed
from lessons.session import Phase, Session

__all__ = ["GAVE_UP", "Table", "clear", "done", "enough", "give_up", "go_on", "hint", "leave", "missed", "press"]
__all__ += ["seed_of", "sure", "table", "typed"]

GAVE_UP = "?"
"""What is graded when the learner presses "I don't know"."""


async def press(at: Table, step: int, option: int, key: str) -> None:
    """An option tapped: the answer itself, or one part of an answer that takes several."""
    item = await asked(at, step)
    if item is None or not 0 <= option < len(item.item.options(seed_of(at.session))):
        await at.show_again()
        return
    if item.item.mode == "one":
        await answer(at, item, Tap((option,)), key)
        return
    after = sessions.pick(at.session, option)
    if item.item.mode != "many" and len(after.picked) == _needed(item.item, seed_of(at.session)):
        await answer(at, item, Tap(after.picked), key)
        return
    await at.save(after)


async def done(at: Table, step: int, key: str) -> None:
    """All that is right has been ticked."""
    item = await asked(at, step)
    if item is None or not at.session.picked:
        await at.show_again("new" if at.below else "edit")
        return
    await answer(at, item, Tap(at.session.picked), key)


async def clear(at: Table, step: int) -> None:
    """The parts tapped so far are dropped."""
    if await asked(at, step) is None:
        await at.show_again()
        return
    await at.save(replace(at.session, picked=()))


async def give_up(at: Table, step: int, key: str) -> None:
    """The learner does not know: the key is shown, the fact comes back soon."""
    item = await asked(at, step)
    if item is None:
        await at.show_again()
        return
    await answer(at, item, Typed(GAVE_UP), key)


async def typed(at: Table, text: str, key: str) -> None:
    """An answer in words; it is shown under what was typed, so its view is a new message."""
    if at.session.response_key == key:
        await at.show_again("new")
        return
    if at.session.phase is Phase.SURE:
        level = sureness.read(text, at.learner.preferences.language)
        if level is None:
            await sitting.say(at.store, at.learner, "how_sure")
            return
        await sure(at, at.session.position, level, key, place="new")
        return
    item = await asked(at, at.session.position)
    if item is None:
        await at.show_again("new")
        return
    await answer(at, item, Typed(text, at.learner.preferences.language), key, place="new")


async def hint(at: Table, step: int) -> None:
    """One more hint."""
    item = await asked(at, step)
    if item is None or item.item.hint(at.session.hints) is None:
        await at.show_again("new" if at.below else "edit")  # who typed it sees an answer
        return
    await at.save(sessions.hint(at.session))


async def go_on(at: Table, step: int) -> bool:
    """On to the next step; False for an old or a second press. A reading stays in the chat, so what follows it is a new
    message.
    """
    session = at.session
    if session.position != step or session.phase not in (Phase.READING, Phase.ANSWERED):
        await at.show_again()
        return False
    after = await _past_the_withdrawn(at, sessions.show(session, at.now))
    fresh = session.phase is Phase.READING or after.phase in (Phase.READING, Phase.SUMMARY)
    await at.save(after, place="new" if fresh else "edit")
    if after.phase is not Phase.SUMMARY:
        return True
    await _replan(at)
    if at.learner.preferences.zone is None and session.results:
        await expecting.expect(at.store, at.learner, "zone")
        await sitting.page(at.store, at.learner, "zone")
    return True


async def _past_the_withdrawn(at: Table, session: Session) -> Session:
    """On to a step that may still be asked: a pack may have been removed, or a question retired, since it was dealt."""
    while session.phase is Phase.ASKING and session.step and (await at.store.packs.item(session.step.ref)).retired:
        session = sessions.show(replace(session, phase=Phase.ANSWERED), at.now)
    return session


async def missed(at: Table) -> None:
    """Once more, only what was missed; it is practice and does not change memory."""
    if at.session.phase is not Phase.SUMMARY or not at.session.missed:
        await at.show_again()
        return
    await at.save(sessions.retry_missed(at.session, at.now), place="new")


async def enough(at: Table, step: int) -> None:
    """Leaves behind the answer to that step; a press on an older message changes nothing."""
    if at.session.position != step or at.session.phase is not Phase.ANSWERED:
        await at.show_again()
        return
    await leave(at)


async def leave(at: Table) -> None:
    """To the summary of what was answered so far; what was answered is kept."""
    at = replace(at, session=await leaving.settled(at))
    await at.save(sessions.skip_to_end(at.session), place="new")
    await _replan(at)


def _needed(item: Item, seed: int) -> int:
    """How many taps make the answer whole."""
    return len(item.answer) if isinstance(item, MatchItem) else len(item.options(seed))


async def _replan(at: Table) -> None:
    """The next reminder by what is due after this sitting: what was planned at its start may have been answered."""
    first_due = await at.store.reviews.first_due(at.learner.id)
    moment = next_reminder(at.learner.preferences, at.learner.reminding, first_due, now=at.now)
    await at.store.learners.set_next(at.learner.id, moment)
