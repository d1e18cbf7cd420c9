"""Which pictures and sounds are in a pack, are they what they claim, and who made them?"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace

from content.packfile import limits
from content.packfile.diagnostics import Report
from content.packfile.lines import read_lines
from content.packfile.located import Located
from lessons.canonical import LIMITS
from lessons.pack import Medium

FOLDER = "media/"
CREDITS = "media/CREDITS.md"
_KINDS = {"png": "image", "jpg": "image", "jpeg": "image", "webp": "image", "mp3": "audio", "ogg": "audio"}
_CREDIT = re.compile(r"\s*(?:[-*]\s+)?(?P<file>[^:]+?)\s*:\s*(?P<rest>.+)")


def media(files: Mapping[str, bytes], report: Report) -> tuple[Medium, ...]:
    """The media of a pack by path, with their credits."""
    paths = sorted(path for path in files if path.startswith(FOLDER) and path != CREDITS)
    if len(paths) > LIMITS.media:
        report.file_error("E403", paths[LIMITS.media], f"a pack has at most {LIMITS.media} pictures and sounds")
        return ()
    found = {path: one for path in paths if (one := _medium(path, files[path], report)) is not None}
    if sum(len(files[path]) for path in paths) > limits.MEDIA_BYTES:
        most = limits.MEDIA_BYTES // 1_000_000
        report.file_error("E420", paths[0], f"the pictures and sounds of a pack are at most {most} MB together")
    if CREDITS in files:
        _credit(found, files[CREDITS], report)
    return tuple(found.values())


def kind_of(path: str) -> str | None:
    """ "image" or "audio" by the file's ending, None for others."""
    return _KINDS.get(path.rpartition(".")[2].lower())


def _medium(path: str, data: bytes, report: Report) -> Medium | None:
    kind = kind_of(path)
    if kind is None or not _is(data):
        report.file_error("E311", path, "a pack may hold png, jpg and webp pictures, and mp3 and ogg sounds")
        return None
    if len(data) > limits.MEDIUM_BYTES:
        most = limits.MEDIUM_BYTES // 1_000_000
        report.file_error("E420", path, f"this is larger than {most} MB")
        return None
    return Medium(path, kind, hashlib.sha256(data).hexdigest(), data=data)


def _is(data: bytes) -> bool:
    """Whether the content is one of the kinds, whatever the name says."""
    riff = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    sound = data[:3] == b"ID3" or data[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2") or data[:4] == b"OggS"
    return riff or sound or data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))


def _credit(found: dict[str, Medium], data: bytes, report: Report) -> None:
    for number, line in enumerate(read_lines(data, CREDITS, report) or (), 1):
        match = _CREDIT.fullmatch(line)
        if match is None or line.startswith("#"):
            continue
        path = FOLDER + match["file"].removeprefix(FOLDER)
        if path not in found:
            where = Located.of(line, CREDITS, number)
            report.warn("W311", where, f'there is no file "{match["file"]}" in media/')
            continue
        author, licence, source = (*(part.strip() or None for part in match["rest"].split(",", 2)), None, None)[:3]
        found[path] = replace(found[path], author=author, licence=licence, source=source)
