"""How do the standing pages look? Welcome, help, packs, privacy and the rest that have no state of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import buttons, sitting_buttons
from bot.render.cut import shorten
from bot.render.reply import Button, Reply, Rows
from bot.retention import ASIDE_KEPT, BACKUPS_KEPT, ROUNDS_KEPT
from bot.texts import Html, Texts, bold, escape, italic
from lessons.pack import Pack
from lessons.timed import reading_secs
from storage.packs import PackCard

COMMANDS = (
    "learn",
    "five",
    "read",
    "quiz",
    "review",
    "progress",
    "packs",
    "classes",
    "settings",
    "undo",
    "cancel",
    "privacy",
    "mydata",
    "forget",
    "help",
)
"""The commands of the menu, most used first."""


MOST_PACKS = 25
"""So many packs stand in one list; the rest is found by link."""


def command_words(t: Texts) -> dict[str, str]:
    """What each command of the menu does, in a few words."""
    return {
        "learn": t("Read a little and answer questions"),
        "five": t("What fits into five minutes; /five 12 for twelve"),
        "read": t("Read on, without questions"),
        "quiz": t("Ten questions on a pack"),
        "review": t("The facts that are due now"),
        "progress": t("What you know, as a picture and in words"),
        "packs": t("Choose what to learn"),
        "classes": t("Join a class, or lead one"),
        "teach": t("For teachers: documents, drafts, classes"),
        "settings": t("Time zone, reminders, daily amounts, pause"),
        "undo": t("Take the last answer back"),
        "cancel": t("Leave what you are doing"),
        "privacy": t("What is kept about you"),
        "mydata": t("Everything kept about you, as a file"),
        "forget": t("Delete everything about you"),
        "help": t("How this works"),
    }


def group_command_words(t: Texts) -> dict[str, str]:
    """The commands that a group is offered."""
    return {
        "quiz": t("A round for everybody here; /quiz 5 for five questions"),
        "stop": t("End the round"),
        "daily": t("A question a day: /daily 09:00, or /daily off"),
        "help": t("How this works"),
    }


def button(label: str, payload: buttons.Payload) -> Button:
    """A button that carries the payload."""
    return Button(str(label), buttons.pack(payload))


MOST_TOLD = 20
"""Whoever comes back after weeks is not met with a larger number than this."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """The first screen: who it is for, the pack at hand, whether the person has been here before."""

    name: str
    pack: PackCard | None
    known: bool
    due: int = 0
    note: str = ""
    given: Sequence[Html] = ()
    """What classes have given to learn, a line each; `given_rows` are their buttons."""
    given_rows: Rows = ()


def welcome(page: Welcome, t: Texts) -> Reply:
    """The first screen: one button does the next sensible thing."""
    lines: list[str] = [escape(page.note), ""] if page.note else []
    if page.known:
        lines.append(bold(t("Welcome back, {name}.", name=page.name)))
    else:
        lines.append(bold(t("Hello, {name}.", name=page.name)))
        lines += [
            "",
            t(
                "I teach the figures and dates in what you read: a short reading, a few questions, "
                "and then each fact comes back in this chat just before you would forget it."
            ),
            t("Every answer is shown with the sentence it comes from."),
        ]
    rows: list[tuple[Button, ...]] = list(page.given_rows)
    if page.given:
        lines += ["", *page.given]
    if page.due:
        lines += ["", _due(page.due, t)]
        rows.append((button(t("Review now"), buttons.Review()),))
    if page.pack:
        lines += ["", t("The pack at hand: {title}.", title=bold(page.pack.title))]
        label = t("Go on learning") if page.known else t("Start the first lesson")
        rows.append((button(label, buttons.Learn(page.pack.id)),))
    if page.known:
        rows.append((button(t("I have 5 minutes"), sitting_buttons.Minutes(5)),))
    rows.append((button(t("All packs"), buttons.Menu("packs")), button(t("How this works"), buttons.Menu("help"))))
    return Reply(Html("\n".join(lines)), tuple(rows))


def _due(count: int, t: Texts) -> Html:
    """How much waits; a number only where it frightens nobody."""
    if count > MOST_TOLD:
        return t("Some facts wait for review, a few at a time.")
    return t.n("{count} fact is due for review.", "{count} facts are due for review.", count)


def help_page(t: Texts, into_group: str = "") -> Reply:
    """What the commands do; `into_group` is the link by which the bot is let into a group."""
    words = command_words(t)
    lines = [
        bold(t("How this works")),
        t("Read a short text, answer a few questions, and each fact comes back when it is about to fade."),
        t("Tap an answer or type it: figures and dates in any common form, such as 11.3bn or 11 June 1942."),
        t("Nothing is timed. After each answer you see the sentence it comes from."),
        t("Whatever stands on a button can be typed, too."),
        "",
        *(f"/{name} — {words[name]}" for name in COMMANDS),
        "",
        t("For teachers: /teach. Send me a document, and I draft a pack from it."),
        t("In a group, /quiz calls a round for everybody there."),
    ]
    rows: Rows = ((Button(str(t("Add me to a group")), url=into_group),),) if into_group else ()
    return Reply(Html("\n".join(lines)), rows)


def packs(cards: Sequence[PackCard], at_hand: int | None, t: Texts) -> Reply:
    """The list of packs to choose from."""
    if not cards:
        return Reply(t("There are no packs here yet."))
    lines = [bold(t("Packs")), ""]
    for card in cards[:MOST_PACKS]:
        mark = " · " + t("at hand") if card.id == at_hand else ""
        size = (
            t.n("{count} lesson", "{count} lessons", card.lessons)
            + t.comma
            + t.n("{count} question", "{count} questions", card.items)
        )
        lines.append(f"{bold(shorten(card.title, 80))} · {size}{mark}")
    rows: Rows = tuple((button(shorten(card.title, 40), buttons.OpenPack(card.id)),) for card in cards[:MOST_PACKS])
    return Reply(Html("\n".join(lines)), rows)


def pack_card(card: PackCard, pack: Pack, known: int, t: Texts) -> Reply:
    """A pack's own page: what it is, from what, under which licence."""
    lines: list[str] = [bold(shorten(pack.title, 200))]
    if pack.description:
        lines += ["", escape(shorten(pack.description, 800))]
    lines += [
        "",
        t.n("{count} lesson", "{count} lessons", card.lessons)
        + " · "
        + t.n("{count} question", "{count} questions", card.items),
        t.n("To read: about {count} minute", "To read: about {count} minutes", reading_minutes(pack)),
    ]
    lines += [f"{number}. {escape(shorten(lesson.title, 80))}" for number, lesson in enumerate(pack.lessons[:12], 1)]
    lines += ["", t("You know {known} of {total}.", known=known, total=card.items)]
    if pack.sources:
        lines += ["", italic(t("Sources:"))]
        lines += [italic(f"• {shorten(source.citation, 200)}") for source in pack.sources[:4]]
        lines += [italic(f"  {shorten(source.note, 160)}") for source in pack.sources[:4] if source.note]
    about = [t("version {version}", version=pack.version), pack.licence]
    if pack.authors:
        about.append(", ".join(pack.authors))
    lines += ["", italic(" · ".join(escape(part) for part in about))]
    rows = (
        (button(t("Learn"), buttons.Learn(card.id)), button(t("Quiz"), buttons.Quiz(card.id))),
        (button(t("Only read"), sitting_buttons.ReadOn(card.id)), button(t("All packs"), buttons.Menu("packs"))),
    )
    return Reply(Html("\n".join(lines)), rows)


def reading_minutes(pack: Pack) -> int:
    """The time that all readings of the pack take, at least a minute."""
    words = sum(len(reading.text.split()) for lesson in pack.lessons for reading in lesson.readings)
    return max(1, round(reading_secs(words) / 60))


def privacy(t: Texts) -> Reply:
    """What is kept, why, how long, and how to end it."""
    lines = [
        bold(t("What is kept about you")),
        t("• your Telegram number and first name, your language and settings"),
        t("• your answers and when you gave them: the schedule is computed from them"),
        t("• packs that you made"),
        t("• certificates that you had made out: whoever has the code of one can have it confirmed"),
        t("• classes that you joined or lead, and under which name; their teachers see what you were told on joining"),
        t.n(
            "• rounds in groups: under which name you played and what you answered, for {count} day",
            "• rounds in groups: under which name you played and what you answered, for {count} days",
            ROUNDS_KEPT.days,
        ),
        "",
        t("It stays on the machine of whoever runs this bot, and goes to nobody else. No outside AI reads it."),
        t("A file that you send is not kept; a text that you paste is, until you publish or delete its pack."),
        t.n(
            "A message that I could not deal with is kept for {count} day, to find the fault.",
            "A message that I could not deal with is kept for up to {count} days, to find the fault.",
            ASIDE_KEPT.days,
        ),
        t("All else is kept until you delete it."),
        t.n(
            "What you delete stays in backups for {count} day more, unless whoever runs this bot set another time.",
            "What you delete stays in backups for {count} days more, unless whoever runs this bot set another time.",
            BACKUPS_KEPT.days,
        ),
        "",
        t("/mydata sends you all of it as a file; /forget deletes all of it at once."),
    ]
    return Reply(
        Html("\n".join(lines)),
        ((button(t("My data"), buttons.Menu("mydata")), button(t("Delete me"), buttons.Menu("forget"))),),
    )


def forget(t: Texts, alone: int = 0) -> Reply:
    """Asks before everything is deleted; `alone`: so many classes that have no other teacher go with it."""
    text = t("Delete everything about you: settings, answers, progress, your own packs? This cannot be undone.")
    if alone:
        lost = t.n(
            "{count} class that you lead alone is deleted, too. A co-teacher would keep it: /classes, Manage.",
            "{count} classes that you lead alone are deleted, too. A co-teacher would keep them: /classes, Manage.",
            alone,
        )
        text = Html(f"{text}\n\n{lost}")
    rows = (
        (button(t("Yes, delete everything"), buttons.Forget(1)),),
        (button(t("No, keep it"), buttons.Menu("kept")), button(t("First send me my data"), buttons.Menu("mydata"))),
    )
    return Reply(text, rows)


def report_reasons(session: int, step: int, t: Texts) -> Reply:
    """What is wrong with the question?"""
    reasons = {
        "key": t("The answer is wrong"),
        "unclear": t("It is unclear"),
        "options": t("Several options are right"),
        "typo": t("A slip of language"),
        "other": t("Something else"),
    }
    rows = tuple((button(label, buttons.Report(session, step, code)),) for code, label in reasons.items())
    return Reply(t("What is wrong with this question?"), rows)


def my_data(data: bytes, t: Texts) -> Reply:
    """The learner's data as a file."""
    return Reply(t("Everything that is kept about you."), document=("lectern-my-data.json", data))
