"""How do the settings look?"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import buttons
from bot.render.pages import button
from bot.render.planned import dated_lines
from bot.render.reply import Button, Reply
from bot.texts import Html, Texts, all_languages, bold, own_name
from lessons.enrollment import Learner
from lessons.exam import Forecast

HOURS = (7, 8, 9, 12, 15, 17, 18, 19, 20, 21)


def overview(learner: Learner, now: datetime, t: Texts, expected: Forecast | None = None) -> Reply:
    """All settings and a button for each."""
    kept = learner.preferences
    zone = kept.zone or t("not set, taken as UTC")
    local = now.astimezone(ZoneInfo(kept.zone or "UTC"))
    reminder = t.clock(kept.reminder_time) if kept.reminder_time else t("off")
    lines = [
        bold(t("Settings")),
        t("Time zone: {zone}; it is {time} for you now", zone=zone, time=t.clock(local)),
        t("Reminder: {time}", time=reminder),
        t("Quiet hours: {start} to {end}", start=t.clock(kept.quiet_from), end=t.clock(kept.quiet_to)),
        t("New facts a day: {count}", count=kept.new_per_day),
        t("Reviews a day, at most: {count}", count=kept.reviews_per_day),
    ]
    if kept.paused_until and kept.paused_until > now:
        lines.append(t("Reminders are paused until {when}.", when=t.moment(kept.paused_until, kept.zone)))
    lines += dated_lines(kept, expected, now, t)
    if kept.days_off:
        lines.append(t("Days off: {days}", days=t.comma.join(_day_name(int(day), t) for day in kept.days_off)))
    if kept.ask_confidence:
        lines.append(t("Before you see an answer, I ask how sure you are."))
    lines += [
        t("Language: {name}", name=own_name(t.language)),
        t("Weekly summary: {state}", state=t("on") if kept.weekly else t("off")),
        t("Questions as quiz polls: {state}", state=t("on") if kept.quiz_polls else t("off")),
        t("Pictures: {how}", how=picture_words(t)[kept.pictures]),
    ]
    rows = (
        (button(t("Time zone"), buttons.Menu("zone")), button(t("Reminder hour"), buttons.Menu("hour"))),
        (button(t("New a day"), buttons.Menu("new")), button(t("Reviews a day"), buttons.Menu("reviews"))),
        (button(t("Quiet hours"), buttons.Menu("quiet")), button(t("Pause"), buttons.Menu("pause"))),
        (button(t("Exam date"), buttons.Menu("exam")), button(t("Holiday"), buttons.Menu("holiday"))),
        (button(t("Minutes a day"), buttons.Menu("minutes")), button(t("Days off"), buttons.Menu("off"))),
        (_sureness(learner, t),),
        (_weekly(learner, t), button(t("Pictures"), buttons.Menu("pictures"))),
        (button(t("Language"), buttons.Menu("language")), _polls(learner, t)),
    )
    return Reply(Html("\n".join(lines)), rows)


def _polls(learner: Learner, t: Texts) -> Button:
    """The button that turns questions as quiz polls on or off."""
    if learner.preferences.quiz_polls:
        return button(t("No quiz polls"), buttons.Set("polls", "0"))
    return button(t("Quiz polls"), buttons.Set("polls", "1"))


def _weekly(learner: Learner, t: Texts) -> Button:
    """The button that turns the summary of the week on or off."""
    if learner.preferences.weekly:
        return button(t("No weekly summary"), buttons.Set("weekly", "0"))
    return button(t("Weekly summary"), buttons.Set("weekly", "1"))


def picture_words(t: Texts) -> dict[str, Html]:
    """How pictures may be drawn, in words."""
    return {"light": t("light"), "dark": t("dark"), "none": t("none, words only")}


def pictures(t: Texts) -> Reply:
    """How shall pictures be drawn?"""
    rows = (
        (button(t("Light"), buttons.Set("pictures", "light")), button(t("Dark"), buttons.Set("pictures", "dark"))),
        (button(t("Words only"), buttons.Set("pictures", "none")), _back(t)),
    )
    return Reply(t("How shall I draw pictures? Every picture comes with its words, too."), rows)


def _sureness(learner: Learner, t: Texts) -> Button:
    """The button that turns the question after each answer on or off."""
    if learner.preferences.ask_confidence:
        return button(t("Stop asking how sure I am"), buttons.Set("sure", "0"))
    return button(t("Ask how sure I am"), buttons.Set("sure", "1"))


def languages(t: Texts) -> Reply:
    """In which language shall the bot speak? Each is called as its own speakers call it."""
    presses = [button(own_name(code), buttons.Set("language", code)) for code in all_languages()]
    rows = [tuple(presses[at : at + 2]) for at in range(0, len(presses), 2)]
    text = t("In which language shall I speak? Packs stay in the language they were written in.")
    return Reply(text, (*rows, (_back(t),)))


def zone_question(now: datetime, t: Texts) -> Reply:
    """What time is it for you now? One button an hour of the world's clocks, and a city as the other way."""
    text = (
        bold(t("What time is it for you now?"))
        + "\n"
        + t("Tap it, or type the name of a city near you. Then I can ask at your hour.")
    )
    offsets = [timedelta(hours=h) for h in range(-11, 15)] + [
        timedelta(hours=5, minutes=30),
        timedelta(hours=3, minutes=30),
    ]
    clocks = sorted({_clock(now + offset, t): offset for offset in offsets}.items(), key=lambda pair: pair[1])
    today = t.weekday(now.date())
    presses = [
        button(clock.removeprefix(f"{today} "), buttons.Set("offset", str(int(offset.total_seconds() // 60))))
        for clock, offset in clocks
    ]
    rows = tuple(tuple(presses[i : i + 4]) for i in range(0, len(presses), 4))
    return Reply(Html(text), rows)


def zone_choice(zones: Sequence[tuple[str, str]], t: Texts) -> Reply:
    """Which of these places keeps your clock? `zones` are (IANA name, label)."""
    rows = tuple((button(label, buttons.Set("zone", name)),) for name, label in zones)
    return Reply(t("Which of these keeps the same clock as you, summer and winter?"), rows)


def hours(learner: Learner, t: Texts) -> Reply:
    """When shall I remind you?"""
    presses = [button(t.clock(time(hour)), buttons.Set("hour", str(hour))) for hour in HOURS]
    rows: list[tuple[Button, ...]] = [tuple(presses[i : i + 5]) for i in range(0, len(presses), 5)]
    rows.append((button(t("No reminders"), buttons.Set("hour", "off")), _back(t)))
    return Reply(t("At what hour shall I remind you? Tap one, or type a time such as 18:30."), tuple(rows))


def amounts(setting: str, t: Texts) -> Reply:
    """How many a day?"""
    choices = (3, 5, 10, 15, 20) if setting == "new" else (10, 20, 30, 50, 100)
    text = t("How many new facts a day?") if setting == "new" else t("How many reviews a day, at most?")
    rows = (tuple(button(t.number(count), buttons.Set(setting, str(count))) for count in choices), (_back(t),))
    return Reply(text, rows)


def quiet(t: Texts) -> Reply:
    """When shall the bot keep quiet?"""
    spans = ((20, 8), (21, 7), (22, 7), (23, 6))
    rows = (
        *((button(f"{t.clock(time(a))} – {t.clock(time(b))}", buttons.Set("quiet", f"{a}-{b}")),) for a, b in spans),
        (_back(t),),
    )
    return Reply(t("When shall I keep quiet?"), rows)


def pause(t: Texts) -> Reply:
    """For how long shall reminders rest?"""
    rows = (
        (
            button(t("3 days"), buttons.Set("pause", "3")),
            button(t("A week"), buttons.Set("pause", "7")),
            button(t("A month"), buttons.Set("pause", "30")),
        ),
        (button(t("No pause"), buttons.Set("pause", "0")), _back(t)),
    )
    return Reply(t("For how long shall I not remind you? Nothing is lost; what waits is spread over days."), rows)


def days_off(learner: Learner, t: Texts) -> Reply:
    """On which weekdays shall no reminder come? A tap takes a day off, another gives it back."""
    off = learner.preferences.days_off
    names = [t("{day}: off", day=_day_name(day, t)) if str(day) in off else _day_name(day, t) for day in range(1, 8)]
    presses = [button(name, buttons.Set("off", str(day))) for day, name in enumerate(names, 1)]
    text = t("On which days shall I not remind you? Tap a day; tap it again to have it back. What is due waits a day.")
    return Reply(text, (tuple(presses[:4]), tuple(presses[4:]), (_back(t),)))


def _day_name(day: int, t: Texts) -> str:
    """The weekday of that number, 1 for Monday, as the language calls it."""
    return str(t.locale.days["stand-alone"]["wide"][day - 1])


def exam(t: Texts) -> Reply:
    """On which day shall everything be known?"""
    rows = (
        (
            button(t("In 2 weeks"), buttons.Set("exam", "14")),
            button(t("In a month"), buttons.Set("exam", "30")),
            button(t("In 3 months"), buttons.Set("exam", "90")),
        ),
        (button(t("No exam"), buttons.Set("exam", "0")), _back(t)),
    )
    text = t("When is the exam? Tap, or type the day, such as 12 June. I plan so that you have met everything by then.")
    return Reply(text, rows)


def holiday(t: Texts) -> Reply:
    """On which days shall nothing be due?"""
    rows = (
        (button(t("A week from tomorrow"), buttons.Set("holiday", "7")),),
        (button(t("Two weeks from tomorrow"), buttons.Set("holiday", "14")),),
        (button(t("No holiday"), buttons.Set("holiday", "0")), _back(t)),
    )
    text = t(
        "When are you away? Tap, or type the first and the last day, such as 1 July to 14 July. "
        "Nothing is due then; it comes back little by little after it."
    )
    return Reply(text, rows)


def minutes(t: Texts) -> Reply:
    """How much time is there a day?"""
    rows = (
        tuple(button(t.number(count), buttons.Set("minutes", str(count))) for count in (5, 10, 15, 20, 30)),
        (button(t("No limit"), buttons.Set("minutes", "0")), _back(t)),
    )
    return Reply(t("How many minutes a day? I ask as much as you can answer in that time, by your own pace."), rows)


def _back(t: Texts) -> Button:
    return button(t("Back"), buttons.Menu("settings"))


def _clock(there: datetime, t: Texts) -> str:
    """The day and the time of day there."""
    return f"{t.weekday(there.date())} {t.clock(there)}"
