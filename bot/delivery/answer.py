"""Where does an HTTP answer end, and what does it say? Lengths, chunks, or the end of the connection."""

from typing import NamedTuple

LONGEST = 16_000_000
"""Bytes. No answer to a small call is as long; whatever sends more is no Bot API server."""
_LONGEST_HEAD = 64_000
_MOST_EARLY = 8
"""So many answers of the kind "go on" may come before the real one."""
_MOST_CHUNKS = 10_000
_MOST_DIGITS = 12


class BadAnswer(Exception):
    """What came is no HTTP answer, or one without end."""


class Answer(NamedTuple):
    """A status and a body; `kept` where the connection may be used again."""

    status: int
    body: bytes
    kept: bool


def read(heard: bytes | bytearray, *, ended: bool = False) -> Answer | None:
    """The answer, None while part of it is missing. `ended`: nothing more will come. Raises BadAnswer."""
    begin = 0
    for _ in range(_MOST_EARLY + 1):
        end = heard.find(b"\r\n\r\n", begin)
        if end < 0:
            if len(heard) - begin > _LONGEST_HEAD:
                raise BadAnswer
            return None
        head = bytes(heard[begin:end]).lower()
        status = head[9:12]
        if len(head) > _LONGEST_HEAD or not head.startswith(b"http/1.") or not status.isdigit():
            raise BadAnswer
        if status[:1] != b"1":
            break
        begin = end + 4  # the real answer is to follow
    else:
        raise BadAnswer
    if len(heard) > LONGEST:
        raise BadAnswer
    kept = head.startswith(b"http/1.1") and b"\r\nconnection: close" not in head
    return _body(heard, head, end + 4, int(status), kept, ended)


def _body(heard: bytes | bytearray, head: bytes, start: int, status: int, kept: bool, ended: bool) -> Answer | None:
    length = _field(head, b"\r\ncontent-length:")
    if length is not None and _field(head, b"\r\ntransfer-encoding:") is None:
        if not length.isdigit() or len(length) > _MOST_DIGITS:
            raise BadAnswer
        whole = start + int(length)
        if len(heard) < whole:
            return None
        return Answer(status, bytes(heard[start:whole]), kept and len(heard) == whole)
    if b"chunked" in (_field(head, b"\r\ntransfer-encoding:") or b""):
        return _chunked(heard, start, status, kept)
    if status in (204, 304):
        return Answer(status, b"", kept)
    return Answer(status, bytes(heard[start:]), False) if ended else None


def _field(head: bytes, name: bytes) -> bytes | None:
    at = head.find(name)
    if at < 0:
        return None
    end = head.find(b"\r\n", at + 2)
    return head[at + len(name) : end if end >= 0 else len(head)].strip()


def _chunked(heard: bytes | bytearray, at: int, status: int, kept: bool) -> Answer | None:
    parts: list[bytes | bytearray] = []
    while (end := heard.find(b"\r\n", at)) >= 0:
        digits = heard[at:end].split(b";")[0].strip()
        if not digits.isalnum() or len(digits) > _MOST_DIGITS or len(parts) > _MOST_CHUNKS:
            raise BadAnswer
        try:
            size = int(digits, 16)
        except ValueError as error:
            raise BadAnswer from error
        at = end + 2
        if size == 0:
            # Trailers, if any, end with an empty line.
            last = heard.find(b"\r\n\r\n", end)
            return Answer(status, b"".join(parts), kept and len(heard) == last + 4) if last >= 0 else None
        if len(heard) < at + size + 2:
            return None
        parts.append(heard[at : at + size])
        at += size + 2
    return None
