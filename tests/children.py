"""What need not be asked of a child process again? What it said of the same document, and how a picture is drawn.

A child takes a second of processor time before it begins. The same document gives the same lines byte for byte, so that
whoever asks again in the same run is told what the child said the first time. That every build and every picture has a
process of its own, and what ends it there, is for `tests/content/readers`, `tests/content/exchange`, `tests/bot` and
`tests/browser`, which start them.
"""

import asyncio
import hashlib
import importlib
import json
import os
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from bot import building, pictures
from bot.pictures.letters import can_be_written

PASSING = ("Crashed", "TooLarge")
"""What may be this machine's fault; it is asked again."""


def told_once(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """From now on a document is built once; what its child said is kept in that folder."""
    ask = building.built

    async def built(arguments: list[str], data: bytes) -> AsyncGenerator[dict[str, Any], None]:
        kept = folder / hashlib.sha256(json.dumps(arguments).encode() + b"\0" + data).hexdigest()
        if not kept.exists():
            lines = []
            async with aclosing(ask(arguments, data)) as told:
                async for line in told:
                    lines.append(json.dumps(line))
                    yield line
            if lines and json.loads(lines[-1]).get("fault") not in PASSING:
                _keep(kept, "\n".join(lines))
            return
        for raw in kept.read_text(encoding="utf-8").split("\n"):
            await asyncio.sleep(0)
            yield json.loads(raw)

    patch.setattr(building, "built", built)


@pytest.fixture(autouse=True)
def few_children(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> None:
    """For whoever imports it: a document is built once a run, and pictures are drawn here."""
    mine = tmp_path_factory.getbasetemp()
    folder = (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / f"told-{testrun_uid}"
    folder.mkdir(exist_ok=True)
    told_once(monkeypatch, folder)
    drawn_here(monkeypatch)


def _keep(file: Path, text: str) -> None:
    """Whole or not at all: other processes of the same run look for it."""
    part = file.with_name(f"{file.name}.{id(text)}")
    part.write_text(text, encoding="utf-8")
    part.replace(file)


def drawn_here(patch: pytest.MonkeyPatch) -> None:
    """From now on pictures are drawn in a thread of this process."""
    one_at_a_time = asyncio.Lock()

    async def draw(kind: str, data: dict[str, Any]) -> bytes | None:
        wanted = json.loads(json.dumps(data))
        if not can_be_written(wanted):
            return None
        async with one_at_a_time:
            png: bytes = await asyncio.to_thread(importlib.import_module(f"bot.pictures.{kind}").png, wanted)
        return png

    patch.setattr(pictures, "draw", draw)
