"""The learner's progress: loaded here, drawn and told by `bot.render.progress`."""

from dataclasses import replace
from datetime import timedelta

from bot import pictures
from bot.actions import browsing, planning
from bot.render import progress as progress_page
from bot.render.progress import LessonProgress, Progress
from bot.render.reply import Reply
from bot.send import Presented
from bot.views.showing import Showing, presents
from bot.views.strength import strengths
from lessons import days
from lessons.mastery import mastery
from lessons.schedule import outlook


@presents("progress")
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
    chances = strengths(showing, await store.reviews.memories(learner.id, hand))
    lessons = []
    for lesson in stored.pack.lessons:
        items = [stored.items[item.id] for item in lesson.items if item.id in stored.items]
        share = mastery([chances.get(item) for item in items], len(items))
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
        await planning.expectation(store, learner, hand, showing.now),
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
