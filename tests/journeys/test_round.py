"""A live round in a group: five people in a forum's topic, a restart in the middle, nobody shown to be wrong."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from groups import NAMES, Class, called

from lessons.enrollment import Learner
from lessons.pack import Lesson, Pack
from storage.store import Store
from tests.storage.makers import number, pack, truth


async def test_a_round_of_five_with_a_restart_in_the_middle(group: Class) -> None:
    ada = await called(group)
    assert "You are in, as" in ada.toast
    await ada.tap("Begin")
    assert "Question 1 of 3" in ada.last
    told = await group.answer("Ada")
    assert told.startswith("Your answer is in")
    await group.answer("Bo", right=False)
    await group.stage.drop_bot()
    await group.stage.raise_bot()
    await group.answer("Cleo", right=False)
    await group.answer("Eve")
    assert "Answer:" not in ada.last
    await group.answer("Dan")
    assert "Right: 3 of 5" in ada.last
    assert "Answer:" in ada.last or "First" in ada.last
    await group.people["Bo"].tap("How did I do?")
    assert group.people["Bo"].toast == "Not this time. So far you have 0 of 1."
    for _ in range(2):
        await ada.tap("Next question")
        for name in NAMES:
            await group.answer(name, right=name in ("Ada", "Dan"))
    await ada.tap("See the result")
    assert "The round is over" in ada.last
    assert "1. " in ada.last
    assert "3 points" in ada.last
    assert "1 point" in ada.last
    assert all(seen.raw.get("message_thread_id") == group.topic for seen in group.said())
    everything = "\n".join(repr(seen) for seen in group.said())
    assert not any(name in everything for name in NAMES), "no first name was chosen to be shown"


async def test_a_round_by_quiz_polls(group: Class) -> None:
    ada = await called(group, 2)
    await ada.tap("Quiz polls")
    assert "members can see who chose what" in ada.last
    await ada.tap("Begin")
    poll = ada.last.raw["poll"]
    assert (poll["type"], poll["is_anonymous"]) == ("quiz", False)
    assert len(poll["explanation"]) <= 200
    [right] = poll["correct_option_ids"]
    for name in NAMES[:4]:
        await group.people[name].vote(right if name != "Bo" else 1 - min(right, 1))
    assert "Right: 3 of 4" in ada.last
    assert poll["is_closed"]
    await ada.tap("Next question")
    second = ada.last.raw["poll"]
    assert second["id"] != poll["id"]
    await group.people["Eve"].vote(second["correct_option_ids"][0])
    await ada.tap("Show the answer")
    assert "Right: 1 of 1" in ada.last
    await ada.tap("See the result")
    assert "The round is over" in ada.last
    assert all(seen.raw.get("message_thread_id") == group.topic for seen in group.said())


async def test_the_first_tap_counts_and_right_or_wrong_is_told_after_the_close(group: Class) -> None:
    ada = await called(group)
    await ada.tap("Begin")
    first = await group.answer("Bo", right=False)
    assert first.startswith("Your answer is in: ")
    again = await group.answer("Bo")
    assert again == first.replace("Your answer is in: ", "Your first answer counts: ")
    await group.people["Bo"].press(f"gm:{(await group.round()).id}:0", on=ada.last)
    assert group.people["Bo"].toast == "That question is closed.", "nothing is told while others may still answer"
    await ada.tap("Show the answer")
    assert "Right: 0 of 1" in ada.last
    await group.people["Dan"].tap("How did I do?")
    assert group.people["Dan"].toast == "You did not answer that question."
    shown = ada.last
    await ada.tap("Next question")
    await group.answer("Bo")
    await group.people["Bo"].tap("How did I do?", on=shown)
    assert group.people["Bo"].toast == "Not this time. So far you have 0 of 1.", "the open question is not counted yet"


async def test_a_first_name_is_shown_only_to_those_who_asked_for_it(group: Class) -> None:
    ada = await called(group, 1)
    await group.people["Eve"].tap("Join by first name")
    await group.people["Dan"].tap("Join by first name")
    assert group.people["Dan"].toast == "You are in, as Dan."
    await group.people["Dan"].tap("Join")
    assert "as Dan" not in group.people["Dan"].toast, "one may think better of it"
    await ada.tap("Begin")
    for name in NAMES:
        await group.answer(name)
    await ada.tap("See the result")
    assert "Eve" in ada.last
    assert not any(name in ada.last for name in NAMES[:4])


async def test_what_was_missed_is_asked_in_private(group: Class) -> None:
    ada = await called(group, 2)
    await ada.tap("Begin")
    for place in range(2):
        for name in NAMES[:4]:
            await group.answer(name, right=name != "Bo" or place == 0)
        await ada.tap("Next question" if place == 0 else "See the result")
    link = ada.last.raw["reply_markup"]["inline_keyboard"][0][0]["url"]
    bo = group.stage.person("Bo")
    await bo.send("/start " + link.partition("start=")[2])
    assert "Question 1 of 1" in bo.last
    cleo = group.stage.person("Cleo")
    await cleo.send("/start " + link.partition("start=")[2])
    assert "Question 1 of 2" in cleo.last, "who missed nothing may learn all of it"


async def test_with_a_limit_a_round_goes_on_by_itself_also_after_a_restart(group: Class) -> None:
    ada = await called(group, 2)
    await ada.tap("30 seconds")
    await ada.tap("Begin")
    await group.answer("Ada")
    await group.stage.drop_bot()
    group.stage.clock.move(timedelta(seconds=31))
    await group.stage.raise_bot()
    await group.stage.tick()
    assert "Right: 1 of 1" in ada.last
    group.stage.clock.move(timedelta(seconds=16))
    await group.stage.tick()
    assert "Question 2 of 2" in ada.last
    for secs in (31, 16):
        group.stage.clock.move(timedelta(seconds=secs))
        await group.stage.tick()
    assert "The round is over" in ada.last
    assert "1 point" in ada.last


async def test_a_round_that_everybody_left_ends_by_itself(group: Class) -> None:
    ada = await called(group)
    group.stage.clock.move(timedelta(hours=7))
    await group.stage.tick()
    assert "ended before it began." in ada.last


async def test_the_answers_of_thirty_do_not_each_cost_an_edit(group: Class) -> None:
    names = [f"Pupil {number}" for number in range(30)]
    big = group.stage.world.group("Year 7", "Ada", *names)
    there = Class(group.stage, big, 0, {name: group.stage.person(name).inside(big) for name in ("Ada", *names)})
    ada = there.people["Ada"]
    await ada.send("/quiz 1")
    for name in names:
        await there.people[name].tap("Join")
    await ada.tap("Begin")
    before = len(group.stage.world.calls)
    for name in names:
        await there.answer(name)
    made = [name for name, _ in group.stage.world.calls[before:]]
    shown = [name for name in made if name.lower() in ("editmessagetext", "sendmessage", "editmessagereplymarkup")]
    assert len(shown) <= 2, "the key, and perhaps one count"
    assert sum("answer" in name.lower() for name in made) == 30, "but each is told that it is in"
    assert "Right: 30 of 30" in ada.last


async def test_a_question_costs_a_group_three_calls(group: Class) -> None:
    ada = await called(group, 5)
    await ada.tap("Begin")
    before = len(group.stage.world.calls)
    for place in range(5):
        for name in NAMES[:4]:
            await group.answer(name)
        await ada.tap("Next question" if place < 4 else "See the result")
    to_group = [name for name, sent in group.stage.world.calls[before:] if sent.get("chat_id") == str(group.forum.id)]
    assert len(to_group) <= 5 * 3
    assert "The round is over" in ada.last


async def test_whoever_has_no_points_is_named_nowhere(group: Class) -> None:
    ada = await called(group, 2)
    await ada.tap("Begin")
    for place in range(2):
        for name in NAMES[:4]:
            await group.answer(name, right=name in ("Ada", "Dan"))
        await ada.tap("Next question" if place == 0 else "See the result")
    async with group.stage.database.read() as store:
        players = {player.chat_id: player.name for player in await store.rounds.players(1)}
    fields = ("text", "reply_markup", "question", "options")
    sent = [
        " ".join(call.get(field, "") for field in fields) for _, call in group.stage.world.calls if "chat_id" in call
    ]
    for name in NAMES[:4]:
        person = group.people[name].person
        shown = any(players[person.id] in call for call in sent)
        assert shown is (name in ("Ada", "Dan")), "by no message, and at no moment"
        assert not any(re.search(rf"\b({person.first_name}|{person.id})\b", call) for call in sent)


async def test_the_class_pseudonym_is_kept_and_a_name_shown_to_a_class_is_not(group: Class) -> None:
    async with group.stage.database.begin() as store:
        now = group.stage.clock.now()
        led = await store.classes.create("7B", "CODE7777", (await known(store, group, "Eve")).id, None, now)
        kept = await store.classes.join(led.id, (await known(store, group, "Bo")).id, now, named=False)
        await store.classes.join(led.id, (await known(store, group, "Cleo")).id, now, named=True)
    await called(group)
    assert kept.name in group.people["Bo"].toast
    assert "Cleo" not in group.people["Cleo"].toast


async def known(store: Store, group: Class, name: str) -> Learner:
    person = group.people[name].person
    return await store.learners.get_or_create(person.id, name, "en", group.stage.clock.now())


async def test_two_teams(group: Class) -> None:
    ada = group.people["Ada"]
    await ada.send("/quiz 1")
    await ada.tap("Join")
    await ada.tap("Two teams")
    told = {}
    for name in NAMES[1:4]:
        await group.people[name].tap("Join")
        told[name] = group.people[name].toast
    assert ["Team A" in told[name] for name in ("Bo", "Cleo", "Dan")] == [False, True, False]
    await ada.tap("Begin")
    for name in NAMES[:4]:
        await group.answer(name, right=name in ("Bo", "Dan", "Ada"))
    await ada.tap("See the result")
    assert "Team B: 100% right, 2 players" in ada.last
    assert "Team A: 50% right, 2 players" in ada.last
    assert "Team B wins." in ada.last


async def test_another_pack_of_those_that_may_be_brought(group: Class) -> None:
    ada = group.people["Ada"]
    async with group.stage.database.begin() as store:
        now = group.stage.clock.now()
        me, eve = await known(store, group, "Ada"), await known(store, group, "Eve")
        await store.packs.install(lights("mine", "My own"), now=now, owner_id=me.id, status="private")
        await store.packs.install(lights("draft", "My draft"), now=now, owner_id=me.id, status="draft")
        theirs = await store.packs.install(lights("theirs", "Eve's own"), now=now, owner_id=eve.id, status="private")
    await ada.send("/quiz")
    await ada.tap("Another pack")
    assert "My own" in ada.buttons
    assert not {"My draft", "Eve's own"} & set(ada.buttons)
    await ada.press(f"gk:1:{theirs.pack_id}", on=ada.last)
    assert ada.toast == "That is not here any more. /packs shows what there is."
    await ada.tap("My own")
    assert "A round on “My own”" in ada.last
    for name in ("Ada", "Bo"):
        await group.people[name].tap("Join")
    await ada.tap("Begin")
    assert "True or false?" in ada.last
    for name in ("Ada", "Bo"):
        await group.people[name].tap("True")
    await ada.tap("See the result")
    assert "Learn these in private" not in ada.last.labels, "a private pack is not for everybody"


async def test_of_a_pack_that_is_removed_nothing_more_is_asked(group: Class) -> None:
    ada = group.people["Ada"]
    await ada.send("/quiz 3")
    for name in ("Ada", "Bo"):
        await group.people[name].tap("Join")
    await ada.tap("Begin")
    assert "Question 1 of 3" in ada.last
    async with group.stage.database.begin() as store:
        found = await store.rounds.get(1)
        left = found.items[2]
        now = group.stage.clock.now()
        await store.packs.remove(found.pack_id, now)
    for name in ("Ada", "Bo"):
        await group.people[name].press("ga:1:0:0", on=ada.last)
    await ada.tap("See the result")
    assert "The round is over" in ada.last
    assert "1 question was asked." in ada.last
    async with group.stage.database.read() as store:
        assert left not in (await store.rounds.get(1)).items


def lights(key: str, title: str) -> Pack:
    return replace(pack(truth("c"), key=key), title=title)


async def test_a_pack_without_anything_to_tap_is_refused(group: Class) -> None:
    ada = group.people["Ada"]
    async with group.stage.database.begin() as store:
        me = await known(store, group, "Ada")
        now = group.stage.clock.now()
        made = await store.packs.install(pack(number("n"), key="typed"), now=now, owner_id=me.id, status="private")
    await ada.send("/quiz")
    await ada.press(f"gk:1:{made.pack_id}", on=ada.last)
    await ada.tap("Begin")
    assert "no questions that can be tapped" in ada.toast
    assert "Join" in ada.buttons


async def test_nobody_needs_to_join_first(group: Class) -> None:
    ada = group.people["Ada"]
    await ada.send("/quiz 2")
    await ada.tap("Begin")
    group.stage.clock.move(timedelta(seconds=5))
    for name in ("Bo", "Cleo"):
        await group.answer(name)
    assert "Answer:" not in ada.last, "whoever has not answered yet still may"
    await group.answer("Dan")
    await ada.tap("Show the answer")
    assert "Right: 3 of 3" in ada.last
    await ada.tap("Next question")
    for name in ("Bo", "Cleo", "Dan"):
        await group.answer(name)
    assert "Right: 3 of 3" in ada.last, "those three are known now: the key comes by itself"


async def test_an_update_that_comes_again_answers_once(group: Class) -> None:
    ada = await called(group)
    await ada.tap("Begin")
    await group.answer("Bo")
    assert group.stage.world.updates.put_again()
    await group.stage.quiet()
    found = await group.round()
    async with group.stage.database.read() as store:
        assert len(await store.rounds.answers(found.id)) == 1


async def test_a_button_of_another_group_does_nothing_here(group: Class) -> None:
    await called(group)
    other = group.stage.world.group("Strangers", "Mallory")
    mallory = group.stage.person("Mallory").inside(other)
    await mallory.send("/help")
    found = await group.round()
    for data in (f"gx:{found.id}", f"gb:{found.id}", f"gj:{found.id}:0", f"gk:{found.id}:999", "gx:12345678"):
        await mallory.press(data)
    after = await group.round()
    assert after == found


@pytest.mark.parametrize("how", ["Quiz polls", "buttons"])
async def test_a_question_corrected_while_it_is_asked_counts_for_nobody(group: Class, how: str) -> None:
    ada = group.people["Ada"]
    right = pack(truth("c"), truth("d"), key="lights")
    await install(group, right)
    await ada.send("/quiz 2")
    await ada.press("gk:1:2", on=ada.last)
    for name in NAMES[:3]:
        await group.people[name].tap("Join")
    if how == "Quiz polls":
        await ada.tap(how)
    await ada.tap("Begin")
    asked = ada.last

    async def answer(name: str) -> None:
        await (group.people[name].vote(0) if how == "Quiz polls" else group.people[name].press("ga:1:0:0", on=asked))

    await answer("Ada")
    group.stage.clock.move(timedelta(seconds=20))
    await install(group, replace(right, lessons=tuple(map(turned, right.lessons))))
    await answer("Bo")
    if how == "buttons":
        assert "corrected after the question was asked" in group.people["Bo"].toast
    await ada.press("gc:1:0", on=asked)
    assert "The answer was corrected after the question was asked, so it counts for nobody." in ada.last
    assert "Right:" not in ada.last
    key = ada.last
    await ada.tap("How did I do?", on=key)
    assert "corrected after the question was asked" in ada.toast
    await ada.tap("Next question", on=key)
    assert "corrected" in key, "it stays told when the round has gone on"
    for name in NAMES[:3]:
        await answer_rightly(group, name, how)
    await ada.tap("See the result")
    assert "2 points" not in ada.last
    assert "1 point" in ada.last


async def answer_rightly(group: Class, name: str, how: str) -> None:
    if how == "Quiz polls":
        await group.people[name].vote(await group.option(right=True))
    else:
        await group.answer(name)


def turned(lesson: Lesson) -> Lesson:
    return replace(lesson, items=tuple(replace(item, answer=not item.answer) for item in lesson.items))


async def install(group: Class, wanted: Pack) -> None:
    async with group.stage.database.begin() as store:
        await store.packs.install(wanted, now=group.stage.clock.now(), status="public")


async def test_a_round_called_off_before_it_began_says_no_more(group: Class) -> None:
    ada = await called(group)
    invitation = ada.last.id
    await ada.tap("Stop")
    assert ada.last.id == invitation
    assert "ended before it began." in ada.last
    assert "question" not in ada.last
    assert ada.last.labels == []
