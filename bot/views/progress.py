"""The learner's progress: loaded here, drawn and told by `bot.render`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.actions import browsing, planning
from bot.actions.certifying import has_earned
from bot.actions.knowing import Knowing, closed_lessons, knowing
from bot.render import ahead as ahead_page
from bot.render import calendar as calendar_page
from bot.render import progress as progress_page
from bot.render import strength as strength_page
from bot.render import weak_spots as weak_page
from bot.render.progress import LessonProgress, Progress
from bot.render.reply import Reply
from bot.send import Presented
from bot.views.drawn import drawn
from bot.views.showing import Showing, presents
from bot.views.strength import strengths
from bot.weeks import first_weekday
from lessons import days
from lessons.confidence import calibration
from lessons.heatmap import heat_map
from lessons.mastery import mastery
from lessons.pack import Pack
from lessons.schedule import outlook
from lessons.source import READING
from lessons.streak import Streak, streak
from lessons.strength import Held, Spot, spot, weak_spots
from storage.progress import Tally

TWELVE_WEEKS, YEAR = 84, 365
LATELY = timedelta(days=60)
MOST_PACKS = 12
"""So many packs, the last chosen, are looked through for weak sources."""


async def _pack(showing: Showing) -> int | None:
    """The pack that the page is about: the one asked for, or the one at hand."""
    wanted = showing.args.get("pack") or 0
    return await browsing.chosen_pack(showing.store, showing.learner, wanted)


def _nothing(showing: Showing) -> Presented:
    return Presented((Reply(showing.t("Nothing learned yet. /learn begins.")),), showing.message_id)


@presents("progress")
async def _progress(showing: Showing) -> Presented:
    hand = await _pack(showing)
    if hand is None:
        return _nothing(showing)
    progress, t = await _progress_of(showing, hand), showing.t
    return drawn(showing, progress_page.words(progress, t), "progress", progress_page.picture_data(progress, t))


async def _progress_of(showing: Showing, hand: int) -> Progress:
    store, learner, now = showing.store, showing.learner, showing.now
    stored = await store.packs.get(hand)
    chances = await strengths(showing, hand)
    shut = await closed_lessons(store, learner, now)
    lessons = []
    for lesson in stored.pack.lessons:
        items = [stored.items[item.id] for item in lesson.items if item.id in stored.items]
        share = mastery([chances.get(item) for item in items], len(items))
        if {(hand, None), (hand, lesson.id)} & shut:  # what is known would tell what was right
            share = replace(share, known=0, learning=share.known + share.learning)
        lessons.append(LessonProgress(lesson.title, share.known, share.learning, share.unseen))
    counts, today = await by_day(showing, YEAR)
    first = today - timedelta(days=13)
    return Progress(
        stored.pack.title,
        lessons,
        await _ahead_days(showing, today),
        [(day, counts.get(day, 0)) for day in (first + timedelta(days=i) for i in range(14))],
        streak_of(showing, counts, today),
        await planning.expectation(store, learner, hand, now),
        hand,
        () if shut else calibration(await store.reviews.confidences(learner.id)),
    )


async def by_day(showing: Showing, back: int) -> tuple[dict[date, int], date]:
    """The answers of the last so many days, by study day; and today."""
    kept = showing.learner.preferences
    today = days.study_day(showing.now, kept.zone, kept.rollover_hour)
    since = days.start_of_day(today - timedelta(days=back - 1), kept.zone, kept.rollover_hour)
    return await showing.store.progress.days(showing.learner.id, kept, since), today


def streak_of(showing: Showing, counts: Mapping[date, int], today: date) -> Streak:
    """The streak that stands, by the answers of each day."""
    return streak(counts, today, showing.learner.preferences.holiday)


async def _ahead_days(showing: Showing, today: date) -> list[tuple[date, int]]:
    kept = showing.learner.preferences
    dues = await showing.store.reviews.dues(showing.learner.id)
    counts = outlook(dues, now=showing.now, zone=kept.zone, rollover_hour=kept.rollover_hour)
    return [(today + timedelta(days=i), count) for i, count in enumerate(counts)]


@presents("progress_calendar")
async def _calendar(showing: Showing) -> Presented:
    kept, t, year = showing.learner.preferences, showing.t, bool(showing.args.get("year"))
    counts, today = await by_day(showing, YEAR)
    first = first_weekday(kept.zone, kept.language)
    grid = heat_map(counts, today, days=YEAR if year else TWELVE_WEEKS, first_weekday=first)
    streak_now = streak_of(showing, counts, today)
    seen = calendar_page.Calendar(grid, streak_now, first, year, showing.args.get("pack") or 0)
    return drawn(showing, calendar_page.calendar(seen, t), "calendar", calendar_page.picture_data(seen, t))


@presents("progress_strength")
async def _strength(showing: Showing) -> Presented:
    hand = await _pack(showing)
    if hand is None:
        return _nothing(showing)
    seen, t = await knowing(showing.store, showing.learner, hand, showing.now), showing.t
    earned = await has_earned(showing.store, showing.learner, seen, showing.now)
    reply = strength_page.strength(seen, await begun(showing), t, earned=earned)
    if not seen.held:
        return Presented((reply,), showing.message_id)
    return drawn(showing, reply, "strength", strength_page.picture_data(seen, t))


@presents("progress_facts")
async def _facts(showing: Showing) -> Presented:
    """In words alone, for it is a list; somebody else's pack is not there."""
    pack = await browsing.chosen_pack(showing.store, showing.learner, showing.args["pack"])
    if pack is None:
        return _nothing(showing)
    seen = await knowing(showing.store, showing.learner, pack, showing.now)
    return Presented((strength_page.facts(seen, showing.args["start"], showing.t),), showing.message_id)


async def begun(showing: Showing) -> list[tuple[int, str]]:
    """The packs that the learner has begun and may still see, the last chosen first."""
    cards = {card.id: card.title for card in await showing.store.packs.visible(showing.learner.id)}
    return [(pack, cards[pack]) for pack in await showing.store.enrollments.of(showing.learner.id) if pack in cards]


@presents("progress_weak")
async def _weak(showing: Showing) -> Presented:
    hand = await _pack(showing)
    if hand is None:
        return _nothing(showing)
    store, learner, t = showing.store, showing.learner, showing.t
    tallies = await store.progress.tallies(learner.id, showing.now - LATELY)
    packs = [pack for pack, _ in await begun(showing)][:MOST_PACKS]
    known = {pack: await knowing(store, learner, pack, showing.now) for pack in dict.fromkeys((hand, *packs))}
    sources: dict[str, list[Held]] = {}
    for one in known.values():
        for row, held in one.held.items():
            for name in _sources(one.stored.pack, one, row):
                sources.setdefault(name, []).append(held)
    seen = weak_page.WeakSpots(
        hand,
        known[hand].stored.pack.title,
        _spots(_topics(known[hand]), tallies),
        _spots(sources, tallies),
    )
    reply, data = weak_page.weak_spots(seen, t), weak_page.picture_data(seen, t)
    return drawn(showing, reply, "weak", data) if data["panels"] else Presented((reply,), showing.message_id)


def _topics(known: Knowing) -> dict[str, list[Held]]:
    """The facts met by what teaches them: the reading's title, or the lesson's."""
    found: dict[str, list[Held]] = {}
    for lesson in known.stored.pack.lessons:
        titles = {reading.id: reading.title for reading in lesson.readings}
        for item in lesson.items:
            held = known.held.get(known.stored.items.get(item.id, 0))
            if held is not None:
                found.setdefault(titles.get(item.reading or "", lesson.title) or lesson.title, []).append(held)
    return found


def _sources(pack: Pack, known: Knowing, row: int) -> set[str]:
    """What documents the fact comes from; the pack itself where it names none."""
    item = known.items[row]
    readings = {reading.id: reading.source for lesson in pack.lessons for reading in lesson.readings}
    keys = {readings.get(item.reading or "") if one.ref == READING else one.ref for one in item.sources}
    found = (pack.source(key) for key in keys if key)
    return {one.title or one.citation for one in found if one is not None} or {pack.title}


def _spots(groups: Mapping[str, Iterable[Held]], tallies: Mapping[int, Tally]) -> list[Spot]:
    found = []
    for name, facts in groups.items():
        given = [tallies[one.item] for one in facts if one.item in tallies]
        found.append(spot(name, facts, [(one.right, one.answers) for one in given]))
    return weak_spots(found)


@presents("progress_ahead")
async def _ahead(showing: Showing) -> Presented:
    kept, t = showing.learner.preferences, showing.t
    today = days.study_day(showing.now, kept.zone, kept.rollover_hour)
    hand = await _pack(showing)
    expected = await planning.expectation(showing.store, showing.learner, hand, showing.now)
    room = await planning.day_limits(showing.store, showing.learner, hand, showing.now)
    seen = ahead_page.Ahead(await _ahead_days(showing, today), room.reviews, expected, hand or 0)
    return drawn(showing, ahead_page.ahead(seen, t), "ahead", ahead_page.picture_data(seen, t))
