"""What is written down, and what never? Structured lines on stderr, without secrets and without learners' words."""

import logging
import re
import sqlite3
import sys
import traceback
from collections.abc import Iterable
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor

MASK = "<hidden>"
_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}")
"""Any bot's token, also one we were never told."""

# Below WARNING these write addresses with the token, statements with their values, or updates with learners' words.
_TALKATIVE: tuple[str, ...] = (
    "aiohttp",
    "aiosqlite",
    "apscheduler",
    "asyncio",
    "asyncpg",
    "httpcore",
    "httpx",
    "matplotlib",
)
_TALKATIVE += ("PIL", "sqlalchemy", "telegram", "tzlocal", "uvicorn")
# Their warnings may still hold an update or a statement among the arguments: the template says enough.
_UNTRUSTED = ("aiosqlite", "asyncio", "asyncpg", "sqlalchemy", "telegram")
# What these say comes from the system or from Telegram; any other exception may quote what a learner typed.
_SPEAKABLE = (OSError, sqlite3.OperationalError)
_SPEAKABLE_MODULE = "telegram.error"


def set_up(level: str = "info", *, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Send every record to stderr: coloured lines on a terminal, JSON elsewhere. `secrets` are masked everywhere."""
    out = stream or sys.stderr
    handler = logging.StreamHandler(out)
    handler.setFormatter(_MaskingFormatter(secrets, console=out.isatty()))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_common(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


class _MaskingFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders a record and masks the finished line, so that nothing slips through by another door."""

    def __init__(self, secrets: Iterable[str], *, console: bool) -> None:
        last: Processor = structlog.dev.ConsoleRenderer() if console else structlog.processors.JSONRenderer()
        super().__init__(
            foreign_pre_chain=_common(),
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
        self._secrets = sorted((secret for secret in secrets if secret), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        if record.name.partition(".")[0] in _UNTRUSTED:
            record = _template_only(record)
        return hide(super().format(record), self._secrets)


def hide(words: str, secrets: Iterable[str] = ()) -> str:
    """The words without the secrets, and without anything that looks like a bot's token."""
    for secret in secrets:
        words = words.replace(secret, MASK)
    return _TOKEN.sub(MASK, words)


def _common() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _where_it_failed,
    ]


def _template_only(record: logging.LogRecord) -> logging.LogRecord:
    """The record without its arguments; asyncio pastes a task's result below its first line."""
    bare = logging.makeLogRecord(record.__dict__)
    bare.msg, bare.args = template(record), ()
    return bare


def template(record: logging.LogRecord) -> str:
    """What the record says without its arguments."""
    return str(record.msg).partition("\n")[0]


def _where_it_failed(_: Any, __: str, event: EventDict) -> EventDict:
    """An exception as its kind and its places; its words only where they cannot be a learner's."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["error"] = describe(error)
        event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in _frames(error)]
    return event


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(error.__traceback__, limit=-8))


def describe(error: BaseException) -> str:
    """An exception in words fit for a log: `TimedOut: Timed out`, `ValueError`."""
    chain: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(chain) < 4:
        name = type(seen).__name__
        may_speak = isinstance(seen, _SPEAKABLE) or any(t.__module__ == _SPEAKABLE_MODULE for t in type(seen).__mro__)
        chain.append(f"{name}: {seen}" if may_speak else name)
        seen = seen.__cause__
    return " < ".join(chain)
