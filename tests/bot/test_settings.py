"""The environment is read once, whole, and without telling secrets."""

import pytest

from bot import settings
from bot.settings import Address, SettingsError

TOKEN = "123456:AAtestTESTtestTESTtestTESTtestTEST_-"
OURS = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "LECTERN_WEBHOOK_URL", "LECTERN_WEBHOOK_SECRET")


@pytest.fixture(autouse=True)
def bare(monkeypatch, tmp_path):
    for name in (*OURS, "LECTERN_LISTEN", "LECTERN_LOG", "LECTERN_RATE", "HTTPS_PROXY", "https_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def problems(**env):
    with pytest.raises(SettingsError) as caught:
        settings.load(**env)
    return caught.value.problems


def test_nothing_set_is_enough_for_everything_but_running():
    found = settings.load()
    assert found.database_url.startswith("sqlite:///")
    assert found.database_url.endswith("lectern.db")
    assert found.base_url == "https://api.telegram.org/bot"
    assert found.address is None
    with pytest.raises(SettingsError, match="BotFather"):
        found.bot_token()


def test_the_environment_and_the_env_file_are_read(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nLECTERN_LOG=DEBUG\nELSE=1\n")
    monkeypatch.setenv("LECTERN_LISTEN", "[::1]:9000")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")
    found = settings.load()
    assert found.bot_token() == TOKEN
    assert found.log_level == "debug"
    assert found.address == Address("::1", 9000)
    assert found.base_file_url == "http://127.0.0.1:8081/file/bot"


def test_every_mistake_is_told_at_once_and_no_value_with_it(monkeypatch):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "hush-this is no token")
    monkeypatch.setenv("TELEGRAM_API_URL", "telegram")
    monkeypatch.setenv("DATABASE_URL", "mysql://me:hush@there/db")
    monkeypatch.setenv("LECTERN_WEBHOOK_SECRET", "hush hush")
    monkeypatch.setenv("LECTERN_LISTEN", "8080")
    monkeypatch.setenv("LECTERN_LOG", "loud")
    monkeypatch.setenv("LECTERN_RATE", "fast")
    told = problems()
    names = ["TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "LECTERN_WEBHOOK_SECRET", "LECTERN_LISTEN"]
    assert [problem.split()[0] for problem in told] == [*names, "LECTERN_LOG", "LECTERN_RATE"]
    assert all(problem.endswith(".") for problem in told)
    assert "hush" not in " ".join(told)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://bot.example.org/hook", "https"),
        ("https://bot.example.org:9999/hook", "port"),
        ("https://bot.example.org/metrics", "taken"),
        ("bot.example.org", "https address"),
    ],
)
def test_a_webhook_telegram_would_refuse_is_refused_here(url, words):
    assert words in problems(LECTERN_WEBHOOK_URL=url)[0]


def test_a_plain_address_will_do_for_a_server_of_ones_own():
    found = settings.load(LECTERN_WEBHOOK_URL="http://127.0.0.1:9/hook", TELEGRAM_API_URL="http://127.0.0.1:8")
    assert found.address == Address("127.0.0.1", 8080)


def test_a_secret_without_a_webhook_is_a_mistake():
    assert "LECTERN_WEBHOOK_URL" in problems(LECTERN_WEBHOOK_SECRET="abc")[0]


def test_printing_shows_no_secret():
    found = settings.load(
        TELEGRAM_BOT_TOKEN=TOKEN,
        LECTERN_WEBHOOK_URL="https://bot.example.org/x",
        LECTERN_WEBHOOK_SECRET="hush",
        DATABASE_URL="postgresql://me:pass9word@there/db",
    )
    for text in (repr(found), str(found), str(found.model_dump())):
        assert TOKEN not in text
        assert "hush" not in text
        assert "pass9word" not in text
    assert set(found.secrets) == {TOKEN, "hush", "pass9word"}


def test_replicas_make_the_same_webhook_secret_of_the_same_token():
    one, two = (settings.load(TELEGRAM_BOT_TOKEN=TOKEN).secret_for_webhook() for _ in range(2))
    other = settings.load(TELEGRAM_BOT_TOKEN=TOKEN + "x").secret_for_webhook()
    assert one == two != other
    assert len(one) == 64


def test_a_proxy_is_for_telegram_and_its_password_a_secret(monkeypatch):
    assert settings.load().proxy_url is None
    monkeypatch.setenv("HTTPS_PROXY", "http://me:hush@proxy.example:3128")
    found = settings.load()
    assert found.proxy_url == "http://me:hush@proxy.example:3128"
    assert "hush" in found.secrets
    assert "hush" not in repr(found)
    monkeypatch.setenv("NO_PROXY", "telegram.org")
    assert found.proxy_url is None
    monkeypatch.delenv("NO_PROXY")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081")
    assert settings.load().proxy_url is None, "a server of one's own is near"
    monkeypatch.delenv("TELEGRAM_API_URL")
    monkeypatch.setenv("HTTPS_PROXY", "socks5://me:hush@proxy.example")
    with pytest.raises(SettingsError, match="HTTPS_PROXY must be an HTTP proxy") as caught:
        _ = settings.load().proxy_url
    assert "hush" not in str(caught.value)
