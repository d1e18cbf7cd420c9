"""Who builds packs from what people send? A queue in the database, worked off in child processes beside the chats."""

import asyncio
import json
import secrets
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress
from datetime import timedelta
from typing import Any

import structlog

from bot.actions import teaching
from bot.clock import Clock
from bot.errands import Errand
from bot.send import Sender
from content.confined import environment
from content.exchange import recognise
from content.worker import packed
from storage.database import Database
from storage.errors import StorageError
from storage.uploads import Upload, lease_of

log = structlog.get_logger(__name__)

Fetch = Callable[[str], Awaitable[bytes]]
"""Brings the bytes of a file by Telegram's id."""

FAIR = timedelta(hours=1)
"""Whoever had the most documents built in so long waits for those who had fewer."""
LIMIT_SECS = 90.0
"""A build that takes longer is ended; the child's own limits on memory and processor time are in `content.worker`."""
ALBUM_SECS = 1.0
"""So long the rest of an album is waited for: Telegram brings each of its documents in an update of its own."""
STEP_SECS = 1.0
"""The chat is told of progress at most so often."""
TRIES = 8
"""How often a build may be cut off by the bot's own end. The child has limits of its own, so that is seldom the
document's fault; but one that ended the bot each time must not do so for ever."""
RETRY_SECS = 5.0
LEASE_SECS = 180.0
"""Where other replicas build too: after so long without an end a build is taken up by another."""
LONGEST_LINE = 64 * 1024 * 1024


class Builder(Errand):
    """Builds what waits, one upload after the other; what a crash cut off is built at the next start."""

    name = "build"

    def __init__(self, database: Database, clock: Clock, sender: Sender, fetch: Fetch) -> None:
        super().__init__()
        self._database = database
        self._shared = not database.is_sqlite
        self._me = secrets.token_hex(8)
        self._clock = clock
        self._sender = sender
        self._fetch = fetch
        self._cut_off = False

    async def resume(self) -> None:
        """What a crash cut off, and what still waits, is built now."""
        self._cut_off = True
        self.nudge()

    async def _all(self) -> None:
        try:
            while (upload := await self._next()) is not None:
                await self._build(upload)
        except StorageError as error:
            log.warning("the database cannot be had; building later", exc_info=error)
            await asyncio.sleep(RETRY_SECS)
            self._wanted = self._cut_off = True

    async def _next(self) -> Upload | None:
        async with self._database.begin() as store:
            now = self._clock.now()
            if self._cut_off:
                await store.uploads.wait_again(unless_leased=now if self._shared else None)
            upload = await store.uploads.take(since=now - FAIR)
            upload = await teaching.late(store, upload) if upload is not None else None
            if upload is not None and self._shared:
                await store.meta.hold(lease_of(upload.id), self._me, now, now + timedelta(seconds=LEASE_SECS))
        self._cut_off = False
        return upload

    async def _build(self, upload: Upload) -> None:
        if upload.tries > TRIES:
            await self._end(upload, {"fault": "Crashed", "data": {}})
            return
        try:
            files = await self._files(upload)
        except StorageError:
            raise
        except Exception as error:
            log.warning("a file could not be fetched", exc_info=error)
            await self._end(upload, {"fault": "Unfetched", "data": {}})
            return
        try:
            await self._end(upload, await self._outcome(upload, files))
        except StorageError:
            raise
        except Exception as error:
            log.error("a build failed", exc_info=error)
            await self._end(upload, {"fault": "Crashed", "data": {}})

    async def _files(self, upload: Upload) -> list[tuple[str, bytes]]:
        """The documents of the pack by name, fetched anew: none of them is kept here."""
        async with self._database.read() as store:
            more = await teaching.is_album(store, upload)
        if more:
            await asyncio.sleep(ALBUM_SECS)
            async with self._database.begin() as store:
                await store.uploads.gather(upload.id)
            await self._tell(upload, "waiting", 0.0)
        async with self._database.read() as store:
            sent = await teaching.documents(store, upload)
        return [(one.name, one.pasted.encode() if one.pasted else await self._fetch(one.file_id)) for one in sent]

    async def _outcome(self, upload: Upload, files: list[tuple[str, bytes]]) -> dict[str, Any]:
        """The child's last line; how far it is reaches the chat meanwhile."""
        last: dict[str, Any] = {"fault": "Crashed", "data": {}}
        told = 0.0
        async with aclosing(await told_by(files)) as lines:
            async for line in lines:
                last = line
                now = asyncio.get_running_loop().time()
                if "stage" in line and now - told >= STEP_SECS:
                    told = now
                    await self._tell(upload, line["stage"], float(line["share"]))
        return last

    async def _tell(self, upload: Upload, stage: str, share: float) -> None:
        async with self._database.begin() as store:
            await teaching.progressed(store, upload, stage, share)
        self._sender.nudge(upload.chat_id)

    async def _end(self, upload: Upload, line: dict[str, Any]) -> None:
        if line.get("pack"):  # a large pack takes its time to be read: in a thread, and before the transaction
            line = {**line, "parsed": await asyncio.to_thread(teaching.pack_of, line)}
        async with self._database.begin() as store:
            await teaching.ended(store, upload, line, self._clock.now())
            if self._shared:
                await store.meta.let_go(lease_of(upload.id), self._me)
        self._sender.nudge(upload.chat_id)


async def told_by(files: list[tuple[str, bytes]]) -> AsyncGenerator[dict[str, Any], None]:
    """The lines of the child that is to read these files: other programs' questions, or documents and ready packs."""
    if len(files) == 1:
        name, data = files[0]
        foreign = await asyncio.to_thread(recognise, data, name)
        if foreign not in (None, "native"):
            return built(["content.exchange.worker", "--", name], data)
        return built(["content.worker", name], data)
    for name, data in files:
        if await asyncio.to_thread(recognise, data, name) not in (None, "native"):
            return told([{"fault": "PackAmongDocuments", "data": {"name": name}}])
    return built(["content.worker"], packed(files))


async def told(lines: list[dict[str, Any]]) -> AsyncGenerator[dict[str, Any], None]:
    """What is known without a child."""
    for line in lines:
        yield line


async def built(arguments: list[str], data: bytes) -> AsyncGenerator[dict[str, Any], None]:
    """The lines that the child tells about the document; the last one is the outcome."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", *arguments),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=LONGEST_LINE,
        env=environment(),  # the child inherits nothing of the bot's, its token least of all
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    complaints = asyncio.create_task(process.stderr.read())
    try:
        async with asyncio.timeout(LIMIT_SECS):
            with suppress(ConnectionError):
                process.stdin.write(data)
                await process.stdin.drain()
                process.stdin.close()
            async for raw in process.stdout:
                yield json.loads(raw)
            if await process.wait():
                log.error("a build crashed", status=process.returncode, places=_places(await complaints))
                yield {"fault": "Crashed", "data": {}}
    except TimeoutError:
        yield {"fault": "TooLarge", "data": {}}
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
        await process.wait()
        complaints.cancel()


def _places(complaints: bytes) -> list[str]:
    """Where a traceback passed: files and lines and the kind of error, none of the document's words."""
    lines = complaints.decode(errors="replace").splitlines()
    places = [line.strip() for line in lines if line.startswith("  File ")]
    return [*places[-4:], lines[-1].partition(":")[0]] if lines else []
