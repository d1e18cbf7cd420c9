"""How is the bot run here? `lectern run` as a process of its own, killed and started again at will."""

import asyncio
import os
import socket
import sys
from pathlib import Path

from bot.playground.world import World
from tests.forks import Fork, forks

READY = frozenset({"getupdates", "setwebhook"})


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Process:
    """`lectern run` on a world served over HTTP, with its own SQLite file in `folder`."""

    def __init__(self, world: World, api_url: str, folder: Path, door: str) -> None:
        self.world = world
        self.folder = folder
        self.database_url = f"sqlite:///{(folder / 'lectern.db').as_posix()}"
        self.log = folder.with_name(f"{folder.name}.log.jsonl")
        """Beside the folder, which may be a disk that is full."""
        self.listen = listen = f"127.0.0.1:{free_port()}"
        self._env = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "TELEGRAM_BOT_TOKEN": world.token,
            "TELEGRAM_API_URL": api_url,
            "DATABASE_URL": self.database_url,
            "LECTERN_LISTEN": listen,
            "LECTERN_RATE": "0",
            "LECTERN_LOG": "info",
            "LECTERN_TEACHING": "everyone",
        }
        if door == "webhook":
            self._env["LECTERN_WEBHOOK_URL"] = f"http://{listen}/telegram"
        self._process: asyncio.subprocess.Process | Fork | None = None
        self.kills = 0
        """How often it was killed for the plan's sake."""
        self.deaths = 0
        """How often it ended by itself, as it may where the database cannot be had at the start."""

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Start it, without waiting for it: the first time as a process of its own, then as a fork of one like it."""
        self.world.calls.clear()
        with self.log.open("ab") as log:
            if self._process is not None:
                self._process = forks().start(self._env, log)
                return
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"), env=self._env, stdout=log, stderr=log
            )

    async def ready(self, secs: float = 300.0) -> None:
        """Until it takes updates; one that ended by itself is started again, as a supervisor would.

        A server that fails a dozen polls in a row is asked again every five seconds: that may take a minute.
        """
        async with asyncio.timeout(secs):
            while not any(method.lower().replace("_", "") in READY for method, _ in list(self.world.calls)):
                await asyncio.sleep(0.02)
                if not self.running:
                    self.deaths += 1
                    await self.start()

    @property
    def pid(self) -> int:
        """The number of the process that runs."""
        assert self._process is not None
        return self._process.pid

    async def kill(self) -> None:
        """SIGKILL; nothing where it does not run."""
        if self._process is not None:
            if self._process.returncode is None:
                self._process.kill()
            await self._process.wait()

    async def stop(self) -> int:
        """SIGTERM, and its exit status."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.terminate()
        return await asyncio.wait_for(self._process.wait(), 15)
