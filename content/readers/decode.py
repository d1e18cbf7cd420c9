"""Which characters do these bytes mean? UTF-8 first, UTF-16 by its mark, else a guess that is told."""

import codecs

from content.errors import Unsupported
from content.readers.signs import fit

Warnings = tuple[tuple[str, str], ...]


def decode(data: bytes, name: str) -> tuple[str, Warnings]:
    """The text without signs that show nothing, and a warning where the encoding was guessed; line ends are kept."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return fit(data.decode("utf-16", errors="replace")), ()
    if b"\x00" in data[:4096]:
        raise Unsupported(name, "binary")
    try:
        return fit(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> tuple[str, Warnings]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    encoding = best.encoding if best else "cp1252"
    if encoding in {"utf_8", "ascii"}:
        encoding = "cp1252"
    return fit(data.decode(encoding, errors="replace")), (("guessed_encoding", encoding),)
