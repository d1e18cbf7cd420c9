"""How is a stranger's document opened without risk? In a child process with limits; what comes back is JSON lines.

`python -m content.worker NAME...` reads the files from standard input and writes to standard output a line for each
stage, `{"stage": ..., "share": 0..1}`, and last `{"pack": ..., "report": ..., "doubts": {item id: [code]}}` or
`{"fault": code, "data": {...}}` (with the report, where the document could be read). One file comes as it is; before
each of several stands its length, in eight bytes. Several documents make one pack; a ready pack comes alone.
"""

import json
import sys
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, TextIO

MEMORY_BYTES = 1_500_000_000
CPU_SECS = 60
LONGEST_BYTES = 20_000_000

Tell = Callable[[dict[str, Any]], None]


def limit_this_process() -> None:
    """Bounds memory, processor time and file size of this process, where the platform can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's time limit still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECS, CPU_SECS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def framed(files: Sequence[bytes]) -> bytes:
    """Several files as they go to this process's standard input; one goes as it is."""
    if len(files) == 1:
        return files[0]
    return b"".join(len(data).to_bytes(8) + data for data in files)


def work(names: Sequence[str], source: BinaryIO, out: TextIO) -> None:
    """Reads, builds, and tells; every fault of the document is told as a line, none is raised."""
    from content import packfile
    from content.errors import DocumentError

    def tell(line: dict[str, Any]) -> None:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        out.flush()

    files = _files(names, source)
    try:
        ready = next(((data, name) for data, name in files if packfile.is_pack(data, name)), None)
        if ready is None:
            _build(files, tell)
        elif len(files) > 1:
            tell({"fault": "NotADocument", "data": {"name": ready[1]}})
        else:
            _take(*ready, tell)
    except DocumentError as error:
        tell({"fault": type(error).__name__, "data": {key: str(value) for key, value in vars(error).items()}})
    except (MemoryError, RecursionError):
        tell({"fault": "TooLarge", "data": {}})


def _files(names: Sequence[str], source: BinaryIO) -> list[tuple[bytes, str]]:
    if len(names) == 1:
        return [(source.read(LONGEST_BYTES + 1), names[0])]
    return [(source.read(int.from_bytes(source.read(8))), name) for name in names]


def _take(data: bytes, name: str, tell: Tell) -> None:
    """A ready pack, as it is."""
    from content import packfile
    from content.doubts import doubts
    from lessons import canonical

    parsed = packfile.loads(data, name)
    if parsed.pack is None:
        tell({"fault": "PackAtFault", "data": {"lines": [found.text() for found in parsed.diagnostics[:8]]}})
        return
    tell({"pack": canonical.to_json(parsed.pack), "report": None, "doubts": doubts(parsed.pack)})


def _build(files: Sequence[tuple[bytes, str]], tell: Tell) -> None:
    """One pack of all the documents."""
    from content import readers, report
    from content.build import build
    from content.doubts import doubts
    from lessons import canonical

    documents = [readers.read(data, name) for data, name in files]
    built = build(documents, on_progress=lambda stage, share: tell({"stage": stage, "share": share}))
    told = report.as_json(built.report)
    if not built.report.items:
        tell({"fault": "NothingToTeach", "data": {}, "report": told})
        return
    found = doubts(built.pack, built.report)
    tell({"pack": canonical.to_json(built.pack), "report": told, "doubts": found})


if __name__ == "__main__":
    limit_this_process()
    work(sys.argv[1:], sys.stdin.buffer, sys.stdout)
