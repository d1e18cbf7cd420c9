"""What is in a message of Anki's? Just enough of protobuf: numbers and strings by their field number."""

from collections.abc import Iterator

from content.exchange.question import BadFile


def fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Each field's number and value; fixed-width ones are passed over. Raises BadFile."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        number, kind = tag >> 3, tag & 7
        if kind == 0:
            value, at = _varint(data, at)
            yield number, value
        elif kind == 2:
            size, at = _varint(data, at)
            if at + size > len(data):
                raise BadFile("database", words="message")
            yield number, data[at : at + size]
            at += size
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            raise BadFile("database", words="message")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < 64:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7
    raise BadFile("database", words="message")
