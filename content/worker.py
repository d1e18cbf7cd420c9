"""How does a stranger's document become a pack without risk? In a child process with limits; JSON lines come back.

It writes to standard output a line for each stage, `{"stage": ..., "share": 0..1}`, and last `{"pack": ...,
"report": ..., "doubts": {item id: [code]}}` or `{"fault": code, "data": {...}}` (with the report, where the document
could be read). Beside a ready pack stand its pictures, `"media": {path: base64}`.

One document: `python -m content.worker NAME` with the file on standard input.

Several for one pack: `python -m content.worker` without a name. Standard input begins with one line of JSON,
`{"title": "..." or null, "documents": [{"name": "...", "bytes": N}, ...]}`, and the files follow, each of its N bytes,
with nothing between them; `packed` makes it. A fault's data then says in `name` which document is meant; a pack among
several documents is refused as `PackAmongDocuments`.
"""

import base64
import json
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO, TextIO

from content import limits
from content.confined import limit_this_process

LONGEST_BYTES = limits.DOCUMENT_BYTES
LONGEST_HEADER = 100_000


class _Refused(Exception):
    """The outcome is known: a fault, with its data."""

    def __init__(self, fault: str, **data: Any) -> None:
        super().__init__(fault)
        self.line = {"fault": fault, "data": data}


def packed(documents: Sequence[tuple[str, bytes]], title: str | None = None) -> bytes:
    """Standard input for several documents: their names and bytes."""
    header = {"title": title, "documents": [{"name": name, "bytes": len(data)} for name, data in documents]}
    return json.dumps(header).encode() + b"\n" + b"".join(data for _, data in documents)


def unpacked(source: BinaryIO) -> tuple[list[tuple[str, bytes]], str | None]:
    """The documents and the title in what `packed` made. Raises ValueError, KeyError or TypeError for anything else."""
    header = json.loads(source.readline(LONGEST_HEADER))
    title = header.get("title")
    entries = [(str(entry["name"]), int(entry["bytes"])) for entry in header["documents"]]
    sizes = [size for _, size in entries]
    if not entries or len(entries) > limits.DOCUMENTS or min(sizes) < 0 or sum(sizes) > limits.DOCUMENTS_BYTES:
        raise ValueError("the number or the size of the documents")
    return [(name, source.read(size)) for name, size in entries], str(title) if title else None


def work(name: str | None, source: BinaryIO, out: TextIO) -> None:
    """Reads, builds, and tells; every fault of the documents is told as a line, none is raised."""

    def tell(line: dict[str, Any]) -> None:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        out.flush()

    try:
        if name is not None:
            tell(_outcome([(name, source.read(LONGEST_BYTES + 1))], None, tell))
            return
        try:
            documents, title = unpacked(source)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise _Refused("TooLarge") from None
        tell(_outcome(documents, title, tell))
    except _Refused as refused:
        tell(refused.line)
    except (MemoryError, RecursionError):
        tell({"fault": "TooLarge", "data": {}})


def _outcome(documents: list[tuple[str, bytes]], title: str | None, tell: Any) -> dict[str, Any]:
    """The last line."""
    from content import packfile, readers, report
    from content.build import build
    from content.doubts import doubts
    from content.errors import DocumentError
    from lessons import canonical

    for name, data in documents:
        if packfile.is_pack(data, name):
            return _pack(name, data, alone=len(documents) == 1)
    try:
        read = [readers.read(data, name) for name, data in documents]
        built = build(read, title=title, on_progress=lambda stage, share: tell({"stage": stage, "share": share}))
    except DocumentError as error:
        raise _Refused(type(error).__name__, **{key: str(value) for key, value in vars(error).items()}) from error
    told = report.as_json(built.report)
    if not built.report.items:
        fault = "NothingToAsk" if built.report.facts else "NothingToTeach"
        return {"fault": fault, "data": {"facts": built.report.facts}, "report": told}
    return {"pack": canonical.to_json(built.pack), "report": told, "doubts": doubts(built.pack, built.report)}


def _pack(name: str, data: bytes, *, alone: bool) -> dict[str, Any]:
    """The pack that was sent in place of a document."""
    from content import packfile
    from content.doubts import doubts
    from lessons import canonical

    if not alone:
        return {"fault": "PackAmongDocuments", "data": {"name": name}}
    parsed = packfile.loads(data, name)
    if parsed.pack is None:
        return {"fault": "PackAtFault", "data": {"lines": [d.text() for d in parsed.diagnostics[:8]]}}
    media = {one.path: base64.b64encode(one.data).decode() for one in parsed.pack.media if one.data}
    return {"pack": canonical.to_json(parsed.pack), "media": media, "report": None, "doubts": doubts(parsed.pack)}


if __name__ == "__main__":
    limit_this_process()
    work(sys.argv[1] if len(sys.argv) > 1 else None, sys.stdin.buffer, sys.stdout)
