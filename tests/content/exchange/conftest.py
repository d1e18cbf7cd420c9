"""Samples in other programs' formats, a pack of every kind, and short ways to read one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from content.exchange import Imported, read
from content.packfile import load, parse, write
from lessons.pack import Pack

SAMPLES = Path(__file__).parents[2] / "documents" / "exchange"


@pytest.fixture
def sample() -> Callable[[str], bytes]:
    """The bytes of a sample file."""
    return lambda name: (SAMPLES / name).read_bytes()


@pytest.fixture
def come() -> Callable[..., Imported]:
    """Reads text or bytes as that format, and holds what must be true of every import."""

    def read_as(data: str | bytes, fmt: str | None, name: str = "file.txt", language: str | None = None) -> Imported:
        found = read(data.encode() if isinstance(data, str) else data, name, fmt, language=language)
        if found.pack is not None:
            again = parse(write(found.pack))
            assert again.pack == found.pack, [one.text() for one in again.diagnostics]
        return found

    return read_as


@pytest.fixture
def lights() -> Pack:
    """A pack with an item of every kind, and every field that items have."""
    parsed = load(SAMPLES / "lights.md")
    assert parsed.pack is not None, [one.text() for one in parsed.diagnostics]
    return parsed.pack
