"""How is a stranger's quiz opened without risk? In a child process with limits; what comes back is JSON lines.

`python -m content.exchange.worker NAME [--from F] [--language L]` reads the file from standard input and writes
one line to standard output: `{"pack": ..., "media": {path: base64}, "report": ...}`, with `pack` null where nothing was
taken, or `{"fault": code, "data": {...}, "text": sentence}` where the file cannot be opened at all.
"""

import argparse
import base64
import json
import sys
from typing import Any, BinaryIO, TextIO

from content.confined import limit_this_process


def work(name: str, fmt: str | None, language: str | None, source: BinaryIO, out: TextIO) -> None:
    """Reads and tells; every fault of the file is told as a line, none is raised."""
    from content.exchange.question import BadFile
    from content.exchange.reading import read
    from content.packfile import limits

    try:
        imported = read(source.read(limits.UPLOAD_BYTES + 1), name, fmt, language=language)
    except BadFile as error:
        tell(out, fault(error.code, error.data))
        return
    except (MemoryError, RecursionError):
        tell(out, fault("out_of_bounds", {}))
        return
    tell(out, _told(imported))


def fault(code: str, data: dict[str, str]) -> dict[str, Any]:
    """A file that cannot be opened, as the line that tells it."""
    from content.exchange.sentences import sentence

    return {"fault": code, "data": data, "text": sentence(code, "", data)}


def tell(out: TextIO, line: dict[str, Any]) -> None:
    """Write one line."""
    out.write(json.dumps(line, ensure_ascii=True) + "\n")
    out.flush()


def _told(imported: Any) -> dict[str, Any]:
    from lessons import canonical

    pack = imported.pack
    media = {one.path: base64.b64encode(one.data).decode() for one in pack.media if one.data} if pack else {}
    packed = canonical.to_json(pack) if pack else None
    return {"pack": packed, "media": media, "report": imported.report.to_json()}


def main() -> None:
    """The child's whole life."""
    parser = argparse.ArgumentParser(prog="content.exchange.worker")
    parser.add_argument("name")
    parser.add_argument("--from", dest="fmt")
    parser.add_argument("--language")
    chosen = parser.parse_args()
    limit_this_process()
    work(chosen.name, chosen.fmt, chosen.language, sys.stdin.buffer, sys.stdout)


if __name__ == "__main__":
    main()
