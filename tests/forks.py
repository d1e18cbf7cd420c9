"""How is the bot started again and again without reading its modules each time? By a fork of a process that has them.

A start takes a second of processor time, nearly all of it imports, and a bot that is killed at any moment is started
dozens of times. How it begins from a shell, and what it says where it cannot, is for `tests/bot/test_run.py` and the
first start of every bot in `tests/faults`, which are processes of their own; all others begin where the imports end.
"""

import asyncio
import atexit
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

ROOT = Path(__file__).parents[1]
MESSAGE = 65536


class Fork:
    """A bot that was forked; as much of a process as the tests need."""

    def __init__(self, parent: "Forks", pid: int) -> None:
        self.pid = pid
        self._parent = parent

    @property
    def returncode(self) -> int | None:
        """As a process tells it: the signal's number below nought; None while it runs."""
        self._parent.look()
        return self._parent.ended.get(self.pid)

    def send_signal(self, number: int) -> None:
        """Nothing where it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """SIGKILL."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """SIGTERM."""
        self.send_signal(signal.SIGTERM)

    async def wait(self) -> int:
        """Until it has ended."""
        while (status := self.returncode) is None:  # noqa: ASYNC110 - another process waits for it
            await asyncio.sleep(0.01)
        return status


class Forks:
    """The process that forks, and how its children ended."""

    def __init__(self) -> None:
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.forks", str(theirs.fileno())]
        self._process = subprocess.Popen(command, cwd=ROOT, pass_fds=[theirs.fileno()])
        theirs.close()
        self.ended: dict[int, int] = {}
        self._started: list[int] = []

    def start(self, env: Mapping[str, str], out: BinaryIO) -> Fork:
        """`lectern run` with those settings; what it says goes to that file."""
        asked = json.dumps({"env": dict(env), "cwd": str(Path.cwd())}).encode()
        socket.send_fds(self._channel, [asked], [out.fileno()])
        while not self._started:
            self._hear(self._channel.recv(MESSAGE))
        return Fork(self, self._started.pop())

    def look(self) -> None:
        """Hears who has ended since."""
        while select.select([self._channel], [], [], 0)[0]:
            self._hear(self._channel.recv(MESSAGE))

    def close(self) -> None:
        """The process ends when nobody speaks to it any more."""
        self._channel.close()
        self._process.wait(10)

    def _hear(self, message: bytes) -> None:
        if not message:
            raise RuntimeError("the process that forks has ended")
        told: dict[str, int] = json.loads(message)
        if "started" in told:
            self._started.append(told["started"])
        else:
            self.ended[told["pid"]] = told["status"]


@cache
def forks() -> Forks:
    """The one of this process; it lasts as long."""
    found = Forks()
    atexit.register(found.close)
    return found


def _serve(channel: socket.socket) -> None:
    """Forks on request, until whoever asks has gone."""
    heard, told = os.pipe()
    os.set_blocking(told, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(told)
    while True:
        ready, _, _ = select.select([channel, heard], [], [])
        if heard in ready:
            os.read(heard, MESSAGE)
            _tell_ended(channel)
        if channel in ready:
            asked, files, _, _ = socket.recv_fds(channel, MESSAGE, 1)
            if not asked:
                return
            pid = os.fork()
            if pid == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                channel.close()
                _become(json.loads(asked), files[0])
            os.close(files[0])
            channel.send(json.dumps({"started": pid}).encode())


def _tell_ended(channel: socket.socket) -> None:
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        channel.send(json.dumps({"pid": pid, "status": os.waitstatus_to_exitcode(status)}).encode())


def _become(asked: dict[str, Any], out: int) -> None:
    """`lectern run`, as from a shell."""
    status = 1
    try:
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.chdir(asked["cwd"])
        os.environ.clear()
        os.environ.update(asked["env"])
        sys.argv = ["lectern", "run"]
        from bot.__main__ import main

        main()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _read_all() -> None:
    """What `lectern run` imports, as it imports it."""
    from bot.__main__ import UNUSED

    for name in UNUSED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    import bot.app
    import bot.commands.preparing
    import bot.commands.run
    import bot.delivery.doors
    import bot.delivery.metrics
    import bot.delivery.polling
    import bot.delivery.request
    import bot.delivery.web
    import bot.handlers.floods
    import bot.jobs
    import bot.log
    import bot.settings  # noqa: F401

    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    talking = socket.socket(fileno=int(sys.argv[1]))
    _read_all()
    _serve(talking)
