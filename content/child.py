"""How is a stranger's document read without risk? In a child process with limits; a document comes back, or a fault.

`python -m content.child NAME` reads a file from standard input and writes one line of JSON: `{"document": {...}}` or
`{"fault": code, "data": {...}}`. `read` starts it within the limits of `content.confined`.
"""

import json
import sys
from typing import Any

from content import errors, limits
from content.confined import argument, asked, environment, limit_this_process
from content.document import Block, Document, Section, Span
from content.errors import Crashed, DocumentError, TooLarge

__all__ = ["as_json", "environment", "from_json", "limit_this_process", "read"]


def read(data: bytes, name: str, *, clock_secs: float = limits.CLOCK_SECS) -> Document:
    """The document in those bytes; what others' parsers must open is read in a child. Raises `DocumentError`."""
    from content import readers

    if not readers.is_foreign(data, name):
        return readers.read(data, name)
    if len(data) > limits.DOCUMENT_BYTES:
        raise TooLarge(name, len(data), limits.DOCUMENT_BYTES)
    said, killed = asked(("-m", "content.child", argument(name)), data, clock_secs)
    try:
        answer = json.loads(said)
        if "document" in answer:
            return from_json(answer["document"])
        raise _fault(answer, name)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise (TooLarge(name, len(data), limits.DOCUMENT_BYTES) if killed else Crashed(name)) from None


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
