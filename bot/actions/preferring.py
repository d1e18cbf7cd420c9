"""What happens when a learner changes a setting? Kept at once, and the next reminder planned anew."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot import zones
from bot.actions import planning, sitting, summarising
from bot.actions.expecting import expected
from bot.texts import all_languages
from lessons.days import local
from lessons.enrollment import Learner, Preferences
from lessons.errors import NotAllowed
from lessons.reminders import next_reminder
from storage.store import Store

TIME = re.compile(r"\s*(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?\s*", re.IGNORECASE)


async def change(
    store: Store, learner: Learner, setting: str, value: str, now: datetime, message_id: int | None
) -> None:
    """One setting from a button. Raises NotAllowed for a setting or value that no button of ours carries."""
    if setting == "offset":
        await _offset(store, learner, int(value), now, message_id)
        return
    changed = _changed(learner.preferences, setting, value, now)
    if changed is None:
        raise NotAllowed("setting")
    page = "off" if setting == "off" else "settings"  # several days may be taken off, one after the other
    await save(store, learner, changed, now, message_id, page=page)


async def save(
    store: Store,
    learner: Learner,
    changed: Preferences,
    now: datetime,
    message_id: int | None = None,
    *,
    page: str = "settings",
) -> None:
    """Saves the changed preferences, bends the plan where its dates changed, and shows the settings (or that page)."""
    was, learner = learner.preferences, replace(learner, preferences=changed, expecting=None)
    if (was.exam_on, was.holiday) != (changed.exam_on, changed.holiday):
        await planning.bend(store, learner, now)
    await keep(store, learner, now)
    await sitting.page(store, learner, page, message_id)


async def keep(store: Store, learner: Learner, now: datetime) -> None:
    """Saves the learner and plans the next reminder by what is now set."""
    await store.learners.save(learner)
    first_due = await store.reviews.first_due(learner.id)
    await store.learners.set_next(learner.id, next_reminder(learner.preferences, learner.reminding, first_due, now=now))
    await summarising.plan(store, learner, now)


@expected("zone")
async def _zone(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    return await _zone_typed(store, learner, text, now)


@expected("hour")
async def _hour(store: Store, learner: Learner, args: str, text: str, now: datetime) -> bool:
    moment = read_time(text)
    if moment is None:
        return False
    kept = replace(learner.preferences, reminder_time=moment)
    await keep(store, replace(learner, preferences=kept, expecting=None), now)
    await sitting.page(store, learner, "settings")
    return True


def read_time(text: str) -> time | None:
    """A time of day as people type it: 18:30, 18.30, 6pm, 9."""
    found = TIME.fullmatch(text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


async def _zone_typed(store: Store, learner: Learner, text: str, now: datetime) -> bool:
    found = zones.by_city(text)
    if not found:
        await sitting.say(store, learner, "no_such_city", city=text[:60])
        return True
    if len({place.zone for place in found}) == 1:
        await change(store, learner, "zone", found[0].zone, now, None)
        return True
    places = [(place.zone, place.label) for place in found[:6]]
    await sitting.page(store, learner, "zone_choice", zones=places)
    return True


async def _offset(store: Store, learner: Learner, minutes: int, now: datetime, message_id: int | None) -> None:
    """It is that much later than UTC for the learner now: one zone, or a choice of those that agree today."""
    places = zones.by_offset(timedelta(minutes=minutes), now)
    if not places:
        raise NotAllowed("setting")
    if len(places) == 1:
        await change(store, learner, "zone", places[0].zone, now, message_id)
        return
    choice = [(place.zone, place.label) for place in places]
    await sitting.page(store, learner, "zone_choice", message_id, zones=choice)


def _changed(kept: Preferences, setting: str, value: str, now: datetime) -> Preferences | None:
    match setting:
        case "zone" if zones.known(value):
            return replace(kept, zone=value)
        case "hour" if value == "off":  # who wants no reminders wants no other message of ours
            return replace(kept, reminder_time=None, weekly=False)
        case "pictures" if value in ("light", "dark", "none"):
            return replace(kept, pictures=value)
        case "language" if value in all_languages():
            return replace(kept, language=value)
        case "polls" if value in ("0", "1"):
            return replace(kept, quiz_polls=value == "1")
        case "weekly" if value in ("0", "1"):
            return replace(kept, weekly=value == "1")
        case "hour" if _within(value, 0, 23):
            return replace(kept, reminder_time=time(int(value)))
        case "new" if _within(value, 0, 100):
            return replace(kept, new_per_day=int(value))
        case "reviews" if _within(value, 1, 500):
            return replace(kept, reviews_per_day=int(value))
        case "pause" if _within(value, 0, 365):
            return replace(kept, paused_until=now + timedelta(days=int(value)) if int(value) else None)
        case "minutes" if _within(value, 0, 240):
            return replace(kept, minutes_per_day=int(value) or None)
        case "exam" if _within(value, 0, 366):
            return replace(kept, exam_on=_today(kept, now) + timedelta(days=int(value)) if int(value) else None)
        case "holiday" if _within(value, 0, 60):
            return _away_from_tomorrow(kept, int(value), now)
        case "off" if value in tuple("1234567"):
            return replace(kept, days_off="".join(sorted(set(kept.days_off) ^ {value})))
        case "sure" if value in ("0", "1"):
            return replace(kept, ask_confidence=value == "1")
        case "quiet":
            start, _, end = value.partition("-")
            if _within(start, 0, 23) and _within(end, 0, 23):
                return replace(kept, quiet_from=time(int(start)), quiet_to=time(int(end)))
    return None


def _today(kept: Preferences, now: datetime) -> date:
    return local(now, kept.zone).date()


def _away_from_tomorrow(kept: Preferences, days: int, now: datetime) -> Preferences:
    """A holiday of so many days; 0: none."""
    if not days:
        return replace(kept, holiday_from=None, holiday_to=None)
    first = _today(kept, now) + timedelta(days=1)
    return replace(kept, holiday_from=first, holiday_to=first + timedelta(days=days - 1))


def _within(value: str, low: int, high: int) -> bool:
    return value.isascii() and value.isdigit() and low <= int(value) <= high
