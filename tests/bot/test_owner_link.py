"""The owner's link: printed while the bot belongs to nobody, and anew for whoever has the machine."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import settings
from bot.__main__ import cli
from bot.actions import links
from bot.clock import Clock
from bot.commands.run import tell_owner_link
from storage.database import Database


def token_in(said: str) -> str:
    """The token of a link that was printed."""
    return said.partition("own_")[2].split()[0]


async def test_it_is_printed_until_somebody_owns_the_bot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database, clock = Database(f"sqlite:///{tmp_path / 'lectern.db'}"), Clock()
    await database.migrate()
    async with database.begin() as store:
        await store.meta.set(links.BOT, "LecternBot")
    await tell_owner_link(database, clock)
    said = capsys.readouterr().out
    assert "https://t.me/LecternBot?start=own_" in said
    async with database.begin() as store:
        ada = await store.learners.get_or_create(7, "Ada", "en", clock.now())
        assert await store.roles.redeem(token_in(said), ada.id, clock.now(), "owner") is not None
        await store.roles.appoint(ada.id, "owner", clock.now())
    await tell_owner_link(database, clock)
    assert capsys.readouterr().out == ""
    await database.close()


def test_whoever_has_the_machine_gets_a_new_one(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'lectern.db'}"
    done = CliRunner().invoke(cli, ["owner-link"], env={"DATABASE_URL": address})
    assert done.exit_code == 0, done.output
    assert len(token_in(done.output)) >= 22


@pytest.mark.parametrize(("said", "means"), [("everyone", "everyone"), ("INVITED", "invited"), ("", "invited")])
def test_who_may_teach_is_a_setting(said: str, means: str) -> None:
    assert settings.load(LECTERN_TEACHING=said or "invited").teaching == means


def test_another_word_is_refused() -> None:
    with pytest.raises(settings.SettingsError, match="LECTERN_TEACHING must be invited or everyone"):
        settings.load(LECTERN_TEACHING="anybody")
