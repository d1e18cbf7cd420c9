"""How is a picture drawn without holding the bot up? In a short-lived process of its own, one at a time."""

import asyncio
import json
import sys
from typing import Any

LIMIT_SECS = 20.0

_one_at_a_time = asyncio.Semaphore(1)


async def draw(kind: str, data: dict[str, Any]) -> bytes | None:
    """The picture as PNG; None where drawing failed or took too long: the words say the same."""
    async with _one_at_a_time:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", f"bot.pictures.{kind}"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            png, _ = await asyncio.wait_for(process.communicate(json.dumps(data).encode()), LIMIT_SECS)
        except TimeoutError:
            process.kill()
            await process.wait()
            return None
    return png if process.returncode == 0 and png.startswith(b"\x89PNG") else None
