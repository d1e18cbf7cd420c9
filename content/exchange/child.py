"""How does a caller read a stranger's file? By a child process with limits, waited for no longer than allowed."""

import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from content.confined import argument, asked
from content.exchange.question import BadFile
from content.exchange.reading import Imported
from content.exchange.report import Report
from content.limits import CLOCK_SECS
from lessons import canonical

_COMMAND = ("-m", "content.exchange.worker")


def read(data: bytes, name: str, fmt: str | None = None, *, language: str | None = None) -> Imported:
    """The pack of a foreign file with its report, read in a child process. Raises BadFile."""
    extra = [*(("--from", fmt) if fmt else ()), *(("--language", language) if language else ())]
    said, killed = asked((*_COMMAND, *extra, "--", argument(name)), data, CLOCK_SECS)
    if killed:
        raise BadFile("out_of_bounds")
    try:
        return imported(_last(said))
    except BadFile:
        raise
    except (ValueError, KeyError, TypeError, AttributeError):  # a child that was taken over may say anything
        raise BadFile("out_of_bounds") from None


def imported(told: Mapping[str, Any]) -> Imported:
    """What a line of the worker says. Raises BadFile where it tells a fault."""
    if "fault" in told:
        raise BadFile(told["fault"], **told["data"])
    pack = canonical.from_json(told["pack"]) if told["pack"] else None
    if pack is not None:
        files = {path: base64.b64decode(coded) for path, coded in told["media"].items()}
        pack = replace(pack, media=tuple(replace(one, data=files.get(one.path)) for one in pack.media))
    return Imported(pack, Report.from_json(told["report"]))


def _last(said: bytes) -> Mapping[str, Any]:
    """The child's last whole line; a child that died has told nothing."""
    lines = said.strip().split(b"\n")
    try:
        found: Mapping[str, Any] = json.loads(lines[-1])
    except ValueError:
        raise BadFile("out_of_bounds") from None
    return found
