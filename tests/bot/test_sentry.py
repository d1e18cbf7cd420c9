"""What an error tracker is told: the place of a failure, and neither anybody's words nor a secret."""

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog
from sentry_sdk.envelope import Envelope
from sentry_sdk.transport import Transport

from bot import log, sentry
from bot.settings import SettingsError, load

sentry_sdk = pytest.importorskip("sentry_sdk")
TOKEN = "123456:AAtestTESTtestTESTtestTESTtestTEST_-"
DSN = "https://k3yk3yk3y@errors.example.org/7"
TYPED = "eleven billion, I think"
SECRETS = (TOKEN, TOKEN.partition(":")[2], TYPED, "hush", "k3yk3yk3y")


class Kept(Transport):
    """Keeps what would be sent."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[dict[str, Any]] = []

    def capture_envelope(self, envelope: Envelope) -> None:
        for item in envelope.items:
            self.events.append(item.payload.json or {"other": item.get_bytes().decode()})


@pytest.fixture
def told() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    kept = Kept()
    log.set_up("error", secrets=["hush"])
    sentry.set_up(DSN, release="lectern@1", secrets=["hush", TOKEN, DSN], transport=kept)
    yield lambda: kept.events
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
    sentry_sdk.init()


def fail(words: str) -> None:
    typed = words
    raise ValueError(typed, TOKEN)


def caught(words: str) -> Exception:
    try:
        fail(words)
    except ValueError as error:
        error.add_note(words)
        return error
    raise AssertionError


def nothing_of_it(events: list[dict[str, Any]]) -> None:
    text = json.dumps(events)
    for secret in SECRETS:
        assert secret not in text


def test_an_error_is_told_by_its_place(told: Callable[[], list[dict[str, Any]]]) -> None:
    structlog.get_logger("bot.delivery").error("update set aside", said=TYPED, exc_info=caught(TYPED))
    [event] = told()
    assert event["message"] == "update set aside"
    [value] = event["exception"]["values"]
    assert value["type"] == value["value"] == "ValueError"
    last = value["stacktrace"]["frames"][-1]
    assert (last["filename"], last["function"]) == ("tests/bot/test_sentry.py", "fail")
    nothing_of_it(told())


def test_whoever_tells_it_no_word_and_no_secret_goes_out(told: Callable[[], list[dict[str, Any]]]) -> None:
    error = caught(TYPED)
    for name in ("telegram.ext", "asyncio", "sqlalchemy", "bot.send"):
        logger = logging.getLogger(name)
        logger.error("it failed with %s", TYPED, extra={"token": TOKEN}, exc_info=error)
        logger.error("https://api.telegram.org/bot%s/getMe and hush", TOKEN)
        logger.critical(f"POST /bot{TOKEN}/getMe and hush")
        structlog.get_logger(name).error("structured", url=f"bot{TOKEN}", typed=TYPED)
    sentry_sdk.set_user({"id": 5, "username": TYPED})
    sentry_sdk.set_tag("typed", TYPED)
    sentry_sdk.set_context("update", {"text": TYPED})
    sentry_sdk.add_breadcrumb(message=TYPED)
    sentry_sdk.capture_exception(error)
    events = told()
    assert len(events) == 17
    nothing_of_it(events)


def test_a_warning_is_not_told(told: Callable[[], list[dict[str, Any]]]) -> None:
    structlog.get_logger("bot").warning("trying again")
    assert told() == []


def test_a_dsn_that_is_none_is_refused_without_being_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENTRY_DSN", "hush")
    with pytest.raises(SettingsError) as refused:
        load()
    assert "SENTRY_DSN" in str(refused.value)
    assert "hush" not in str(refused.value)
    monkeypatch.setenv("SENTRY_DSN", DSN)
    assert DSN in load().secrets
    assert "k3y" not in repr(load())


def test_a_tracker_that_fails_prints_nobodys_words(
    told: Callable[[], list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sentry_sdk, "capture_event", lambda event: fail(TYPED))
    logging.getLogger("bot").error("it went wrong: %s", TYPED, exc_info=caught(TYPED))
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    assert "--- Logging error ---" not in printed.err
    assert not [secret for secret in SECRETS if secret in printed.err + printed.out]
