"""What does an error tracker learn of a failure? What was being done, the error's kind, and where; nobody's words.

Optional: where SENTRY_DSN is set. Nothing of what its library collects by itself is used: no values of variables, no
requests, no breadcrumbs, no names of machines. An event is built of the few things named here, and what goes out is
once more reduced to them, whoever made it.
"""

import logging
import traceback
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import structlog

from bot.log import describe, hide, template

log = structlog.get_logger(__name__)
ROOT = Path(__file__).parents[1]
KEPT = ("event_id", "timestamp", "platform", "level", "logger", "release", "environment")
OF_FRAME = ("filename", "function", "lineno", "in_app")
FLUSH_SECS = 1.0


def set_up(dsn: str, *, release: str, secrets: Iterable[str] = (), transport: Any = None) -> None:
    """From now on every record of level ERROR is told to the tracker. Raises ImportError without the extra `sentry`."""
    import sentry_sdk

    held = tuple(secrets)
    sentry_sdk.init(
        dsn=dsn,
        release=release,
        default_integrations=False,
        auto_enabling_integrations=False,
        include_local_variables=False,
        include_source_context=False,
        max_breadcrumbs=0,
        server_name="lectern",
        auto_session_tracking=False,
        before_send=lambda event, _: cast(Any, scrubbed(event, held)),
        transport=transport,
    )
    logging.getLogger().addHandler(_Handler(logging.ERROR))


def end() -> None:
    """What waits is sent, for a moment at most."""
    import sentry_sdk

    sentry_sdk.flush(FLUSH_SECS)


class _Handler(logging.Handler):
    """Hands records on as events."""

    def emit(self, record: logging.LogRecord) -> None:
        """Never raises: a tracker that fails must not be in the way."""
        import sentry_sdk

        if record.name.startswith(("sentry_sdk", "urllib3")):
            return
        try:
            sentry_sdk.capture_event(cast(Any, event_of(record)))
        except Exception as error:  # whatever its library stumbles over; `handleError` would print the words
            log.warning("the error tracker could not be told", kind=type(error).__name__)


def event_of(record: logging.LogRecord) -> dict[str, Any]:
    """The record as an event: its first words, which are ours, and its exception by kind and place."""
    said = record.msg if isinstance(record.msg, Mapping) else {}
    event: dict[str, Any] = {
        "level": record.levelname.lower().replace("critical", "fatal"),
        "logger": record.name,
        "message": str(said.get("event", "")) if said else template(record),
    }
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        frames = traceback.extract_tb(error.__traceback__, limit=-20)
        event["exception"] = _told(describe(error), [(frame.filename, frame.lineno, frame.name) for frame in frames])
    elif said.get("error"):  # `bot.log` has made words of it already
        event["exception"] = _told(str(said["error"]), [_read(place) for place in said.get("at", ())])
    return event


def _read(place: str) -> tuple[str, int, str]:
    where, _, function = place.rpartition(" ")
    filename, _, line = where.rpartition(":")
    return filename, int(line), function


def _told(error: str, places: Sequence[tuple[str, int | None, str]]) -> dict[str, Any]:
    frames = [
        {
            "filename": _place(filename),
            "function": function,
            "lineno": line,
            "in_app": "site-packages" not in filename,
        }
        for filename, line, function in places
    ]
    kind = error.partition(":")[0].partition(" ")[0]
    return {"values": [{"type": kind, "value": error, "stacktrace": {"frames": frames}}]}


def _place(filename: str) -> str:
    path = Path(filename)
    if path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix()
    return "/".join(path.parts[-3:])


def scrubbed(event: Mapping[str, Any], secrets: Iterable[str] = ()) -> dict[str, Any]:
    """The event with nothing in it but what is named here, and no secret even there.

    An exception that somebody else has put in says its kind and its places only.
    """
    ours = {key: event[key] for key in KEPT if key in event}
    if isinstance(event.get("message"), str):
        ours["message"] = hide(event["message"], secrets)
    values = (event.get("exception") or {}).get("values") or []
    if values:
        ours["exception"] = {"values": [_scrubbed(value, secrets) for value in values]}
    return ours


def _scrubbed(value: Mapping[str, Any], secrets: Iterable[str]) -> dict[str, Any]:
    frames = (value.get("stacktrace") or {}).get("frames") or []
    kept: dict[str, Any] = {
        "type": value.get("type"),
        "stacktrace": {"frames": [{key: frame[key] for key in OF_FRAME if key in frame} for frame in frames]},
    }
    if "mechanism" not in value and "module" not in value:  # then it is of `_told`
        kept["value"] = hide(str(value.get("value", "")), secrets)
    return kept
