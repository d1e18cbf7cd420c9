"""When is a sitting's question shown as Telegram's own quiz poll? Where the learner likes that, and it fits."""

from bot import buttons
from bot.delivery.post import Sent
from bot.render.pages import button
from bot.render.polls import quiz_poll
from bot.render.reply import Reply
from bot.render.sitting import Scene
from bot.send import Presented
from bot.texts import escape
from bot.views.showing import Showing
from lessons.session import Phase, Session
from storage.sitting_polls import SittingPoll
from storage.store import Store


async def polled(showing: Showing, scene: Scene, live: int | None) -> Presented | None:
    """The question as a poll; None where it is a message. A poll that stands is not sent twice: it cannot be edited."""
    session, learner, t = scene.session, scene.learner, showing.t
    if scene.item is None or not _may_be(scene):
        return None
    poll = quiz_poll(scene.item, scene.seed, scene.reading, scene.pack, t)
    if poll is None:
        return None
    if showing.place == "edit" and await _stands(showing, session, live):
        return Presented(())

    async def remember(store: Store, sent: int) -> None:
        await store.sessions.set_message(session.id, int(sent))
        if isinstance(sent, Sent) and sent.poll_id:
            known = SittingPoll(sent.poll_id, learner.chat_id, session.id, session.position, int(sent))
            await store.sitting_polls.add(known, showing.now)

    row = (button(t("I don't know"), buttons.GiveUp(session.id, session.position)),)
    return Presented((Reply(escape(poll.question), (row,), poll=poll),), live, remember)


def _may_be(scene: Scene) -> bool:
    """A poll tells right or wrong at once: not where the class is told later, or where one is first asked how sure
    one is. And it has no room for a reminder's words or a hint.
    """
    session, kept = scene.session, scene.learner.preferences
    asked = session.phase is Phase.ASKING and not session.hints and not scene.sealed
    reminding = scene.reminder and session.position == 0
    return kept.quiz_polls and asked and not kept.ask_confidence and not reminding


async def _stands(showing: Showing, session: Session, live: int | None) -> bool:
    """Whether the sitting's message is a poll that asks this very step."""
    known = await showing.store.sitting_polls.in_message(showing.learner.chat_id, live) if live else None
    return known is not None and (known.session_id, known.position) == (session.id, session.position)
