"""How does a caller read a stranger's file? By a child process with limits, waited for no longer than allowed."""

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from content.exchange.question import BadFile
from content.exchange.reading import Imported
from content.exchange.report import Report
from content.limits import CLOCK_SECS
from lessons import canonical

_COMMAND = ("-m", "content.exchange.worker")


def read(data: bytes, name: str, fmt: str | None = None, *, language: str | None = None) -> Imported:
    """The pack of a foreign file with its report, read in a child process. Raises BadFile."""
    extra = [*(("--from", fmt) if fmt else ()), *(("--language", language) if language else ())]
    command = [sys.executable, *_COMMAND, *extra, "--", name or "file"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=CLOCK_SECS, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired:
        raise BadFile("out_of_bounds") from None
    return imported(_last(done.stdout))


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
