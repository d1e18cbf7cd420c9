"""Progress as one sees it: its pages and pictures, the week told once, certificates, the board of a class."""

from datetime import UTC, datetime, timedelta

from stories import finish, first_lesson, first_question
from test_class import given, joined, page, study

from bot import pictures
from bot.actions import summarising
from bot.buttons import Menu, OpenPack, Set, pack
from bot.class_buttons import OpenClass
from bot.playground.chat import Conversation, Seen
from bot.playground.stage import Stage
from bot.progress_buttons import Look, MyCertificate, OpenBoard, StandAs
from lessons.memory import Memory

DAY = timedelta(days=1)


async def learned(stage: Stage, days: int) -> Conversation:
    """Somebody who has learned on so many days."""
    ada = await first_lesson(stage)
    for _ in range(days - 1):
        stage.clock.move(DAY)
        await ada.send("/review")
        await finish(stage, ada)
        await ada.send("/learn")
        await finish(stage, ada)
    return ada


async def in_words(chat: Conversation) -> None:
    """No pictures: to draw one takes a second."""
    await chat.press(pack(Set("pictures", "none")))


async def hold(stage: Stage, chat: Conversation, stability: float, count: int = 1000) -> int:
    """The learner holds so many facts of the pack so strongly, as if reviewed now; how many there are."""
    now = stage.clock.now()
    async with stage.database.begin() as store:
        learner = await store.learners.by_chat(chat.chat.id)
        assert learner
        rows = await store.packs.askable(1)
        for row in rows[:count]:
            memory = Memory(stability, 5.0, now + stability * DAY, now, 4)
            await store.reviews.remember(learner.id, row, memory)
    return len(rows)


async def fresh(stage: Stage, chat: Conversation, ticks: int = 1) -> list[Seen]:
    """What the bot says by itself at the next turns of the clock."""
    before = chat.last.id
    for _ in range(ticks):
        await stage.tick()
    return [message for message in chat.since(before) if message.from_bot]


def until(stage: Stage, day: int, hour: int, minute: int = 1, month: int = 3) -> None:
    stage.clock.move(datetime(2026, month, day, hour, minute, tzinfo=UTC) - stage.clock.now())


async def test_every_page_is_a_picture_with_its_words_and_leads_to_the_others(stage: Stage) -> None:
    ada = await learned(stage, 5)
    await ada.send("/progress")
    assert "Known: " in ada.last
    assert "Your streak: 5 days learned." in ada.last
    assert "2 free days in hand: a day off does not end the streak." in ada.last
    said = {
        "Calendar": "You learned on 5 of the last 84 days.\nThe longest run was 5 days.",
        "The whole year": "You learned on 5 of the last 365 days.",
        "Strength": "Most likely to slip away:",
        "Weak spots": "By source",
        "Ahead": "in the next 14 days.",
        "Overview": "Known: ",
    }
    for label, words in said.items():
        above = ada.last
        await ada.tap(label)
        assert words in ada.last
        assert ada.last.photo is not None
        assert ada.last.photo.startswith(b"\x89PNG")
        assert len(ada.last.photo) < 60_000
        assert above.labels == [], "only the page that is shown has buttons"
        assert label not in ada.last.labels


async def test_all_facts_are_listed_from_the_weakest_a_screen_at_a_time(stage: Stage) -> None:
    ada = await first_lesson(stage, wrong=0)
    await in_words(ada)
    total = await hold(stage, ada, 3.0, 40)
    await hold(stage, ada, 30.0, 10)
    await ada.press(pack(Look("strength")))
    await ada.tap("All 40 facts")
    first = ada.last
    assert first.photo is None
    assert first.text.count("• ") == 25
    assert "strong," not in first.text
    await ada.tap("Stronger")
    assert ada.last.id == first.id
    assert ada.last.text.count("• ") == 15
    assert f"Not met yet: {total - 40}." in ada.last
    assert ada.last.text.count("strong, 100%") == 10
    await ada.tap("Weaker")
    assert ada.last.text.count("growing, 100%") == 25


async def test_what_was_missed_a_minute_ago_is_not_known(stage: Stage) -> None:
    ada = await first_lesson(stage, wrong=2)
    await in_words(ada)
    await ada.press(pack(Look("overview")))
    assert "Known: 3. Learning: 2." in ada.last
    await ada.press(pack(OpenPack(1)))
    assert "You know 3" in ada.last
    await ada.press(pack(Look("strength")))
    assert "Strong: 0. Growing: 3. Weak: 2." in ada.last
    assert ada.last.text.count("weak, missed the last time") == 2
    stage.clock.move(DAY)
    await ada.send("/review")
    await finish(stage, ada)
    await ada.press(pack(Look("overview")))
    assert "Known: 5. Learning: 0." in ada.last, "right again"


async def test_in_words_alone_a_page_takes_the_place_of_the_one_before(stage: Stage) -> None:
    ada = await learned(stage, 2)
    await ada.send("/settings")
    assert "Pictures: light" in ada.last
    await ada.tap("Pictures")
    await ada.tap("Words only")
    assert "Pictures: none, words only" in ada.last
    await ada.send("/progress")
    shown = ada.last.id
    for label in ("Calendar", "Strength", "Weak spots", "Ahead", "Overview"):
        await ada.tap(label)
        assert ada.last.id == shown
        assert ada.last.photo is None
        assert len(ada.last.text) > 40


async def test_before_anything_was_learned_every_page_says_so_kindly(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/start")
    await in_words(ada)
    for name, words in (
        ("overview", "Known: 0."),
        ("calendar", "You learned on 0 of the last 84 days."),
        ("strength", "Nothing of it was answered yet."),
        ("weak", "There is not enough to compare yet"),
        ("ahead", "0 reviews in the next 14 days."),
    ):
        await ada.press(pack(Look(name)))
        assert words in ada.last
    await ada.press(pack(Look("nowhere")))
    assert "cannot do that" in ada.last
    await ada.press(pack(Look("strength", 4711)))
    assert "not here any more" in ada.last


async def test_dark_pictures_are_dark(stage: Stage) -> None:
    ada = await learned(stage, 1)
    await ada.press(pack(Look("calendar")))
    light = ada.last.photo
    await ada.press(pack(Menu("pictures")))
    await ada.tap("Dark")
    await ada.press(pack(Look("calendar")))
    assert _corner(light) == (255, 255, 255)
    assert max(_corner(ada.last.photo)) < 60


def _corner(png: bytes | None) -> tuple[int, int, int]:
    import io

    from PIL import Image

    assert png is not None
    red, green, blue = Image.open(io.BytesIO(png)).convert("RGB").getpixel((2, 2))
    return red, green, blue


async def test_the_week_is_told_once_at_ones_hour_to_those_who_learn(stage: Stage) -> None:
    ada = await first_lesson(stage)  # on Monday 2 March, in Lisbon, where weeks begin on Sunday
    until(stage, 8, 9)
    assert not any("Your week" in message for message in await fresh(stage, ada)), "the first days are no week"
    for day in (9, 10, 12):
        until(stage, day, 18)
        await ada.send("/review")
        await finish(stage, ada)
    until(stage, 15, 8)
    assert not any("Your week" in message for message in await fresh(stage, ada))
    until(stage, 15, 9)
    told = [message for message in await fresh(stage, ada, 3) if "Your week" in message]
    assert len(told) == 1
    assert "You learned on 3 days." in told[0]
    assert "right." in told[0]
    assert told[0].raw.get("disable_notification", True)
    assert {"Review", "Calendar", "No weekly summary"} <= set(told[0].labels)
    until(stage, 22, 9)
    assert sum("A quiet week. Nothing is lost" in message for message in await fresh(stage, ada, 2)) == 1
    for day in (29, 30):
        until(stage, day, 9)
        assert not any("Your week" in message for message in await fresh(stage, ada)), "who sleeps is left in peace"
    async with stage.database.read() as store:
        assert await store.summaries.earliest() is None


async def test_the_week_and_the_reminder_of_one_hour_are_one_message(stage: Stage) -> None:
    ada = await first_lesson(stage)
    until(stage, 14, 18)
    await ada.send("/review")
    await finish(stage, ada, wrong=2)
    until(stage, 15, 9)
    [told] = await fresh(stage, ada, 3)
    assert "Your week" in told
    assert "Time to remember: " in told
    assert not told.raw.get("disable_notification"), "a reminder may be heard"
    stage.clock.move(timedelta(hours=2))
    assert not await fresh(stage, ada, 2), "once a day"
    await ada.tap("Review", on=told)
    assert "Question 1" in ada.last
    await finish(stage, ada)
    assert (await stage.next_moment() or stage.clock.now()) > stage.clock.now() + timedelta(hours=12)


async def test_a_week_claimed_before_its_reminder_waits_for_it(stage: Stage) -> None:
    ada = await first_lesson(stage)
    until(stage, 14, 18)
    await ada.send("/review")
    await finish(stage, ada, wrong=2)
    until(stage, 15, 9)
    before = ada.last.id
    async with stage.database.begin() as store:  # of many learners' reminders, hers is not in this batch
        assert await summarising.sweep(store, stage.clock.now()) == 1
    await stage.quiet()
    assert ada.last.id == before
    [told] = await fresh(stage, ada, 2)
    assert "Your week" in told
    assert "Time to remember: " in told


async def test_the_summary_says_that_a_certificate_is_earned_until_it_is_had(stage: Stage) -> None:
    ada = await first_lesson(stage, wrong=0)
    until(stage, 21, 18)
    await ada.send("/review")
    await finish(stage, ada)
    await hold(stage, ada, 40.0)
    until(stage, 22, 9)
    [told] = [message for message in await fresh(stage, ada) if "Your week" in message]
    assert "You have earned the certificate of “Lend-Lease" in told
    await ada.tap("My certificate", on=told)
    await ada.tap("As “Ada”")
    until(stage, 29, 9)
    [told] = [message for message in await fresh(stage, ada) if "Your week" in message]
    assert "certificate" not in told


async def test_a_page_can_be_asked_for_by_typing(stage: Stage) -> None:
    ada = await first_lesson(stage)
    await in_words(ada)
    for said, words in (
        ("calendar", "You learned on 1 of the last 84 days."),
        ("Weak spots", "By source"),
        ("YEAR", "You learned on 1 of the last 365 days."),
        ("nonsense", "Known: "),
    ):
        await ada.send(f"/progress {said}")
        assert words in ada.last


async def test_the_summary_is_switched_off_under_it_and_comes_back(stage: Stage) -> None:
    ada = await first_lesson(stage)
    until(stage, 14, 18)
    await ada.send("/review")
    await finish(stage, ada)
    until(stage, 15, 9)
    [told] = [message for message in await fresh(stage, ada) if "Your week" in message]
    await ada.tap("No weekly summary", on=told)
    assert "Weekly summary: off" in ada.last
    until(stage, 22, 9)
    assert not any("Your week" in message for message in await fresh(stage, ada))
    await ada.send("/settings")
    await ada.tap("Weekly summary")
    assert "Weekly summary: on" in ada.last
    until(stage, 24, 18)
    await ada.send("/review")
    await finish(stage, ada)
    until(stage, 29, 9)
    assert sum("Your week" in message for message in await fresh(stage, ada)) == 1
    await ada.send("/settings")
    await ada.tap("Reminder hour")
    await ada.tap("No reminders")
    assert "Weekly summary: off" in ada.last, "who wants no reminders wants no other message"


async def test_a_summary_claimed_before_a_crash_is_sent_once_after_it(stage: Stage) -> None:
    ada = await first_lesson(stage)
    until(stage, 14, 18)
    await ada.send("/review")
    await finish(stage, ada)
    until(stage, 15, 9)
    before = ada.last.id
    async with stage.database.begin() as store:
        assert await summarising.sweep(store, stage.clock.now()) == 1
    await stage.drop_bot()
    await stage.raise_bot()
    await stage.quiet()
    for _ in range(3):
        await stage.tick()
    assert sum("Your week" in message for message in ada.since(before)) == 1


async def test_a_pause_a_holiday_and_a_long_outage_send_no_summary(stage: Stage) -> None:
    ada = await first_lesson(stage)
    until(stage, 14, 18)
    await ada.send("/review")
    await finish(stage, ada)
    until(stage, 17, 9)  # two days late: the bot was down
    assert not any("Your week" in message for message in await fresh(stage, ada))
    await ada.send("/settings")
    await ada.tap("Pause")
    await ada.tap("A week")
    until(stage, 22, 9)
    assert not any("Your week" in message for message in await fresh(stage, ada))


async def test_a_certificate_is_earned_named_shown_checked_and_forgotten(stage: Stage) -> None:
    ada = await first_lesson(stage, wrong=0)
    await ada.press(pack(MyCertificate(1)))
    assert "must be strong; 0 are now." in ada.last
    stage.clock.move(20 * DAY)
    total = await hold(stage, ada, 40.0)
    await ada.press(pack(Look("strength")))
    await ada.tap("My certificate")
    await ada.send("🎓")
    assert "There is no letter in that." in ada.last
    await ada.send("Ada\u202e <b>King</b>")
    words, file = ada.messages[-2:]
    assert words.photo is not None
    assert file.document is not None
    assert file.document[1] == words.photo
    assert "Given to: Ada <b>King</b>" in words
    assert f"{total} of {total} facts, held for weeks" in words
    assert "22 March 2026" in words
    code = words.text.rpartition("/verify ")[2].strip()
    assert file.document[0] == f"certificate-{code.replace('-', '').lower()}.png"

    bob = stage.person("Bob")
    await bob.send(f"/verify {code.lower()}")
    assert "This certificate is genuine." in bob.last
    assert "Ada <b>King</b>" in bob.last
    await bob.send("/start verify_" + code.replace("-", ""))
    assert "This certificate is genuine." in bob.last
    await bob.send("/verify K7QX-3MZP-29AB")
    assert "No certificate with that code" in bob.last
    await bob.send("/verify")
    assert "Type the code" in bob.last
    await bob.press(pack(MyCertificate(1, 1)))
    assert "cannot do that" in bob.last, "not earned"

    stage.clock.move(60 * DAY)
    await ada.press(pack(MyCertificate(1)))
    await ada.tap("As “Ada”")
    again = ada.messages[-2]
    assert "Given to: Ada\n" in again
    assert "22 March 2026" in again
    assert code in again, "what was earned stays, under its code"
    await ada.send("/mydata")
    assert ada.last.document is not None
    assert b"certificates" in ada.last.document[1]
    await ada.send("/forget")
    await ada.tap("Yes")
    await bob.send(f"/verify {code}")
    assert "No certificate with that code" in bob.last


async def test_a_certificate_whose_letters_cannot_be_drawn_says_so(stage: Stage) -> None:
    ada = await first_lesson(stage, wrong=0)
    stage.clock.move(20 * DAY)
    await hold(stage, ada, 40.0)
    await ada.press(pack(MyCertificate(1)))
    await ada.send("𓀀𓀁𓀂")
    words, sorry = ada.messages[-2:]
    assert "Given to: 𓀀𓀁𓀂" in words
    assert words.photo is None
    assert "a font for its letters is missing" in sorry


async def test_pictures_are_drawn_in_every_script_of_the_interface() -> None:
    for words in ("شما ۲۳ روز یاد گرفتید", "आपने 23 दिन सीखा", "Вы учились 23 дня", "Você aprendeu 23 dias"):
        labels = {"title": words, "sub": words}
        bars = [[3, "3", words[:1], words[-1:]]] * 14
        png = await pictures.draw("ahead", {"labels": labels, "bars": bars, "theme": "light", "rtl": "ش" in words})
        assert png is not None, words


async def test_the_board_is_the_teachers_to_have_and_each_learners_to_leave(stage: Stage) -> None:
    grace = await given(stage, part="The whole pack")
    ada, bob, cem = [await joined(stage, grace, name) for name in ("Ada", "Bob", "Cem")]
    await ada.send("/classes")
    await ada.tap("7B History")
    assert "Board" not in ada.last.labels
    await ada.press(pack(OpenBoard(1)))
    assert "not here any more" in ada.last, "the class has none"
    await page(grace, "Manage")
    assert "Board of who remembers most: off" in grace.last
    await grace.tap("Board on")
    assert "Board of who remembers most: on" in grace.last
    for chat, count in ((ada, 9), (bob, 9), (cem, 4)):
        await hold(stage, chat, 20.0, count)
    await ada.send("/classes")
    await ada.tap("7B History")
    await ada.tap("Board")
    tops = [line for line in ada.last.text.splitlines() if line.startswith("1. ")]
    assert len(tops) == 2, "equals share the first place"
    assert "3. " not in ada.last, "nobody is shown last"
    assert "Ada" not in ada.last
    assert "Bob" not in ada.last
    assert "Cem" not in ada.last
    await cem.press(pack(OpenBoard(1)))
    assert "): 4 facts" in cem.last, "one's own line is one's own to see"
    await bob.press(pack(OpenBoard(1)))
    await bob.tap("Show my name")
    assert "1. Bob — 9 facts" in bob.last
    await bob.tap("Not on the board")
    assert "You are not on the board." in bob.last
    assert "The board begins when 3 learners are on it." in bob.last
    dan = stage.person("Dan")
    await dan.send("/start")
    for button in (OpenBoard(1), StandAs(1, "name"), OpenClass(1)):
        await dan.press(pack(button))
        assert "7B" not in dan.last


async def test_whoever_leads_the_class_sees_its_board_as_learners_do(stage: Stage) -> None:
    grace = await given(stage, part="The whole pack")
    people = [await joined(stage, grace, name) for name in ("Ada", "Bob", "Cem")]
    await grace.send("/classes")
    await grace.tap("7B History")
    assert "Board" not in grace.last.labels
    await page(grace, "Manage")
    await grace.tap("Board on")
    for chat, count in zip(people, (9, 9, 4), strict=True):
        await hold(stage, chat, 20.0, count)
    await grace.tap("Back to the class")
    await grace.tap("Board")
    assert sum(line.startswith("1. ") for line in grace.last.text.splitlines()) == 2
    assert "see its top only" in grace.last
    assert not any(name in grace.last for name in ("Ada", "Bob", "Cem"))
    assert grace.last.labels == ["Back to the class"]
    await grace.tap("Back to the class")
    assert "Give a pack" in grace.last.labels


async def test_a_board_that_was_left_loses_its_buttons(stage: Stage) -> None:
    grace = await given(stage, part="The whole pack")
    ada = await joined(stage, grace, "Ada")
    await page(grace, "Manage")
    await grace.tap("Board on")
    await ada.press(pack(OpenBoard(1)))
    board = ada.last
    assert "Board of" in board
    await ada.send("/classes")
    await ada.tap("7B History")
    await ada.tap("Leave the class")
    await ada.tap("Yes, leave")
    await ada.tap("Show my name", on=board)
    assert "those who lead this class, or learn in it" in board
    assert board.labels == []


async def test_the_board_forgets_as_learners_do_and_keeps_closed_results_closed(stage: Stage) -> None:
    grace = await given(stage, "In a week", "Results only after", part="The whole pack")
    people = [await joined(stage, grace, name) for name in ("Ada", "Bob", "Cem")]
    await page(grace, "Manage")
    await grace.tap("Board on")
    await study(stage, people[0])
    await people[0].press(pack(OpenBoard(1)))
    assert "Held today, of 0 facts given:" in people[0].last
    await people[0].press(pack(Look("strength")))
    assert "Strong: 0. Growing: 0. Weak: 0. Not met yet: 0." in people[0].last
    until(stage, 12, 12)
    await hold(stage, people[0], 2.5)
    await people[0].press(pack(OpenBoard(1)))
    assert "Held today, of 56 facts given:" in people[0].last
    assert "): 56 facts" in people[0].last
    until(stage, 16, 12)
    await people[0].press(pack(OpenBoard(1)))
    assert "): 0 facts" in people[0].last


async def test_a_streak_comes_through_a_move_and_a_day_off(stage: Stage) -> None:
    ada = await learned(stage, 4)
    await in_words(ada)
    stage.clock.move(2 * DAY)
    await ada.send("/review")
    await finish(stage, ada)
    await ada.send("/progress")
    assert "Your streak: 5 days learned." in ada.last, "the day off took a free day"
    for city in ("Tokyo", "Lisbon", "New York"):
        await ada.send("/settings")
        await ada.tap("Time zone")
        await ada.send(city)
        if "same clock" in ada.last:
            await ada.tap(ada.buttons[0])
        await ada.send("/progress")
        assert "Your streak: 5 days learned." in ada.last


async def test_an_old_question_is_not_disturbed_by_looking_at_progress(stage: Stage) -> None:
    ada = await first_question(stage)
    await in_words(ada)
    await ada.press(pack(Look("calendar")))
    assert "You learned on 0 of the last 84 days." in ada.last
    await finish(stage, ada)
    assert "Done." in ada.transcript()
