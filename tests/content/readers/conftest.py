"""Documents made on the spot by other programs' libraries, and small ways to look at what was read."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from content.document import Document

SAMPLES = Path(__file__).parents[2] / "documents"


@pytest.fixture
def sample() -> Callable[[str], bytes]:
    """The bytes of a document in tests/documents."""
    return lambda name: (SAMPLES / name).read_bytes()


@pytest.fixture
def prose() -> Callable[[Document], str]:
    """What is read of a document: all but what was left out, a block a line."""
    return lambda document: "\n".join(
        document[block.span] for section in document.sections for block in section.blocks if block.kind != "junk"
    )


@pytest.fixture
def kinds() -> Callable[[Document], list[tuple[str, int, str]]]:
    """The blocks of a document: kind, level, words."""
    return lambda document: [
        (block.why_junk or block.kind, block.level, document[block.span])
        for section in document.sections
        for block in section.blocks
    ]


@pytest.fixture
def zipped() -> Callable[..., bytes]:
    """A zip of these files."""

    def make(files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", method) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return target.getvalue()

    return make


@pytest.fixture
def changed() -> Callable[..., bytes]:
    """A zipped document with some of its files replaced, added or (None) taken out."""

    def make(data: bytes, files: dict[str, bytes | str | None]) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                if name not in files:
                    new.writestr(name, old.read(name))
            for name, content in files.items():
                if content is not None:
                    new.writestr(name, content)
        return target.getvalue()

    return make
