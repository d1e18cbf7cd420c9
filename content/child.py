"""How is a stranger's document read without risk? In a child process with limits; a document comes back, or a fault.

`python -m content.child NAME` reads a file from standard input and writes one line of JSON: `{"document": {...}}` or
`{"fault": code, "data": {...}}`. `read` starts it, and ends it when its time is over.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from content import errors, limits
from content.document import Block, Document, Section, Span
from content.errors import Crashed, DocumentError, TooLarge

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


def read(data: bytes, name: str, *, clock_secs: float = limits.CLOCK_SECS) -> Document:
    """The document in those bytes; what others' parsers must open is read in a child. Raises `DocumentError`."""
    from content import readers

    if not readers.is_foreign(data, name):
        return readers.read(data, name)
    if len(data) > limits.DOCUMENT_BYTES:
        raise TooLarge(name, len(data), limits.DOCUMENT_BYTES)
    said, killed = _asked(data, name, clock_secs)
    try:
        answer = json.loads(said)
        if "document" in answer:
            return from_json(answer["document"])
        raise _fault(answer, name)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise (TooLarge(name, len(data), limits.DOCUMENT_BYTES) if killed else Crashed(name)) from None


def _asked(data: bytes, name: str, clock_secs: float) -> tuple[bytes, bool]:
    """What the child says, and whether it had to be ended for its time."""
    killed = threading.Event()
    with tempfile.TemporaryDirectory() as place:
        process = subprocess.Popen(  # noqa: S603 - our own program; the name is one argument, and no shell reads it
            [sys.executable, "-m", "content.child", argument(name)],
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


def _fault(answer: dict[str, Any], name: str) -> DocumentError:
    kind = getattr(errors, str(answer.get("fault")), Crashed)
    if not (isinstance(kind, type) and issubclass(kind, DocumentError)):
        kind = Crashed
    data = answer.get("data")
    try:
        return kind(**data) if isinstance(data, dict) else kind(name)
    except TypeError:
        return Crashed(name)


def as_json(document: Document) -> dict[str, Any]:
    """The document as JSON values."""
    plain = ("name", "text", "title", "language", "date", "author", "publisher", "url", "warnings")
    sections = [
        [section.path, [[b.kind, b.span.start, b.span.end, b.level, b.page, b.why_junk] for b in section.blocks]]
        for section in document.sections
    ]
    return {key: getattr(document, key) for key in plain} | {"sections": sections}


def from_json(values: dict[str, Any]) -> Document:
    """The document again. Raises KeyError, TypeError or ValueError for anything else."""
    sections = tuple(Section(tuple(path), tuple(map(_block, blocks))) for path, blocks in values["sections"])
    warnings = tuple((str(code), str(detail)) for code, detail in values["warnings"])
    return Document(**values | {"sections": sections, "warnings": warnings})


def _block(values: list[Any]) -> Block:
    kind, start, end, level, page, why = values
    return Block(kind, Span(start, end), level, page, why)


def main(name: str) -> None:
    """The child's work: reads standard input, writes one line."""
    from content import readers

    try:
        data = sys.stdin.buffer.read(limits.DOCUMENT_BYTES + 1)
        answer: dict[str, Any] = {"document": as_json(readers.read(data, name))}
    except DocumentError as error:
        answer = {"fault": type(error).__name__, "data": vars(error)}
    except (MemoryError, RecursionError):
        answer = {"fault": "TooLarge", "data": {"name": name}}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


if __name__ == "__main__":
    limit_this_process()
    main(sys.argv[1])
