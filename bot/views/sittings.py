"""A sitting, and what belongs under it: from the database to what `bot.render.sitting` draws."""

from dataclasses import replace
from datetime import date, datetime

from bot import buttons
from bot.actions import assigned, planning, spreading
from bot.actions.studying import seed_of
from bot.render import class_learner, lesson_text, pages, sitting
from bot.render.pages import button
from bot.render.reply import Reply
from bot.render.sitting.words import is_figure_or_date
from bot.send import Presented
from bot.texts import Html, bold
from bot.views import sitting_polls
from bot.views.showing import Showing, presents
from lessons import days
from lessons.budget import seconds_per_answer
from lessons.enrollment import Learner
from lessons.items import Item
from lessons.session import Phase, Session, SessionKind
from lessons.timed import reading_secs
from storage.store import Store


@presents("sitting")
async def _sitting(showing: Showing) -> Presented:
    """The session's message, edited to its state."""
    session, message_id = await showing.store.sessions.shown(showing.args["session"])
    scene = await _scene(showing, session)
    polled = await sitting_polls.polled(showing, scene, message_id)
    if polled is not None:
        return polled
    replies = sitting.draw(scene, showing.t)

    async def remember(store: Store, sent: int) -> None:
        await store.sessions.set_message(session.id, sent)

    return Presented(tuple(replies), message_id, remember)


async def _scene(showing: Showing, session: Session) -> sitting.Scene:
    store, learner = showing.store, showing.learner
    scene = sitting.Scene(session, learner, showing.now, reminder=bool(showing.args.get("reminder")))
    if showing.args.get("resumed"):
        scene = replace(scene, resumed=_left_on(session, learner, showing.now))
    step = session.step
    if session.phase is Phase.SUMMARY:
        return await _summary(showing, scene)
    if session.phase is Phase.CLOSED or step is None:
        return scene
    if step.kind == "reading":
        read = await store.packs.reading(step.ref)
        pack = (await store.packs.get(read.pack_id)).pack
        whole = await _minutes(showing, session) if not session.position and len(session.steps) > 1 else None
        return replace(scene, pack=pack, reading=read.reading, minutes=whole)
    return await _question(showing, scene, step.ref)


async def _question(showing: Showing, scene: sitting.Scene, item_id: int) -> sitting.Scene:
    """What belongs to a question, or to its outcome."""
    store, learner, session = showing.store, showing.learner, scene.session
    item = await store.packs.item(item_id)
    # A question that is a message and no poll says nothing of its reading, nor of when its outcome is told.
    told = session.phase is Phase.ANSWERED or learner.preferences.quiz_polls or scene.resumed is not None
    memory = await store.reviews.memory(learner.id, item.id) if session.phase is Phase.ANSWERED else None
    mention, minutes = None, None
    if scene.reminder and session.position == 0:
        minutes = await _minutes(showing, session)
        word = await assigned.mention(store, learner, showing.now)
        mention = class_learner.mention(word, showing.t) if word else None
    return replace(
        scene,
        pack=(await store.packs.get(item.pack_id)).pack,
        item=item.item,
        reading=(await store.packs.reading(item.reading_id)).reading if told and item.reading_id else None,
        seed=seed_of(session),
        next_due=memory.due if memory and not session.drill and not item.retired else None,
        spread=await _is_spread(showing, session),
        away=await spreading.is_offered(store, learner, session, showing.now),
        mention=mention,
        minutes=minutes,
        sealed=await assigned.sealed_until(store, learner, [item.id], showing.now) if told else None,
    )


def _left_on(session: Session, learner: Learner, now: datetime) -> date | None:
    """The earlier study day on which the sitting was left; None for today."""
    kept = learner.preferences
    day = days.study_day(session.asked_at or session.started_at, kept.zone, kept.rollover_hour)
    return day if day < days.study_day(now, kept.zone, kept.rollover_hour) else None


async def _minutes(showing: Showing, session: Session) -> int:
    """The time for all that the sitting holds: words by the usual pace, answers by the learner's own."""
    store = showing.store
    readings = [step.ref for step in session.steps if step.kind == "reading"]
    words = sum([len((await store.packs.reading(ref)).reading.text.split()) for ref in readings])
    secs = seconds_per_answer(await store.reviews.elapsed(session.learner_id))
    return max(1, round((reading_secs(words) + (len(session.steps) - len(readings)) * secs) / 60))


async def _is_spread(showing: Showing, session: Session) -> bool:
    """Whether a review that begins leaves something due for other days."""
    if session.kind is not SessionKind.REVIEW or session.position or session.phase is not Phase.ASKING:
        return False
    return await showing.store.reviews.count_due(session.learner_id, showing.now) > len(session.steps)


async def _summary(showing: Showing, scene: sitting.Scene) -> sitting.Scene:
    store, session = showing.store, scene.session
    found = await store.packs.items(session.missed)
    sealed = await assigned.sealed_until(store, scene.learner, [one.item for one in session.results], scene.now)
    missed = [] if sealed else [found[ref].item for ref in session.missed if ref in found]
    packs = [session.pack_id] if session.pack_id else []
    more = bool(await store.reviews.unseen(scene.learner.id, packs, 1))
    planned = scene.learner.reminding.next_at
    kept = [] if sealed else await _figures(showing, session)
    pack = (await store.packs.get(session.pack_id)).pack if session.pack_id else None
    scene = replace(scene, pack=pack, kept=kept)
    return replace(scene, sealed=sealed, missed=missed, more_lessons=more, due_next=planned)


async def _figures(showing: Showing, session: Session) -> list[Item]:
    """The figures and dates that a lesson asked for in its first round; a review has no such card."""
    if session.kind not in (SessionKind.LESSON, SessionKind.TIMED) or session.drill:
        return []
    refs = [result.item for result in session.results]
    found = await showing.store.packs.items(refs)
    items = [found[ref].item for ref in dict.fromkeys(refs) if ref in found]
    return [item for item in items if is_figure_or_date(item)]


@presents("paragraph")
async def _paragraph(showing: Showing) -> Presented:
    read = await showing.store.packs.reading(showing.args["reading"])
    texts_ = lesson_text.parts(read.reading, showing.args.get("words"))
    head = bold(read.reading.title)
    replies = [Reply(Html(f"{head}\n\n{part}" if i == 0 else part)) for i, part in enumerate(texts_)]
    if showing.args.get("at"):
        replies[-1] = replace(replies[-1], rows=((button(showing.t("Go on"), buttons.Next(*showing.args["at"])),),))
    return Presented(tuple(replies))


@presents("why_report")
async def _why_report(showing: Showing) -> Presented:
    return Presented((pages.report_reasons(showing.args["session"], showing.args["step"], showing.t),))


@presents("enough")
async def _enough(showing: Showing) -> Presented:
    """The day's new facts are met; going on is the learner's choice."""
    t = showing.t
    count = (await planning.day_limits(showing.store, showing.learner, showing.args["pack"], showing.now)).new
    text = t.n(
        "You have met today's {count} new fact. It sticks better if you sleep on it.",
        "You have met today's {count} new facts. They stick better if you sleep on them.",
        count,
    )
    pack = showing.args["pack"]
    rows = ((button(t("Go on all the same"), buttons.Learn(pack, 1)), button(t("Review instead"), buttons.Review())),)
    return Presented((Reply(text, rows),), showing.message_id)


@presents("learned")
async def _learned(showing: Showing) -> Presented:
    """Every fact of the pack has been met."""
    t, pack = showing.t, showing.args["pack"]
    title = (await showing.store.packs.get(pack)).pack.title
    rows = (
        (button(t("Quiz"), buttons.Quiz(pack)), button(t("Review"), buttons.Review())),
        (button(t("All packs"), buttons.Menu("packs")),),
    )
    text = t("You have met every fact of “{title}”. Each comes back when it is about to fade.", title=title)
    return Presented((Reply(text, rows),), showing.message_id)


@presents("nothing_due")
async def _nothing_due(showing: Showing) -> Presented:
    """Nothing waits; when the next review is."""
    t = showing.t
    first = await showing.store.reviews.first_due(showing.learner.id)
    lines = [t("Nothing is due just now.")]
    if first is not None:
        lines.append(
            t(
                "The next fact comes back on {day}.",
                day=t.day(days.local(first, showing.learner.preferences.zone).date()),
            )
        )
    rows = ((button(t("Learn something new"), buttons.Learn()), button(t("Quiz"), buttons.Quiz())),)
    return Presented((Reply(Html("\n".join(lines)), rows),), showing.message_id)
