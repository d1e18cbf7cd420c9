"""A round with the real process, over a real socket, at Telegram's pace: killed in the middle, nothing is lost."""

import sqlite3

import pytest

from bot.playground.faults import Flood
from tests.bot.test_run import bot, env, until, world  # noqa: F401 - fixtures

NAMES = ("Ada", "Bo", "Cleo")


def rows(bot, words):  # noqa: F811
    with sqlite3.connect(bot.env["DATABASE_URL"].removeprefix("sqlite:///")) as file:
        return file.execute(words).fetchall()


async def shows(chat, words, secs=40.0):
    await until(lambda: any(words in seen for seen in chat.messages if seen.from_bot), secs)


@pytest.fixture
async def people(world, bot):  # noqa: F811
    await until(lambda: any(method.lower() == "setmycommands" for method, _ in world.calls))
    forum = world.group("7B", *NAMES, forum=True)
    topic = world.topic(forum, "Quiz")
    world.flood = Flood()
    return [world.person(name).inside(forum, topic) for name in NAMES]


async def test_a_round_killed_again_and_again_keeps_its_points_and_telegrams_pace(world, bot, people):  # noqa: F811
    ada = people[0]
    await ada.send("/quiz 2")
    await shows(ada, "A round on")
    for person in people:
        await person.tap("Join")
    await until(lambda: all(person.toast for person in people))
    await ada.tap("Begin")
    await shows(ada, "Question 1 of 2")
    await until(lambda: rows(bot, "select * from owed_views") == [])
    await people[0].press("ga:1:0:0", on=ada.last)
    await bot.kill()
    await people[1].press("ga:1:0:1", on=ada.last)
    await bot.start()
    await until(lambda: len(rows(bot, "select * from round_answers")) == 2)
    await bot.kill()  # perhaps while the count is shown: an edit that is done twice is nothing
    await bot.start()
    await people[2].press("ga:1:0:0", on=ada.last)
    await until(lambda: "Next question" in ada.buttons)
    await ada.tap("Next question")
    await shows(ada, "Question 2 of 2")
    await ada.tap("Show the answer")
    await until(lambda: "See the result" in ada.buttons, 40)
    await ada.tap("See the result")
    await shows(ada, "The round is over")
    assert len(rows(bot, "select * from round_answers")) == 3
    assert rows(bot, "select count(*) from aside_updates") == [(0,)]
    said = [seen for seen in ada.messages if seen.from_bot and seen.text]
    assert all(seen.raw["message_thread_id"] == ada.thread for seen in said)
    assert len(said) == 4, said
    assert await bot.terminate() == 0
    refused = [line for line in bot.logs.splitlines() if "RetryAfter" in line]
    assert not refused, "Telegram's limits were kept without being told"


async def test_a_round_by_polls_over_the_wire(world, bot, people):  # noqa: F811
    ada = people[0]
    await ada.send("/quiz 1")
    await shows(ada, "A round on")
    await ada.tap("Join")
    await people[1].tap("Join")
    await ada.tap("Quiz polls")
    await until(lambda: "✓ Quiz polls" in ada.buttons)
    await ada.tap("Begin")
    await until(lambda: any("poll" in seen.raw for seen in ada.messages))
    poll = next(seen.raw["poll"] for seen in ada.messages if "poll" in seen.raw)
    await until(lambda: rows(bot, "select poll_id from round_questions") == [(poll["id"],)])
    for person in people[:2]:
        await person.vote(poll["correct_option_ids"][0])
    await shows(ada, "Right: 2 of 2")
    assert poll["is_closed"]
