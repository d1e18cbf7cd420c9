"""What befalls a group in the middle of a round: moved, muted, put out; others' commands; anonymous administrators."""

from groups import Class, called

from bot.playground import group_actions
from bot.playground.stage import Stage


async def test_a_round_goes_on_where_the_group_became_a_supergroup(stage: Stage) -> None:
    chat = stage.world.group("7B", "Ada", "Bo")
    there = Class(stage, chat, 0, {name: stage.person(name).inside(chat) for name in ("Ada", "Bo")})
    ada = there.people["Ada"]
    await ada.send("/quiz 2")
    await ada.tap("Join")
    await ada.tap("Begin")
    new = group_actions.upgrade(stage.world, ada.person, chat)
    await stage.quiet()
    moved = Class(stage, new, 0, {name: stage.person(name).inside(new) for name in ("Ada", "Bo")})
    ada = moved.people["Ada"]
    await ada.send("/quiz")
    assert "Question 1 of 2" in ada.last
    await moved.answer("Ada")
    await ada.tap("Show the answer")
    assert "Right: 1 of 1" in ada.last


async def test_a_message_that_finds_the_group_moved_follows_it(stage: Stage) -> None:
    chat = stage.world.group("7B", "Ada")
    ada = stage.person("Ada").inside(chat)
    stage.world.quiet = None
    await ada.send("/quiz 2")
    waiting = stage.world.updates.waiting[:]
    stage.world.updates.waiting.clear()
    new = group_actions.upgrade(stage.world, ada.person, chat)
    stage.world.updates.waiting[:0] = waiting
    stage.world.quiet = stage.quiet
    await stage.quiet()
    await stage.tick()
    assert "A round on" in stage.person("Ada").inside(new).last


async def test_where_the_bot_may_not_write_the_round_ends_quietly(group: Class) -> None:
    ada = await called(group)
    await ada.tap("Begin")
    group.forum.bot_may_write = False
    await ada.tap("Show the answer")
    async with group.stage.database.read() as store:
        assert await store.rounds.of_group(group.forum.id) == []
        assert await store.views.count() == 0


async def test_put_out_and_let_in_again(group: Class) -> None:
    ada = await called(group)
    group_actions.put_out(group.stage.world, ada.person, group.forum)
    await group.stage.quiet()
    async with group.stage.database.read() as store:
        assert await store.rounds.of_group(group.forum.id) == []
    said = len(ada.messages)
    await group.stage.tick()
    assert len(ada.messages) == said
    group_actions.let_in(group.stage.world, ada.person, group.forum)
    await group.stage.quiet()
    assert "Hello. /quiz calls a round" in list(group.forum.messages.values())[-1]["text"]


async def test_an_anonymous_administrator_calls_and_stops_a_round(group: Class) -> None:
    ada, bo = group.people["Ada"], group.people["Bo"]
    group.forum.administrators = [ada.person.id]
    await ada.send("/quiz 2", as_group=True)
    assert "A round on" in ada.last
    await bo.tap("Begin")
    assert "whoever started the round" in bo.toast
    await ada.tap("Begin")
    assert "Question 1 of 2" in ada.last
    await ada.send("/stop", as_group=True)
    assert "The round is over" in ada.last


async def test_only_the_starter_and_administrators_stop(group: Class) -> None:
    ada = await called(group)
    await ada.tap("Begin")
    bo = group.people["Bo"]
    await bo.send("/stop")
    assert "Only whoever started the round" in bo.last
    await bo.tap("Stop")
    assert "whoever started the round" in bo.toast
    group.forum.administrators = [bo.person.id]
    await bo.send("/stop")
    assert "The round is over" in bo.last


async def test_words_that_are_none_of_ours_are_left_alone(group: Class) -> None:
    ada = group.people["Ada"]
    for words in ("hello there", "/ban @somebody", "/quiz@OtherBot"):
        await ada.send(words)
    assert not group.said()
    await ada.send("/settings")
    assert "private chat" in ada.last
    assert ada.last.raw["message_thread_id"] == group.topic


async def test_groups_are_offered_their_own_commands(stage: Stage) -> None:
    offered = stage.world.profile.commands
    in_groups = {key: [one["command"] for one in listed] for key, listed in offered.items() if "group" in key}
    assert in_groups["all_group_chats/"] == ["quiz", "stop", "daily", "help"]
    assert "all_group_chats/de" in in_groups


async def test_the_link_that_lets_the_bot_in_says_hello_once(stage: Stage) -> None:
    ada = stage.person("Ada")
    await ada.send("/help")
    link = ada.last.raw["reply_markup"]["inline_keyboard"][0][0]["url"]
    assert link == f"https://t.me/{stage.world.bot_username}?startgroup=hello"
    chat = stage.world.group("New", "Ada")
    group_actions.let_in(stage.world, ada.person, chat)
    inside = ada.inside(chat)
    await inside.send(f"/start@{stage.world.bot_username} hello")
    assert [seen.text[:6] for seen in inside.messages if seen.from_bot] == ["Hello."]


async def test_a_channel_is_nothing_to_us(stage: Stage) -> None:
    stage.world.updates.put(
        "my_chat_member",
        {
            "chat": {"id": -1009, "type": "channel", "title": "News"},
            "from": stage.person("Ada").person.to_json(),
            "date": stage.world.timestamp(),
            "old_chat_member": {"status": "left", "user": stage.world.bot()},
            "new_chat_member": {"status": "member", "user": stage.world.bot()},
        },
    )
    await stage.quiet()
    async with stage.database.read() as store:
        assert await store.views.count() == 0
        assert await store.updates.count_aside() == 0
