"""No line holds the token or a learner's words, whoever wrote it and at whatever level."""

import io
import json
import logging

import pytest
import structlog
from telegram import Bot
from telegram.error import BadRequest

from bot import log

TOKEN = "123456:AAtestTESTtestTESTtestTESTtestTEST_-"
TYPED = "eleven billion, I think"


@pytest.fixture
def lines():
    out = io.StringIO()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    log.set_up("debug", secrets=[TOKEN, "hush"], stream=out)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL])
@pytest.mark.parametrize(
    "name", ["bot.send", "somebody.else", "httpx", "telegram.ext", "aiohttp.client", "apscheduler.executors", "urllib3"]
)
def test_the_token_is_in_no_record_at_any_level(lines, level, name):
    logger = logging.getLogger(name)
    logger.log(level, "POST https://api.telegram.org/bot%s/getMe", TOKEN)
    logger.log(level, f"{Bot(TOKEN)!r} and hush", extra={"token": TOKEN})
    try:
        raise OSError(f"cannot reach https://api.telegram.org/bot{TOKEN}/")
    except OSError:
        logger.log(level, "failed", exc_info=True)
    structlog.get_logger(name).log(level, "structured", url=f"bot{TOKEN}", again=[TOKEN])
    text = json.dumps(lines())
    assert TOKEN not in text
    assert TOKEN.partition(":")[2] not in text
    assert "hush" not in text


def test_a_token_we_were_never_told_is_masked_too(lines):
    logging.getLogger("bot").warning("other bot 987654321:BBtestTESTtestTESTtestTESTtestTEST_-")
    assert lines()[0]["event"] == f"other bot {log.MASK}"


def test_an_exception_is_told_by_its_place_not_by_its_words(lines):
    try:
        raise ValueError(TYPED)
    except ValueError:
        logging.getLogger("bot.handlers").exception("handler failed")
        structlog.get_logger("bot.handlers").exception("handler failed")
    text = json.dumps(lines())
    assert TYPED not in text
    assert [line["error"] for line in lines()] == ["ValueError", "ValueError"]
    assert "test_log.py" in lines()[0]["at"][-1]


def test_what_telegram_and_the_system_say_is_kept(lines):
    try:
        raise BadRequest("Bad Request: chat not found")
    except BadRequest:
        logging.getLogger("bot.send").exception("not sent")
    assert lines()[0]["error"] == "BadRequest: Chat not found"


def test_a_library_may_not_quote_an_update(lines):
    logging.getLogger("telegram.ext.Application").critical("no context for %s.", {"text": TYPED})
    logging.getLogger("asyncio").error(f"Task exception was never retrieved\nfuture: {TYPED}")
    logging.getLogger("telegram.Bot").debug("Calling with %s", {"text": TYPED})
    logging.getLogger("aiosqlite").debug("executing %s", TYPED)
    assert TYPED not in json.dumps(lines())
    assert [line["event"] for line in lines()] == ["no context for %s.", "Task exception was never retrieved"]


def test_lines_are_structured(lines):
    structlog.get_logger("bot.send").info("sent", chat=5)
    (line,) = lines()
    assert line["level"] == "info"
    assert line["logger"] == "bot.send"
    assert line["chat"] == 5
    assert "timestamp" in line
