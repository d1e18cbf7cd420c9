"""How is a stranger's document opened without risk? In a child process with limits; what comes back is JSON lines.

`python -m content.worker NAME` reads the file from standard input and writes to standard output a line for each stage,
`{"stage": ..., "share": 0..1}`, and last `{"pack": ..., "report": ...}` or `{"fault": code, "data": {...}}` (with the
report, where the document could be read).
"""

import json
import sys
from typing import Any, BinaryIO, TextIO

MEMORY_BYTES = 1_500_000_000
CPU_SECS = 60
LONGEST_BYTES = 20_000_000


def limit_this_process() -> None:
    """Bounds memory, processor time and file size of this process, where the platform can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's time limit still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECS, CPU_SECS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def work(name: str, source: BinaryIO, out: TextIO) -> None:
    """Reads, builds, and tells; every fault of the document is told as a line, none is raised."""
    from content import packfile, readers, report
    from content.build import build
    from content.errors import DocumentError
    from lessons import canonical

    def tell(line: dict[str, Any]) -> None:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        out.flush()

    data = source.read(LONGEST_BYTES + 1)
    if packfile.is_pack(data, name):
        parsed = packfile.loads(data, name)
        if parsed.pack is None:
            tell({"fault": "PackAtFault", "data": {"lines": [d.text() for d in parsed.diagnostics[:8]]}})
        else:
            tell({"pack": canonical.to_json(parsed.pack), "report": None})
        return
    try:
        document = readers.read(data, name)
        built = build([document], on_progress=lambda stage, share: tell({"stage": stage, "share": share}))
    except DocumentError as error:
        tell({"fault": type(error).__name__, "data": {key: str(value) for key, value in vars(error).items()}})
        return
    except (MemoryError, RecursionError):
        tell({"fault": "TooLarge", "data": {}})
        return
    told = report.as_json(built.report)
    if not built.report.items:
        tell({"fault": "NothingToTeach", "data": {}, "report": told})
        return
    tell({"pack": canonical.to_json(built.pack), "report": told})


if __name__ == "__main__":
    limit_this_process()
    work(sys.argv[1], sys.stdin.buffer, sys.stdout)
