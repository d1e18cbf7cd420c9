"""Any bytes as a pack: diagnosed or read; what is read is written and read again as the same, and mended only once."""

import io
import sys
import zipfile
from pathlib import Path

import atheris  # type: ignore[import-not-found]

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["content", "lessons"]):
    from content.packfile import Parsed, loads, parse, write, write_zip
    from content.packfile.fix import fix
    from lessons import canonical

from tests.fuzz.running import PACKS, SAMPLES, run

MARK = b"\n\x00FILE "
"""Divides the files of a zip in the fuzzer's input: it cannot make good checksums itself."""

LONGEST_SEED = 5_000
"""Short inputs are tried far more often."""


def target(data: bytes) -> None:
    """One upload: as it is, as a zip of the parts between marks, or as one text."""
    if data.startswith(b"PK"):
        hold(loads(data, "a.zip"))
    elif MARK in data:
        hold(loads(zipped(data), "a.zip"))
    else:
        hold(loads(data, "a.md"))
        mended = {"a.md": data} | fix({"a.md": data})
        assert fix(mended) == {}, "mended twice"


def hold(parsed: Parsed) -> None:
    """What is true of every pack."""
    assert (parsed.pack is None) == bool(parsed.errors)
    for one in parsed.diagnostics:
        assert one.line >= 1
        assert one.column >= 1
        assert one.text()
    if parsed.pack is None:
        return
    assert parse(write(parsed.pack)).pack == parsed.pack
    assert loads(write_zip(parsed.pack), "a.zip").pack == parsed.pack
    assert canonical.from_json(canonical.to_json(parsed.pack)) == without_bytes(parsed.pack)


def without_bytes(pack: object) -> object:
    """The pack as its canonical JSON holds it: the bytes of pictures are kept apart."""
    from dataclasses import replace

    return replace(pack, media=tuple(replace(one, data=None) for one in pack.media))  # type: ignore[type-var,attr-defined]


def zipped(data: bytes) -> bytes:
    """A zip of the parts: each begins with its name up to a line's end."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        names: set[str] = set()
        for part in data.split(MARK):
            name, _, content = part.partition(b"\n")
            shown = name.decode("utf-8", "replace")[:200] or "pack.md"
            if shown not in names:
                names.add(shown)
                archive.writestr(shown, content)
    return out.getvalue()


def seeds() -> list[bytes]:
    """The bundled packs file by file and as zips, and a pack of every kind in one file."""
    found = [(SAMPLES / "lights.md").read_bytes()]
    for pack in sorted(PACKS.iterdir()):
        files = sorted(pack.rglob("*.md"))
        found += [one.read_bytes()[:LONGEST_SEED] for one in files]
        named = (one.relative_to(pack).as_posix().encode() + b"\n" + one.read_bytes() for one in files)
        found.append(MARK.join(named)[:LONGEST_SEED])
    return found


if __name__ == "__main__":
    run(target, seeds())
