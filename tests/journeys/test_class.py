"""A class's first two weeks: joined by three, taught a lesson, told about on Mondays, counted at the deadline."""

import csv
import io
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from openpyxl import load_workbook

from bot.actions import class_weekly
from bot.buttons import pack
from bot.class_buttons import (
    ClassDo,
    ClassPage,
    Extra,
    GivePack,
    GivePart,
    Join,
    Leave,
    MembersFrom,
    MyClass,
    OneMember,
    OpenClass,
    OpenWork,
    PackFigures,
    RemoveMember,
    RemoveTeacher,
    ShowAs,
    Study,
    WorkDo,
)
from bot.playground import learner
from bot.playground.chat import Conversation, Seen
from bot.playground.stage import Stage
from bot.render.classes import qr
from lessons.session import Phase

LESSON = "What was sent"


async def led(stage: Stage, name: str = "7B History") -> Conversation:
    """A teacher with a class."""
    grace = await stage.teacher("Grace")
    await grace.send("/classes")
    await grace.tap("New class")
    await grace.send(name)
    return grace


async def given(stage: Stage, *options: str, part: str = LESSON) -> Conversation:
    """A teacher whose class has been given the first lesson of the pack that comes with the bot."""
    grace = await led(stage)
    await grace.tap("Give a pack")
    await grace.tap("Lend-Lease")
    await grace.tap(part)
    for option in options:
        await grace.tap(option)
    return grace


async def link(grace: Conversation) -> tuple[str, str]:
    """What stands in the QR picture, and the code as it is read aloud."""
    await grace.send("/classes")
    await grace.tap("7B History")
    await grace.tap("Link and QR")
    address = next(line for line in grace.last.text.splitlines() if line.startswith("https://"))
    assert grace.last.photo == qr(address)
    return address, grace.last.marked["bold"][1]


async def joined(stage: Stage, grace: Conversation, name: str, *, pseudonym: bool = False) -> Conversation:
    """Somebody who has opened the class's link and tapped once."""
    chat = stage.person(name)
    address, _ = await link(grace)
    await chat.send("/start " + address.partition("start=")[2])
    await chat.tap(chat.buttons[1] if pseudonym else f"As “{name}”")
    return chat


async def answer_all(stage: Stage, chat: Conversation, wrong: Collection[str] = ()) -> None:
    """To the end of the sitting that is open: items of these ids wrongly, the others rightly."""
    before = None
    while (session := await learner.sitting(stage, chat)) and session.phase is not Phase.SUMMARY:
        assert session != before, chat.transcript()
        before = session
        found = await learner.question(stage, chat)
        if found is None:
            await chat.tap(chat.buttons[0])
        elif found[0].id in wrong:
            await chat.tap("I don't know")
        else:
            await chat.send(learner.in_words(*found))


async def study(stage: Stage, chat: Conversation, wrong: Collection[str] = ()) -> None:
    """A learner's evening: what is new, then what is due."""
    for command in ("/learn", "/review"):
        await chat.send(command)
        await answer_all(stage, chat, wrong)
        if "What time is it" in chat.last:
            await chat.send("Lisbon")


async def lesson_items(stage: Stage) -> list[tuple[str, str]]:
    """The id and the words of the lesson's questions."""
    async with stage.database.read() as store:
        pack_ = (await store.packs.by_key("lend-lease")).pack
    return [(item.id, item.prompt) for item in pack_.lessons[0].items]


def plain(cell: object) -> object:
    """A cell alike in both files: an empty one, a figure, or words."""
    try:
        return "" if cell is None else float(str(cell))
    except ValueError:
        return cell


def until(stage: Stage, moment: datetime) -> None:
    stage.clock.move(moment - stage.clock.now())


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


async def page(grace: Conversation, button: str) -> None:
    await grace.send("/classes")
    await grace.tap("7B History")
    await grace.tap(button)


async def tables(grace: Conversation) -> dict[str, list[list[str]]]:
    """The class's CSV files by name."""
    seen = grace.last.id
    await page(grace, "CSV")
    files = [message.document for message in grace.since(seen) if message.document]
    return {
        name.rpartition("-")[2].removesuffix(".csv"): list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        for name, data in files
    }


async def test_two_weeks_of_a_class(stage: Stage) -> None:
    grace = await given(stage, "In a week", "1 try")
    assert "until Mon 9 Mar, 23:59" in grace.last
    assert "The first answer to a question counts." in grace.last
    ada = await joined(stage, grace, "Ada")
    assert "You are in it as Ada" in ada.last
    assert f"{LESSON} until Mon 9 Mar, 23:59, 0 of" in ada.last
    bob = stage.person("Bob")
    _, code = await link(grace)
    await bob.send("/classes")
    await bob.send(code.lower())
    assert "never see what you typed" in bob.last
    friendly = bob.buttons[1].removeprefix("As “").removesuffix("”")
    await bob.tap(friendly)
    assert f"You are in it as {friendly}" in bob.last
    cem = await joined(stage, grace, "Cem")

    items = await lesson_items(stage)
    total, (hardest, words) = len(items), items[2]
    for day in range(2, 9):
        until(stage, at(day, 18))
        await stage.tick()
        for chat in (ada, bob):
            await study(stage, chat, {hardest})
    assert "Your class this week" not in grace.transcript(), "no message to the teacher before Monday"

    # Monday morning: one message, once
    until(stage, at(9, 8, 1))
    before = grace.last.id
    await stage.tick()
    [told] = [message for message in grace.since(before) if message.from_bot]
    assert "Your class this week" in told
    assert words[:60] in told
    assert "0% right, n=2 (too few to judge)" in told
    assert "Not begun: Cem" in told
    assert "About to be forgotten" in told
    for _ in range(3):
        stage.clock.move(timedelta(hours=2))
        await stage.tick()
    assert grace.last.id == told.id

    # One learner gets three days more
    await page(grace, "Learners")
    await grace.tap("Cem")
    await grace.tap("More time or tries")
    await grace.tap("3 days more")
    assert "own deadline: Thu 12 Mar, 23:59" in grace.last

    # The deadline passes; Cem is in time all the same
    until(stage, at(10, 18))
    await cem.send("/start")
    assert "until Thu 12 Mar, 23:59" in cem.last
    for day in (10, 11, 12):
        until(stage, at(day, 18))
        await study(stage, cem)
    until(stage, at(13, 18))
    await ada.send("/classes")
    await ada.tap("7B History")
    assert f"closed, {total - 1} of {total} right" in ada.last

    found = await tables(grace)
    head, *lines = found["learners"]
    by_name = {line[0]: dict(zip(head, line, strict=True)) for line in lines}
    assert set(by_name) == {"Ada", "Cem", friendly}
    for name, right in (("Ada", total - 1), (friendly, total - 1), ("Cem", total)):
        line = by_name[name]
        counted = (line["Questions"], line["Answered in time"], line["Answered late"], line["Right within tries"])
        assert counted == (str(total), str(total), "0", str(right)), line
        assert line["Share right"] == str(round(right / total, 4))
    assert by_name["Cem"]["Deadline"] == "2026-03-12 23:59"
    assert by_name["Ada"]["Deadline"] == "2026-03-09 23:59"
    worst = dict(zip(found["questions"][0], found["questions"][1], strict=True))
    assert (worst["Question"], worst["n"], worst["Right at first, share"]) == (words, "3", "0.3333")
    column = found["answers"][0].index(words)
    assert {line[0]: line[column] for line in found["answers"][1:]} == {"Ada": "0", friendly: "0", "Cem": "1"}

    await page(grace, "Excel")
    assert grace.last.document is not None
    book = load_workbook(io.BytesIO(grace.last.document[1]))
    assert book.sheetnames == ["Learners", "Questions", "Answers"]
    for name, sheet in (("learners", "Learners"), ("questions", "Questions"), ("answers", "Answers")):
        rows = [[plain(cell) for cell in row] for row in book[sheet].iter_rows(values_only=True)]
        assert rows == [[plain(cell) for cell in row] for row in found[name]]

    # The next Monday there is one more
    until(stage, at(16, 8, 1))
    before = grace.last.id
    await stage.tick()
    assert sum("Your class this week" in message for message in grace.since(before)) == 1


async def test_the_class_page_is_a_picture_and_the_same_in_words(stage: Stage) -> None:
    grace = await given(stage, "In a week")
    ada = await joined(stage, grace, "Ada")
    await study(stage, ada, {(await lesson_items(stage))[0][0]})
    await page(grace, "Picture")
    assert grace.last.photo is not None
    assert grace.last.photo.startswith(b"\x89PNG")
    assert "under way 1" in grace.last
    assert "The worst question, by the first answer" in grace.last


async def test_what_is_typed_never_reaches_the_teacher(stage: Stage) -> None:
    grace = await given(stage)
    ada = await joined(stage, grace, "Ada", pseudonym=True)
    await ada.tap("Begin")
    await ada.tap("Ask me")
    for _ in range(3):
        if await learner.question(stage, ada):
            await ada.send("my secret words 123456789")
            await ada.send("I don't know") if "I don't know" in ada.buttons else None
        if ada.buttons:
            await ada.tap(ada.buttons[0])
    for button in ("Learners", "Excel", "CSV", "Picture", "Assignments"):
        await page(grace, button)
    said = grace.transcript() + "".join(str(m.document) for m in grace.messages)
    assert "secret" not in said
    assert "Ada" not in said


async def test_a_learner_finds_what_is_assigned_at_the_start_and_by_learn(stage: Stage) -> None:
    grace = await given(stage, "In a week", part="3. ")
    ada = await joined(stage, grace, "Ada")
    await ada.send("/start")
    assert "The turn to distrust until Mon 9 Mar" in ada.last
    await ada.send("/learn")
    session = await learner.sitting(stage, ada)
    async with stage.database.read() as store:
        third = (await store.packs.by_key("lend-lease")).pack.lessons[2].id
    assert session is not None
    assert session.lesson == third


async def test_the_reminder_has_a_gentle_line_and_no_message_of_its_own(stage: Stage) -> None:
    grace = await given(stage, "In a week", part="The whole pack")
    ada = await joined(stage, grace, "Ada")
    hard = {(await lesson_items(stage))[0][0]}
    await study(stage, ada, hard)
    said: list[str] = []
    for day in range(3, 9):
        until(stage, at(day, 9, 1))
        before = ada.last.id
        await stage.tick()
        fresh = [message.text for message in ada.since(before)]
        assert len(fresh) <= 1, fresh
        said += fresh
        await answer_all(stage, ada, hard)
    assert all("Time to remember" in text for text in said)
    assert ["closes on Mon 9 Mar, 23:59" in text for text in said] == [False] * 4 + [True] * 2


async def test_right_and_wrong_stay_closed_until_the_deadline(stage: Stage) -> None:
    grace = await given(stage, "In a week", "Results only after")
    assert "told only after the deadline" in grace.last
    ada = await joined(stage, grace, "Ada")
    items = await lesson_items(stage)
    await ada.tap("Begin")
    await ada.tap("Ask me")
    await ada.tap("I don't know")
    assert "Kept. Whether it is right is told after Mon 9 Mar, 23:59" in ada.last
    assert "Answer:" not in ada.last
    assert "Not this time" not in ada.last
    await answer_all(stage, ada, {items[1][0]})
    assert "How many are right is told after" in ada.transcript()
    assert "To look at again" not in ada.transcript()
    await ada.send("Lisbon")
    until(stage, at(10, 12))
    await ada.send("/review")
    await answer_all(stage, ada)
    assert "Answer:" in ada.transcript() or "Right." in ada.transcript()
    await ada.send("/classes")
    await ada.tap("7B History")
    assert "closed," in ada.last


async def test_each_learner_draws_questions_of_their_own(stage: Stage) -> None:
    grace = await given(stage, "Draw 10 each", part="The whole pack")
    drawn = []
    for name in ("Ada", "Bob"):
        chat = await joined(stage, grace, name)
        assert "0 of 10 answered" in chat.last
        await chat.tap("Begin")
        session = await learner.sitting(stage, chat)
        assert session is not None
        drawn.append({step.ref for step in session.steps})
        await answer_all(stage, chat)
    assert len(drawn[0]) == len(drawn[1]) == 10
    assert drawn[0] != drawn[1]
    await page(grace, "Learners")
    assert grace.last.text.count("done") == 2


async def test_a_deadline_is_typed_as_people_type_it(stage: Stage) -> None:
    grace = await given(stage, "Another day")
    await grace.send("the day after")
    assert "cannot take" in grace.last
    await grace.send("2 March 2020")
    assert "cannot take" in grace.last
    await grace.send("friday 18:00")
    assert "until Fri 6 Mar, 18:00" in grace.last


async def test_leaving_hides_everything_and_the_old_link_ends(stage: Stage) -> None:
    grace = await given(stage)
    ada = await joined(stage, grace, "Ada")
    old, _ = await link(grace)
    await ada.tap("Use a pseudonym")
    await page(grace, "Learners")
    assert "Ada" not in grace.last
    await ada.send("/classes")
    await ada.tap("7B History")
    await ada.tap("Leave the class")
    await ada.tap("Yes, leave")
    assert "left the class" in ada.last
    await page(grace, "Learners")
    assert "0 learners" in grace.last
    await page(grace, "Manage")
    await grace.tap("New link")
    await ada.send("/start " + old.partition("start=")[2])
    assert "leads nowhere" in ada.last
    await page(grace, "Manage")
    await grace.tap("Archive")
    new, _ = await link(grace)
    await ada.send("/start " + new.partition("start=")[2])
    assert "leads nowhere" in ada.last


async def test_a_co_teacher_leads_the_class_by_a_link_that_works_once(stage: Stage) -> None:
    grace = await given(stage)
    await joined(stage, grace, "Ada")
    await page(grace, "Manage")
    await grace.tap("Co-teachers")
    await grace.tap("Invite a co-teacher")
    payload = grace.last.text.rpartition("start=")[2].strip()
    henry, eve = stage.person("Henry"), stage.person("Eve")
    await henry.send(f"/start {payload}")
    assert "1 learner" in henry.last
    await eve.send(f"/start {payload}")
    assert "1 learner" not in eve.last
    await henry.tap("Learners")
    assert "Ada" in henry.last
    await page(henry, "Manage")
    await henry.tap("Co-teachers")
    assert "Invite a co-teacher" not in henry.last.labels
    await page(grace, "Manage")
    await grace.tap("Co-teachers")
    await grace.tap("Remove Henry")
    await henry.send("/classes")
    assert "7B" not in henry.last


async def test_a_large_class_is_leafed_through_and_everything_fits(stage: Stage) -> None:
    grace = await given(stage, "In a week")
    async with stage.database.begin() as store:
        for number in range(95):
            name = f"Learner {number:03} with a rather long name <b>&amp; more"
            somebody = await store.learners.get_or_create(50_000 + number, name, "en", stage.clock.now())
            await store.classes.join(1, somebody.id, stage.clock.now(), named=True)
    await page(grace, "Learners")
    assert "95 learners" in grace.last
    seen = {label for label in grace.last.labels if label.startswith("Learner")}
    for _ in range(2):
        await grace.tap("Later")
        seen |= {label for label in grace.last.labels if label.startswith("Learner")}
    assert len(seen) == 95
    assert "Later" not in grace.last.labels
    await grace.tap("Earlier")
    for button in ("Picture", "Assignments", "Excel"):
        await page(grace, button)
        assert "went wrong" not in grace.last
    await grace.send("/classes")
    await grace.tap("7B History")
    assert "and 83 more" in grace.last


REFUSALS = ("for those who lead", "cannot do that", "is not yours", "No class has that")
FORGED = (
    OpenClass(1),
    *(ClassPage(1, name) for name in ("members", "work", "give", "link", "manage", "teachers")),
    *(
        ClassDo(1, what)
        for what in ("rename", "zone", "archive", "reopen", "rotate", "weekly", "coteacher", "picture", "csv", "xlsx")
    ),
    MembersFrom(1, 0),
    OneMember(1, 1),
    RemoveMember(1, 1, 1),
    RemoveTeacher(1, 1),
    GivePack(1, 1),
    GivePart(1, 1, 0),
    OpenWork(1),
    *(WorkDo(1, what, 1) for what in ("days", "date", "tries", "draw", "sealed", "remove", "evil")),
    *(Extra(1, 1, what, 1) for what in ("page", "days", "tries", "evil")),
    OpenClass(4711),
    OpenWork(4711),
    MyClass(1),
    ShowAs(1, 1),
    PackFigures(1),
    Join("AAAAAAAA", 1),
    Study(1),
)


@pytest.mark.parametrize("who", ["stranger", "member", "teacher of another class"])
async def test_a_forged_button_is_refused_politely_and_changes_nothing(stage: Stage, who: str) -> None:
    grace = await given(stage)
    await joined(stage, grace, "Ada")
    if who == "member":
        eve = await joined(stage, grace, "Eve")
    elif who == "stranger":
        eve = stage.person("Eve")
        await eve.send("/start")
    else:
        eve = await stage.teacher("Eve")
        await eve.send("/classes")
    allowed = (MyClass, ShowAs, Study) if who == "member" else ()
    before = await snapshot(stage)
    for payload in FORGED:
        if isinstance(payload, allowed):
            continue
        said = eve.last.id
        await eve.press(pack(payload))
        [answer] = [message for message in eve.since(said) if message.from_bot]
        assert any(words in answer for words in REFUSALS), payload
        assert not answer.labels
        assert answer.document is None
        assert answer.photo is None
    assert await snapshot(stage) == before
    await eve.press(pack(Leave(4711, 1)))
    assert await snapshot(stage) == before


async def snapshot(stage: Stage) -> object:
    async with stage.database.read() as store:
        return (
            await store.classes.get(1),
            await store.classes.members(1),
            await store.classes.teachers(1),
            await store.assignments.of_class(1),
            await store.assignments.extras([1]),
        )


async def test_a_dismissed_teacher_leads_no_more(stage: Stage) -> None:
    grace = await given(stage)
    await joined(stage, grace, "Ada")
    async with stage.database.begin() as store:
        found = await store.learners.by_chat(grace.chat.id)
        assert found
        await store.roles.dismiss(found.id)
    await grace.press(pack(OpenClass(1)))
    assert "for those who lead" in grace.last
    until(stage, at(9, 8, 1))
    before = grace.last.id
    await stage.tick()
    assert grace.since(before) == []


async def test_no_message_about_an_empty_class_in_quiet_hours_or_once_switched_off(stage: Stage) -> None:
    grace = await given(stage)
    until(stage, at(9, 8, 1))
    before = grace.last.id
    await stage.tick()
    assert grace.since(before) == [], "nobody is in the class"
    await joined(stage, grace, "Ada")
    until(stage, at(16, 23))
    before = grace.last.id
    await stage.tick()
    assert grace.since(before) == [], "quiet hours"
    until(stage, at(17, 7, 1))
    await stage.tick()
    assert len(grace.since(before)) == 1
    await page(grace, "Manage")
    await grace.tap("Weekly message off")
    until(stage, at(23, 8, 1))
    before = grace.last.id
    await stage.tick()
    assert grace.since(before) == []


async def test_a_teacher_sees_how_hard_the_questions_of_an_own_pack_are(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    async with stage.database.begin() as store:
        found = await store.learners.by_chat(grace.chat.id)
        assert found
        bundled = (await store.packs.by_key("lend-lease")).pack
        own = replace(bundled, key="own", title="My own pack")
        installed = await store.packs.install(own, now=stage.clock.now(), owner_id=found.id)
    ada = stage.person("Ada")
    await ada.send(f"/start pack_{installed.pack_id}")
    await ada.tap("Learn")
    item, words = (await lesson_items(stage))[0]
    await answer_all(stage, ada, {item})
    await grace.press(pack(PackFigures(installed.pack_id)), on=await some_page(grace))
    assert f"{words} — 0% right, n=1 (too few to judge)" in grace.last
    await ada.press(pack(PackFigures(installed.pack_id)))
    assert "0% right" not in ada.last


async def some_page(grace: Conversation) -> Seen:
    """A message to press a button on."""
    await grace.send("/classes")
    return grace.last


async def test_a_weekly_message_claimed_before_a_crash_is_sent_once_after_it(stage: Stage) -> None:
    grace = await given(stage)
    await joined(stage, grace, "Ada")
    until(stage, at(9, 8, 1))
    before = grace.last.id
    async with stage.database.begin() as store:
        assert await class_weekly.sweep(store, stage.clock.now()) == 1
    await stage.drop_bot()
    await stage.raise_bot()
    await stage.quiet()
    for _ in range(3):
        await stage.tick()
    assert ["Your class this week" in message for message in grace.since(before)] == [True]


async def test_whoever_leaves_a_class_with_a_private_pack_goes_on_with_what_is_left(stage: Stage) -> None:
    grace = await led(stage)
    async with stage.database.begin() as store:
        found = await store.learners.by_chat(grace.chat.id)
        assert found
        own = replace((await store.packs.by_key("lend-lease")).pack, key="own", title="My own pack")
        await store.packs.install(own, now=stage.clock.now(), owner_id=found.id, status="private")
    await grace.tap("Give a pack")
    await grace.tap("My own pack")
    await grace.tap(LESSON)
    ada = await joined(stage, grace, "Ada")
    await ada.tap("Begin")
    await ada.tap("Ask me")
    await answer_all(stage, ada)
    await ada.send("Lisbon")
    await ada.send("/classes")
    await ada.tap("7B History")
    await ada.tap("Leave the class")
    await ada.tap("Yes, leave")
    await ada.send("/start")
    assert "Welcome back" in ada.last
    assert "My own pack" not in ada.last
    await ada.send("/progress")
    assert "Lend-Lease" in ada.last
    until(stage, at(4, 12))
    await stage.tick()
    assert "Time to remember" in ada.last, "what was learned stays learned"


async def test_a_class_is_renamed_moved_to_its_zone_put_away_and_taken_out_again(stage: Stage) -> None:
    grace = await given(stage, "1 try")
    assert "no time zone yet" in grace.last
    await page(grace, "Manage")
    await grace.tap("Rename")
    await grace.send("<b>8B</b>  &  friends")
    assert "<b>8B</b> & friends · 0 learners" in grace.last
    await grace.tap("Manage")
    await grace.tap("Time zone")
    await grace.send("Nowhereville")
    assert "do not know a city" in grace.last
    await grace.send("Tokyo")
    assert "Time zone: Asia/Tokyo" in grace.last
    await grace.tap("Back to the class")
    await grace.tap("Assignments")
    await grace.tap("Lend-Lease")
    await grace.tap("In a week")
    assert "until Tue 10 Mar, 23:59" in grace.last, "it is Tuesday already in Tokyo"
    await grace.tap("Back to the class")
    await grace.tap("Manage")
    await grace.tap("Archive")
    await grace.send("/classes")
    assert "archived" in grace.last
    await grace.tap("<b>8B")
    await grace.tap("Manage")
    await grace.tap("Reopen")
    await grace.send("/classes")
    assert "archived" not in grace.last


async def test_one_learner_gets_another_try(stage: Stage) -> None:
    grace = await given(stage, "1 try")
    ada, bob = [await joined(stage, grace, name) for name in ("Ada", "Bob")]
    item = (await lesson_items(stage))[0][0]
    for chat in (ada, bob):
        await chat.tap("Begin")
        await chat.tap("Ask me")
        await answer_all(stage, chat, {item})
        await chat.send("Lisbon")
    until(stage, at(4, 18))
    for chat in (ada, bob):
        await chat.send("/review")
        await answer_all(stage, chat)
    await page(grace, "Learners")
    await grace.tap("Ada")
    before = grace.last.text
    await grace.tap("More time or tries")
    await grace.tap("1 try more")
    assert "1 try more" in grace.last
    await grace.tap("Back")
    assert grace.last.text != before
    lines = (await tables(grace))["learners"]
    right = lines[0].index("Right within tries")
    by_name = {line[0]: int(line[right]) for line in lines[1:]}
    assert by_name["Ada"] == by_name["Bob"] + 1


async def test_who_never_answered_hears_once_that_something_was_given(stage: Stage) -> None:
    grace = await led(stage)
    ada, bob = [await joined(stage, grace, name) for name in ("Ada", "Bob")]
    await bob.block()
    seen = ada.last.id
    await page(grace, "Give a pack")
    await grace.tap("Lend-Lease")
    await grace.tap("The whole pack")
    await grace.tap("In a week")
    await stage.tick()
    assert not ada.since(seen), "the teacher may still be choosing"
    stage.clock.move(timedelta(minutes=11))
    await stage.tick()
    [told] = ada.since(seen)
    assert "Your class has something new for you" in told
    assert "7B History" in told
    assert "until" in told
    for _ in range(4):
        stage.clock.move(timedelta(days=1))
        await stage.tick()
    assert ada.last.id == told.id, "never twice"
    await ada.tap("Begin")
    assert "Reading 1 of" in ada.last


async def test_the_word_of_something_given_keeps_the_quiet_hours_of_the_class(stage: Stage) -> None:
    grace = await led(stage)
    ada = await joined(stage, grace, "Ada")
    async with stage.database.begin() as store:
        learner = await store.learners.by_chat(grace.chat.id)
        assert learner is not None
        [card] = await store.classes.of_teacher(learner.id)
        await store.classes.change(card.id, zone="Asia/Tokyo")
    seen = ada.last.id
    await page(grace, "Give a pack")  # 2:30 in the morning in Tokyo
    await grace.tap("Lend-Lease")
    await grace.tap("The whole pack")
    stage.clock.move(timedelta(hours=4, minutes=20))
    await stage.tick()
    assert not ada.since(seen)
    stage.clock.move(timedelta(minutes=20))
    await stage.tick()
    assert "something new" in ada.last


async def test_whoever_has_begun_hears_nothing_more(stage: Stage) -> None:
    grace = await led(stage)
    ada = await joined(stage, grace, "Ada")
    await page(grace, "Give a pack")
    await grace.tap("Lend-Lease")
    await grace.tap("The whole pack")
    await grace.tap("No deadline")
    await study(stage, ada)
    seen = ada.last.id
    stage.clock.move(timedelta(minutes=30))
    await stage.tick()
    assert not any("something new" in message for message in ada.since(seen))


async def test_whoever_leads_a_class_alone_is_told_before_it_is_deleted(stage: Stage) -> None:
    grace = await led(stage)
    await grace.send("/forget")
    assert "1 class that you lead alone is deleted, too" in grace.last
    ada = stage.person("Ada")
    await ada.send("/forget")
    assert "lead alone" not in ada.last
