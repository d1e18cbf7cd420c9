"""A question a day in a group: set by who may, sent once at its hour, its key told the next day."""

from datetime import timedelta

from groups import Class

from bot.playground.chat import Conversation


async def told(group: Class, words: str) -> Conversation:
    """An administrator who wrote that."""
    ada = group.people["Ada"]
    group.forum.administrators = [ada.person.id]
    await ada.send(words)
    return ada


async def morning(group: Class) -> None:
    """The clock goes on to the next question, and it comes."""
    moment = await group.stage.next_moment()
    assert moment is not None
    group.stage.clock.move(moment - group.stage.clock.now() + timedelta(seconds=5))
    await group.stage.tick()


async def option(group: Class, *, right: bool) -> str:
    async with group.stage.database.read() as store:
        known = await store.dailies.get(group.forum.id)
        assert known is not None
        found = await store.rounds.get(known.round_id)
        item = (await store.packs.item(found.items[found.position])).item
    codes = item.options(found.id * 1009 + found.position)
    index = next(i for i, one in enumerate(codes) if (one == item.key) is right)
    return f"ga:{found.id}:{found.position}:{index}"


async def test_a_question_comes_each_day_with_the_key_of_the_day_before(group: Class) -> None:
    ada = await told(group, "/daily 09:00 Lisbon")
    assert "A question a day at 09:00 (Europe/Lisbon)" in ada.last
    await morning(group)
    assert f"{group.stage.clock.now():%H:%M}" == "09:00"
    assert "Question of the day" in ada.last
    assert "Last time" not in ada.last
    first = ada.last
    bo, cleo = group.people["Bo"], group.people["Cleo"]
    await bo.press(await option(group, right=True))
    assert bo.toast.startswith("Right. ")
    assert bo.person.toasts[-1]["show_alert"], "a sentence is to be read, not to flit by"
    await cleo.press(await option(group, right=False))
    assert cleo.toast.startswith("Not this time. ")
    assert all(len(person.toast) <= 200 for person in (bo, cleo))
    await cleo.press(await option(group, right=True))
    assert cleo.toast.startswith("Your first answer counts")
    said = len(ada.messages)
    for _ in range(3):
        await group.stage.tick()
    assert len(ada.messages) == said, "once a day, however often the clock ticks"
    await morning(group)
    assert "Last time" in ada.last
    assert "Right: 1 of 2" in ada.last
    assert "Answer" in first or "First" in first
    assert first.labels == ["How did I do?"]
    await cleo.tap("How did I do?", on=first)
    assert cleo.toast == "Not this time. So far you have 0 of 1."
    assert all(seen.raw.get("message_thread_id") == group.topic for seen in group.said())
    assert not any(name in repr(seen) for seen in group.said() for name in group.people)


async def test_it_ends_when_told_and_a_missed_day_is_not_made_up_for(group: Class) -> None:
    ada = await told(group, "/daily 9 Europe/Lisbon")
    group.stage.clock.move(timedelta(days=4))
    before = len(group.said())
    await group.stage.tick()
    assert len(group.said()) == before + 1
    await ada.send("/daily")
    assert "comes at 09:00 (Europe/Lisbon)" in ada.last
    await ada.send("/daily off")
    assert "No more questions of the day" in ada.last
    said = len(ada.messages)
    group.stage.clock.move(timedelta(days=2))
    await group.stage.tick()
    assert len(ada.messages) == said


async def test_who_may_set_it_and_what_is_asked_back(group: Class) -> None:
    bo = group.people["Bo"]
    await bo.send("/daily 09:00 Lisbon")
    assert "Only an administrator" in bo.last
    await group.stage.teacher("Bo")
    await bo.send("/daily 09:00")
    assert "On which clock?" in bo.last
    await bo.send("/daily 25:00")
    assert "Write the time" in bo.last
    await bo.send("/daily 09:00 Nowhereville")
    assert "On which clock?" in bo.last
    await bo.send("/daily 7pm Tokyo")
    assert "19:00 (Asia/Tokyo)" in bo.last


async def test_summer_time_keeps_the_hour(group: Class) -> None:
    await told(group, "/daily 09:00 Lisbon")
    group.stage.clock.move(timedelta(days=24))  # to 26 March; clocks change on the 29th
    await group.stage.tick()
    hours = []
    for _ in range(5):
        await morning(group)
        hours.append(f"{group.stage.clock.now():%H}")
    assert hours == ["09", "09", "08", "08", "08"]


async def test_in_a_private_chat_it_says_where_it_works(group: Class) -> None:
    ada = group.stage.person("Ada")
    await ada.send("/daily 09:00")
    assert "/daily is for groups" in ada.last
    assert "do not know that command" not in ada.last
