"""Plays conversations with the real bot and writes them down as pages of the manual.

    uv run python -m scripts.transcripts [FOLDER]        (default: docs/transcripts)

Nothing in them is made up but what the learners do. The clock stands still between moves and the learners answer by
rule, so the same bot writes the same pages; a test compares them.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from bot.actions import round_questions
from bot.clock import MovableClock
from bot.playground import learner
from bot.playground.stage import Stage
from bot.texts import texts
from lessons.items import DateItem, EstimateItem, Item, NumberItem, TruthItem
from lessons.session import Phase
from scripts.told import Told

START = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
"""A Monday afternoon."""
READING = timedelta(seconds=50)
THINKING = timedelta(seconds=9)
LETTERS = "ABCDEFGHIJKL"
FIGURE = re.compile(r"\$?([\d ]+(?:\.\d+)?)(?: (billion|million))?")
SIZES = {"ru": {"billion": "млрд", "million": "млн"}, "fa": {"billion": "میلیارد", "million": "میلیون"}}

Story = Callable[[Stage], Awaitable[str]]


async def first_day(stage: Stage) -> str:
    """A first lesson."""
    told = Told(
        stage.person("Ada"),
        "A first day",
        "Ada opens the chat for the first time. She reads, answers by tapping and by typing, is wrong once, asks for a "
        "hint, and says where she lives.",
    )
    told.scene("Monday, 17:30")
    await told.says("/start")
    await told.taps("Start the first lesson")
    await study(told, stage, wrong={2}, hint={4})
    await told.says("Lisbon")
    await told.says("/progress")
    return told.page


async def later_days(stage: Stage) -> str:
    """What comes by itself, on the third, the tenth and the thirtieth day."""
    told = Told(
        stage.person("Ada"),
        "Day 3, day 10 and day 30",
        "Ada learned her first lesson on a Monday in Lisbon. Each day she answers what comes, and takes another lesson "
        "as long as there are any. These are the beginnings of three of her days; what goes on alike is left out.",
    )
    await begun(told, stage)
    for day in (3, 10, 30):
        await until(told, stage, day)
        told.quiet = False
        told.scene(f"Day {day}: {stage.clock.now():%A, %H:%M}")
        told.listen()
        await study(told, stage, wrong={3}, shown=3)
        await told.says("/progress")
        told.quiet = True
    return told.page


async def away(stage: Stage) -> str:
    """Three weeks without a word, and the way back."""
    told = Told(
        stage.person("Ada"),
        "Three weeks away",
        "Ada learned for five days, and then did not open Telegram for three weeks. This is what she finds, "
        "and how it goes on.",
    )
    await begun(told, stage)
    await until(told, stage, 5)
    await study(told, stage)
    left = stage.clock.now()
    told.quiet = False
    while (moment := await stage.next_moment()) and moment < left + timedelta(days=21):
        days = (moment.date() - left.date()).days
        await move(stage, moment)
        told.scene(f"{days} {'day' if days == 1 else 'days'} away: {stage.clock.now():%A, %H:%M}")
        told.listen()
    stage.clock.move(left + timedelta(days=21, hours=9) - stage.clock.now())
    await stage.tick()
    told.scene(f"Back after 21 days: {stage.clock.now():%A, %H:%M}")
    told.listen()
    await told.says("/start")
    await told.says("/review")
    await told.taps("Spread it over a week")
    await study(told, stage, wrong={3}, shown=2)
    told.scene("The day after")
    await until(told, stage, (stage.clock.now() - START).days + 1)
    told.listen()
    return told.page


async def typing(stage: Stage) -> str:
    """Not one tap."""
    told = Told(
        stage.person("Ada"),
        "By typing alone",
        "Whoever uses a screen reader, or likes a keyboard better, never has to find a button: letters, words, figures "
        "and the buttons' own names can be typed.",
    )
    told.scene("Monday, 17:30")
    await told.says("/start")
    await told.says("/learn")
    await study(told, stage, typed=True, odd={2: "?", 4: "hint"})
    await told.says("Lisbon")
    await told.says("/undo")
    await told.says("what is this?")
    await told.says("/settings")
    return told.page


async def persian(stage: Stage) -> str:
    """From right to left, in Persian digits; the pack stays English."""
    told = Told(
        stage.person("سارا", "fa"),
        "In Persian",
        "Sara's Telegram speaks Persian. So does the bot, from right to left and in Persian digits; the pack stays in "
        "the language in which it was written.",
        right_to_left=True,
    )
    return await _first_and_third_day(told, stage, "Tehran")


async def russian(stage: Stage) -> str:
    """Plurals, dates and figures as one writes them in Russian."""
    told = Told(
        stage.person("Аня", "ru"),
        "In Russian",
        "Anya's Telegram speaks Russian. Figures and dates are shown and read as one writes them there.",
    )
    return await _first_and_third_day(told, stage, "Казань")


async def _first_and_third_day(told: Told, stage: Stage, city: str) -> str:
    """A lesson with one miss, the clock told by the city, and the review of day 3 with what can be seen then."""
    told.scene("Day 1")
    await told.says("/start")
    await told.taps(told.chat.buttons[0])
    await study(told, stage, wrong={2})
    await told.says(city)
    await until(told, stage, 3)
    told.scene("Day 3")
    told.listen()
    await study(told, stage)
    await told.says("/progress")
    await told.says("/settings")
    return told.page


async def live_round(stage: Stage) -> str:
    """Four people, one topic, two questions."""
    forum = stage.world.group("7B History", "Ada", "Bo", "Cleo", "Dan", forum=True)
    topic = stage.world.topic(forum, "Quiz")
    people = {name: stage.person(name).inside(forum, topic) for name in ("Ada", "Bo", "Cleo", "Dan")}
    ada = people["Ada"]
    told = Told(
        ada,
        "A live round in a group's topic",
        "A class has a group with topics. Ada calls a round in the topic *Quiz*, three others join. Nobody sees who "
        "was wrong, and the score is kept by made-up names.",
    )
    told.scene("Monday, 17:30, 7B History › Quiz")
    await told.says("/quiz 2")
    for name in ("Ada", "Bo", "Cleo", "Dan"):
        await told.others(people[name], "Join")
    await told.taps("Begin")
    for number in range(2):
        for name in ("Ada", "Bo", "Cleo", "Dan"):
            stage.clock.move(timedelta(seconds=4))
            await told.others(people[name], await round_button(stage, forum.id, right=(name, number) != ("Bo", 0)))
        if number == 0:
            await told.others(people["Bo"], "How did I do?")
        await told.taps("Next question" if number == 0 else "See the result")
    return told.page


async def round_button(stage: Stage, group: int, *, right: bool) -> str:
    """The beginning of a right, or a wrong, button of the question that the group is asked."""
    async with stage.database.read() as store:
        [found] = await store.rounds.of_group(group)
        item = (await store.packs.item(found.item)).item
    options = item.options(round_questions.seed_of(found, found.position))
    key = str(item.answer).lower() if isinstance(item, TruthItem) else item.key
    at = next(place for place, option in enumerate(options) if (option == key) is right)
    return options[at].capitalize() if isinstance(item, TruthItem) else LETTERS[at]


STORIES: dict[str, Story] = {
    "first-day": first_day,
    "later-days": later_days,
    "away": away,
    "typing": typing,
    "persian": persian,
    "russian": russian,
    "live-round": live_round,
}


async def begun(told: Told, stage: Stage) -> None:
    """The first lesson and the time zone, not told."""
    told.quiet = True
    await told.says("/start")
    await told.taps(told.chat.buttons[0])
    await study(told, stage, wrong={2})
    await told.says("Lisbon")


async def until(told: Told, stage: Stage, day: int) -> None:
    """On to the first reminder of that day or later; what comes before is answered, and a lesson taken, untold."""
    was, told.quiet = told.quiet, True
    wrong = 0
    while moment := await stage.next_moment():
        await move(stage, moment)
        if (stage.clock.now().date() - START.date()).days >= day:
            break
        wrong += 1
        await study(told, stage, wrong={2 + wrong % 6})
        await told.says("/learn")
        if await learner.sitting(stage, told.chat):
            await study(told, stage, wrong={3})
    told.quiet = was


async def move(stage: Stage, moment: datetime) -> None:
    """The clock goes on to that moment, and what is due comes."""
    stage.clock.move(max(moment - stage.clock.now(), timedelta()) + timedelta(seconds=20))
    await stage.tick()


async def study(
    told: Told,
    stage: Stage,
    *,
    wrong: set[int] = frozenset(),  # type: ignore[assignment]
    hint: set[int] = frozenset(),  # type: ignore[assignment]
    typed: bool = False,
    odd: dict[int, str] | None = None,
    shown: int | None = None,
) -> None:
    """Goes through the sitting to its end. Questions are numbered from 1; `odd` is typed before the right answer.

    After `shown` questions nothing is told until the summary.
    """
    asked, seen, was = 0, None, told.quiet
    while (session := await learner.sitting(stage, told.chat)) and session.phase is not Phase.SUMMARY:
        if session == seen:
            raise RuntimeError(f"the bot does not go on: {told.chat.last!r}")
        seen = session
        found = await learner.question(stage, told.chat)
        if found is None:
            stage.clock.move(READING if session.phase is Phase.READING else timedelta(seconds=3))
            onward = told.chat.last.labels[0]
            if session.phase is not Phase.READING and session.position + 1 >= len(session.steps):
                told.quiet = was
            await (told.says(onward) if typed else told.taps(onward))
            continue
        asked += 1
        if shown and asked == shown + 1:
            told.aside("… and so on, question by question.")
            told.quiet = True
        stage.clock.move(THINKING)
        if asked in hint:
            await told.taps("Hint")
        if odd and asked in odd:
            await told.says(odd[asked])
            if odd[asked] == "?":
                continue
        await answered(told, *found, wrong=asked in wrong, typed=typed)


async def answered(told: Told, item: Item, seed: int, *, wrong: bool, typed: bool) -> None:
    """One answer: a button where there is one, every other figure and date in words."""
    if isinstance(item, TruthItem) and not typed:
        await told.taps(str(texts(told.language)("True" if item.answer else "False")))
        return
    letter = learner.wrong_option(item, seed) if wrong else None
    options = item.options(seed)
    if letter is None and item.key in options:
        letter = LETTERS[options.index(item.key)]
    in_words = isinstance(item, NumberItem | DateItem) and not wrong and len(item.prompt) % 2
    label = f"{letter}." if letter else None
    if label and not typed and not in_words and any(shown.startswith(label) for shown in told.chat.buttons):
        await told.taps(label)
    elif wrong and letter:
        await told.says(letter.lower())
    else:
        await told.says(as_written(item, seed, told.language))


def as_written(item: Item, seed: int, language: str) -> str:
    """The right answer as somebody types it who writes that language."""
    if isinstance(item, DateItem):
        return texts(language).edtf(item.answer.edtf)
    said = learner.in_words(item, seed)
    found = FIGURE.match(said) if isinstance(item, NumberItem | EstimateItem) else None
    if found is None or language not in SIZES:
        return said
    size = SIZES[language].get(found[2], "")
    return f"{texts(language).figures(found[1])} {size}".strip()


async def played(name: str) -> str:
    """The page of one story, on a stage of its own."""
    dice = patch("secrets.token_hex", lambda count: "5eed" * (count // 2))  # what names a round makes up
    with tempfile.TemporaryDirectory() as folder, dice:
        async with Stage.in_folder(Path(folder), MovableClock(START)) as stage:
            return await STORIES[name](stage)


async def main(folder: Path) -> None:
    """Writes all pages."""
    for name in STORIES:
        (folder / f"{name}.md").write_text(await played(name), encoding="utf-8")
        print(folder / f"{name}.md")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/transcripts")))
