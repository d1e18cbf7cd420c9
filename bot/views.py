"""What is a chat owed, and how is it made from what the database says now? One presenter for each kind of view."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot import buttons, pictures
from bot.actions import browsing
from bot.actions.studying import seed_of
from bot.render import lesson_text, pages, settings, sitting, uploads
from bot.render import progress as progress_page
from bot.render.notices import notice
from bot.render.pages import button
from bot.render.progress import LessonProgress, Progress
from bot.render.reply import Reply
from bot.send import Presented
from bot.texts import Html, Texts, bold, texts
from lessons import days
from lessons.enrollment import Learner
from lessons.mastery import mastery
from lessons.schedule import Schedule, outlook
from lessons.session import Phase
from storage.store import Store
from storage.views import OwedView


@dataclass(frozen=True, slots=True)
class Showing:
    """One view being made: the store to load from, the learner whose chat it is (None once forgotten), its data."""

    store: Store
    args: Mapping[str, Any]
    now: datetime
    t: Texts
    learner: Learner

    @property
    def message_id(self) -> int | None:
        """The message that the view takes the place of, where it was asked for by a button."""
        return self.args.get("message")


Presenter = Callable[[Showing], Awaitable[Presented]]


async def present(store: Store, view: OwedView, now: datetime) -> Presented:
    """What is to be sent for an owed view; an empty list of replies where nothing is left to say."""
    learner = await store.learners.by_chat(view.chat_id)
    if view.kind == "say":
        t = texts(learner.preferences.language if learner else view.args.get("language") or "en")
        return Presented((Reply(notice(view.args["code"], view.args["data"], t), thread=view.args.get("thread")),))
    if learner is None:
        return Presented(())
    showing = Showing(store, view.args, now, texts(learner.preferences.language), learner)
    return await PRESENTERS[view.kind](showing)


async def _sitting(showing: Showing) -> Presented:
    """The session's message, edited to its state."""
    session = await showing.store.sessions.get(showing.args["session"])
    scene = await _scene(showing, session.id)
    replies = sitting.draw(scene, showing.t)
    message_id = await showing.store.sessions.message_id(session.id)

    async def remember(store: Store, sent: int) -> None:
        await store.sessions.set_message(session.id, sent)

    return Presented(tuple(replies), message_id, remember)


async def _scene(showing: Showing, session_id: int) -> sitting.Scene:
    store, learner = showing.store, showing.learner
    session = await store.sessions.get(session_id)
    scene = sitting.Scene(session, learner, showing.now, reminder=bool(showing.args.get("reminder")))
    step = session.step
    if session.phase is Phase.SUMMARY:
        return await _summary(showing, scene)
    if session.phase is Phase.CLOSED or step is None:
        return scene
    if step.kind == "reading":
        read = await store.packs.reading(step.ref)
        pack = (await store.packs.get(read.pack_id)).pack
        return replace(scene, pack=pack, reading=read.reading)
    item = await store.packs.item(step.ref)
    pack = (await store.packs.get(item.pack_id)).pack
    reading = (await store.packs.reading(item.reading_id)).reading if item.reading_id else None
    memory = await store.reviews.memory(learner.id, item.id) if session.phase is Phase.ANSWERED else None
    next_due = memory.due if memory and not session.drill else None
    return replace(scene, pack=pack, item=item.item, reading=reading, seed=seed_of(session), next_due=next_due)


async def _summary(showing: Showing, scene: sitting.Scene) -> sitting.Scene:
    store, session = showing.store, scene.session
    found = await store.packs.items(session.missed)
    missed = [found[ref].item for ref in session.missed if ref in found]
    packs = [session.pack_id] if session.pack_id else []
    more = bool(await store.reviews.unseen(scene.learner.id, packs, 1))
    planned = scene.learner.reminding.next_at
    return replace(scene, missed=missed, more_lessons=more, due_next=planned)


async def _welcome(showing: Showing) -> Presented:
    store, learner = showing.store, showing.learner
    hand = await browsing.at_hand(store, learner)
    page = pages.Welcome(
        name=learner.name,
        pack=await browsing.card(store, learner, hand) if hand else None,
        known=bool(showing.args.get("known")),
        due=await store.reviews.count_due(learner.id, showing.now),
        note=showing.t("That link leads nowhere any more.") if showing.args.get("lost") else "",
    )
    return Presented((pages.welcome(page, showing.t),), showing.message_id)


async def _help(showing: Showing) -> Presented:
    return Presented((pages.help_page(showing.t),), showing.message_id)


async def _packs(showing: Showing) -> Presented:
    cards = await showing.store.packs.visible(showing.learner.id)
    hand = await browsing.at_hand(showing.store, showing.learner)
    return Presented((pages.packs(cards, hand, showing.t),), showing.message_id)


async def _pack(showing: Showing) -> Presented:
    store, pack_id = showing.store, showing.args["pack"]
    stored = await store.packs.get(pack_id)
    memories = await store.reviews.memories(showing.learner.id, pack_id)
    known = await _known(showing, memories)
    reply = pages.pack_card(await browsing.card(store, showing.learner, pack_id), stored.pack, len(known), showing.t)
    return Presented((reply,), showing.message_id)


async def _known(showing: Showing, memories: Mapping[int, Any]) -> set[int]:
    """The items of those that the learner would very likely recall now."""
    strengths = _strengths(showing, memories)
    return {item for item, strength in strengths.items() if mastery([strength], 1).known}


def _strengths(showing: Showing, memories: Mapping[int, Any]) -> dict[int, float]:
    kept = showing.learner.preferences
    schedule = Schedule()
    return {
        item: schedule.retrievability(memory, now=showing.now, zone=kept.zone, rollover_hour=kept.rollover_hour)
        for item, memory in memories.items()
    }


async def _progress(showing: Showing) -> Presented:
    progress = await _progress_of(showing)
    t = showing.t
    if progress is None:
        return Presented((Reply(t("Nothing learned yet. /learn begins.")),), showing.message_id)
    reply = progress_page.words(progress, t)
    data = progress_page.picture_data(progress, t)

    async def finish() -> tuple[Reply, ...]:
        return (replace(reply, photo=await pictures.draw("progress", data)),)

    return Presented((reply,), finish=finish)


async def _progress_of(showing: Showing) -> Progress | None:
    store, learner = showing.store, showing.learner
    hand = await browsing.at_hand(store, learner)
    if hand is None:
        return None
    stored = await store.packs.get(hand)
    strengths = _strengths(showing, await store.reviews.memories(learner.id, hand))
    lessons = []
    for lesson in stored.pack.lessons:
        items = [stored.items[item.id] for item in lesson.items if item.id in stored.items]
        share = mastery([strengths.get(item) for item in items], len(items))
        lessons.append(LessonProgress(lesson.title, share.known, share.learning, share.unseen))
    kept = learner.preferences
    today = days.study_day(showing.now, kept.zone, kept.rollover_hour)
    dues = await store.reviews.dues(learner.id)
    ahead = outlook(dues, now=showing.now, zone=kept.zone, rollover_hour=kept.rollover_hour)
    first = today - timedelta(days=13)
    by_day = await store.learners.study_days(learner.id, days.start_of_day(first, kept.zone, kept.rollover_hour))
    answered = [(day, by_day.get(day, 0)) for day in (first + timedelta(days=i) for i in range(14))]
    return Progress(
        stored.pack.title,
        lessons,
        [(today + timedelta(days=i), count) for i, count in enumerate(ahead)],
        answered,
        _streak([count for _, count in answered]),
    )


def _streak(counts: list[int]) -> int:
    """Days in a row up to today; today may still be empty."""
    backwards = counts[::-1]
    if backwards and not backwards[0]:
        backwards = backwards[1:]
    length = 0
    for count in backwards:
        if not count:
            break
        length += 1
    return length


async def _settings(showing: Showing) -> Presented:
    return Presented((settings.overview(showing.learner, showing.now, showing.t),), showing.message_id)


async def _zone(showing: Showing) -> Presented:
    return Presented((settings.zone_question(showing.now, showing.t),), showing.message_id)


async def _zone_choice(showing: Showing) -> Presented:
    zones = [(zone, label) for zone, label in showing.args["zones"]]
    return Presented((settings.zone_choice(zones, showing.t),), showing.message_id)


async def _hour(showing: Showing) -> Presented:
    return Presented((settings.hours(showing.learner, showing.t),), showing.message_id)


async def _new(showing: Showing) -> Presented:
    return Presented((settings.amounts("new", showing.t),), showing.message_id)


async def _reviews(showing: Showing) -> Presented:
    return Presented((settings.amounts("reviews", showing.t),), showing.message_id)


async def _quiet(showing: Showing) -> Presented:
    return Presented((settings.quiet(showing.t),), showing.message_id)


async def _pause(showing: Showing) -> Presented:
    """Under a reminder the pause page is a message of its own: the question stays."""
    return Presented((settings.pause(showing.t),), showing.message_id)


async def _privacy(showing: Showing) -> Presented:
    return Presented((pages.privacy(showing.t),), showing.message_id)


async def _forget(showing: Showing) -> Presented:
    return Presented((pages.forget(showing.t),))


async def _mydata(showing: Showing) -> Presented:
    from bot.actions import rights

    return Presented((pages.my_data(await rights.my_data(showing.store, showing.learner), showing.t),))


async def _paragraph(showing: Showing) -> Presented:
    read = await showing.store.packs.reading(showing.args["reading"])
    texts_ = lesson_text.parts(read.reading)
    head = bold(read.reading.title)
    return Presented(tuple(Reply(Html(f"{head}\n\n{part}" if i == 0 else part)) for i, part in enumerate(texts_)))


async def _why_report(showing: Showing) -> Presented:
    return Presented((pages.report_reasons(showing.args["session"], showing.args["step"], showing.t),))


async def _upload(showing: Showing) -> Presented:
    """How far a document is on its way to a pack, or what became of it."""
    upload = await showing.store.uploads.get(showing.args["upload"])
    if upload is None:
        return Presented(())
    outcome = upload.outcome or {}
    if upload.state != "done":
        reply = uploads.building(upload.name, upload.stage, upload.share, showing.t)
    elif upload.pack_id is not None:
        pack = (await showing.store.packs.get(upload.pack_id)).pack
        reply = uploads.built(pack, upload.pack_id, outcome.get("report"), showing.t)
    else:
        reply = uploads.failed(upload.name, outcome, showing.t)

    async def remember(store: Store, sent: int) -> None:
        await store.uploads.shown(upload.id, sent)

    return Presented((reply,), upload.shown_id, remember)


async def _said_in_place(showing: Showing) -> Presented:
    """One sentence in place of the page whose button was pressed."""
    return Presented((Reply(notice(showing.args["code"], {}, showing.t)),), showing.message_id)


async def _enough(showing: Showing) -> Presented:
    """The day's new facts are met; going on is the learner's choice."""
    t = showing.t
    count = showing.learner.preferences.new_per_day
    text = t.n(
        "You have met today's {count} new fact. It sticks better if you sleep on it.",
        "You have met today's {count} new facts. They stick better if you sleep on them.",
        count,
    )
    pack = showing.args["pack"]
    rows = ((button(t("Go on all the same"), buttons.Learn(pack, 1)), button(t("Review instead"), buttons.Review())),)
    return Presented((Reply(text, rows),), showing.message_id)


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


PRESENTERS: dict[str, Presenter] = {
    "sitting": _sitting,
    "welcome": _welcome,
    "help": _help,
    "packs": _packs,
    "pack": _pack,
    "progress": _progress,
    "settings": _settings,
    "zone": _zone,
    "zone_choice": _zone_choice,
    "hour": _hour,
    "new": _new,
    "reviews": _reviews,
    "quiet": _quiet,
    "pause": _pause,
    "privacy": _privacy,
    "forget": _forget,
    "mydata": _mydata,
    "paragraph": _paragraph,
    "why_report": _why_report,
    "said_in_place": _said_in_place,
    "upload": _upload,
    "enough": _enough,
    "learned": _learned,
    "nothing_due": _nothing_due,
}
