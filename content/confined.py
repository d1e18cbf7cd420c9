"""How does a process that reads strangers' files stay harmless? It limits itself; its parent waits only so long.

`limit_this_process` is called by the child before it reads anything; `asked` starts it, and ends it when its time is
over.
"""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from content import limits

FORBIDDEN = frozenset(
    {
        *("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "subprocess.Popen", "os.system"),
        *("os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "os.kill", "os.remove", "os.rename", "shutil.rmtree"),
    }
)
"""What no reader of documents ever does, so that whoever asks for it is not the reader."""


def limit_this_process() -> None:
    """Bounds memory, processor time and file size of this process where the platform can; no network, no programs."""
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's time limit still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.CPU_SECS, limits.CPU_SECS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _refuse(event: str, told: tuple[Any, ...]) -> None:
    if event in FORBIDDEN:
        raise PermissionError(event)


def asked(arguments: Sequence[str], data: bytes, clock_secs: float = limits.CLOCK_SECS) -> tuple[bytes, bool]:
    """What Python says, given those arguments and the data on standard input, and whether it was ended for its time."""
    killed = threading.Event()
    with tempfile.TemporaryDirectory() as place:
        process = subprocess.Popen(  # noqa: S603 - our own programs; a name is one argument, and no shell reads it
            [sys.executable, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=place,
            env=environment(),
        )
        assert process.stdin is not None
        assert process.stdout is not None

        def end() -> None:
            killed.set()
            process.kill()

        timer = threading.Timer(clock_secs, end)
        timer.start()
        try:
            try:
                process.stdin.write(data)
                process.stdin.close()
            except BrokenPipeError:
                pass  # it has died already: its answer is what it said before
            said = process.stdout.read(limits.ANSWER_BYTES)
        finally:
            timer.cancel()
            process.kill()
            process.stdout.close()
            status = process.wait()
    out_of_time = hasattr(os, "WIFSIGNALED") and -status in {24}  # SIGXCPU: its processor time was over
    return said, killed.is_set() or out_of_time


def environment() -> dict[str, str]:
    """The environment of a child: where Python finds things, and none of the bot's secrets."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LANG", "TMPDIR", "TEMP") if key in os.environ}
    return kept | {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"}


def argument(name: str) -> str:
    """A name fit for a command line."""
    return name.replace("\0", "")[:300].encode("utf-8", "replace").decode("utf-8") or "document"
