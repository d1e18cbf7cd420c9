"""The menu of a teacher's chat has /teach in it, that of everybody else has not."""

from datetime import timedelta

from bot.actions import appointing
from bot.playground.stage import Stage


def menu(stage: Stage, name: str) -> list[str]:
    person = stage.person(name).person
    return [command["command"] for command in stage.world.profile.commands_for(person.id, person.language)]


async def test_teach_is_in_the_menu_from_the_tick_after_the_appointment_to_that_after_the_dismissal(
    stage: Stage,
) -> None:
    owner, grace = stage.person("Owen"), stage.person("Grace")
    await grace.send("/start")
    assert "teach" not in menu(stage, "Grace")
    async with stage.database.begin() as store:
        now = stage.clock.now()
        link = await appointing.owner_link(store, now)
        token = await store.roles.invite("teacher", now, by=None, ttl=timedelta(hours=1))
    await owner.send(f"/start {link}")
    await grace.send(f"/start teach_{token}")
    await stage.tick()
    assert "teach" in menu(stage, "Grace")
    assert "teach" in menu(stage, "Owen")
    assert set(menu(stage, "Grace")) - {"teach"} == set(menu(stage, "Ada"))

    await owner.send("/teachers")
    await owner.tap("Dismiss Grace")
    await stage.tick()
    assert "teach" not in menu(stage, "Grace")
    assert "teach" in menu(stage, "Owen")


async def test_a_menu_is_set_once_and_again_after_telegram_could_not_be_reached(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await stage.tick()
    assert "teach" not in menu(stage, "Grace"), "Telegram knows no chat in which nobody wrote"
    await grace.send("/start")
    stage.world.fail("setMyCommands", times=1, code=500)
    await stage.tick()
    assert "teach" not in menu(stage, "Grace")
    await stage.tick()
    assert "teach" in menu(stage, "Grace")
    before = len(stage.world.calls)
    await stage.tick()
    assert [call for call in list(stage.world.calls)[before:] if "MyCommands" in str(call)] == []


async def test_whoever_chooses_a_language_is_spoken_to_in_it_and_finds_the_menu_in_it(stage: Stage) -> None:
    grace = await stage.teacher("Grace")
    await grace.send("/settings")
    assert "Language: English" in grace.last
    await grace.tap("Language")
    assert {"Deutsch", "فارسی", "Русский"} <= set(grace.last.labels)
    await grace.tap("Deutsch")
    assert "Deutsch" in grace.last
    assert "Einstellungen" in grace.last
    await stage.tick()
    words = {each["command"]: each["description"] for each in stage.world.profile.commands[f"chat:{grace.chat.id}/"]}
    assert "Dokumente" in words["teach"]
    await grace.press("S:language:xx")
    assert "Deutsch" in "".join(seen.text for seen in grace.messages), "no language of ours: nothing has changed"
