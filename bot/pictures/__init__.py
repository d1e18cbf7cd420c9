"""How is a picture drawn without holding the bot up? In a short-lived process of its own, one at a time."""

import asyncio
import json
import sys
from typing import Any

LIMIT_SECS = 20.0

KEPT = 50
"""So many pictures, some 25 kB each, are not drawn a second time."""

_one_at_a_time = asyncio.Semaphore(1)
_drawn: dict[tuple[str, bytes], bytes] = {}


async def draw(kind: str, data: dict[str, Any]) -> bytes | None:
    """The picture as PNG; None where drawing failed or took too long: the words say the same."""
    wanted = json.dumps(data).encode()
    async with _one_at_a_time:
        if (kind, wanted) in _drawn:
            return _drawn[kind, wanted]
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", f"bot.pictures.{kind}"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            png, _ = await asyncio.wait_for(process.communicate(wanted), LIMIT_SECS)
        except TimeoutError:
            process.kill()
            await process.wait()
            return None
    return _kept(kind, wanted, png) if process.returncode == 0 and png.startswith(b"\x89PNG") else None


def _kept(kind: str, wanted: bytes, png: bytes) -> bytes:
    """Whoever goes back and forth between pages gets the same picture again."""
    while len(_drawn) >= KEPT:
        _drawn.pop(next(iter(_drawn)))
    _drawn[kind, wanted] = png
    return png
