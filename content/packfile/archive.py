"""What is in this zip, folder or file? Reading untrusted packs within limits; nothing is ever extracted to disk."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from content import zips
from content.packfile import limits
from content.packfile.diagnostics import Diagnostic
from content.packfile.parse import Parsed, parse

_PLAIN = frozenset("._- ()+,'&@")
_PACK_MEMBER = re.compile(rb"PK\x01\x02.{42}(?:[^/\x00]{1,100}/)?pack\.md", re.DOTALL)
"""An entry of the central directory: 46 bytes, then the name."""

_CARD_BYTES = 20_000
_CARD = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*---[ \t-]*\r?\n(?:(?!---)[^\n]*\n){0,60}?\s*(?:pack|format)[ \t]*:", re.IGNORECASE
)


_REASONS = {
    "damaged": ("E410", "this zip file is damaged"),
    "locked": ("E411", "this zip is locked with a password: make it without one"),
    "link": ("E412", "links and devices do not belong in a pack"),
    "name": ("E413", "this file name is refused: use letters, digits, - and _"),
    "twice": ("E414", "two files of this name are in the zip"),
    "members": ("E415", f"a pack has at most {limits.MEMBERS} files"),
    "large": ("E416", "unpacked, this is larger than a pack may be"),
    "ratio": ("E417", "this zip unpacks to far more than it holds"),
    "nested": ("E418", "a zip within the zip: unpack it first"),
    "length": ("E419", "this file is not as long as the zip says: the zip is damaged"),
    "method": ("E421", "this zip is packed in an unusual way: make it with the system's own program"),
}


class BadArchive(ValueError):
    """The archive is refused. `code` is the diagnostic's, `member` the file concerned, `message` a sentence."""

    def __init__(self, code: str, message: str, member: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.member = member


def load(path: Path) -> Parsed:
    """The pack in a folder, a `.md` or a `.zip`. Raises OSError only where the path itself cannot be read."""
    try:
        return parse(read_files(path))
    except BadArchive as error:
        return _refused(error, path.name)


def loads(data: bytes, name: str) -> Parsed:
    """The pack in a zip or in the text of one Markdown file, whatever its name says. Never raises."""
    try:
        return parse(split(data, name))
    except BadArchive as error:
        return _refused(error, name)


def read_files(path: Path) -> dict[str, bytes]:
    """The files of a pack in a folder, a `.md` or a `.zip`. Raises BadArchive, and OSError for the path itself."""
    if path.is_dir():
        return dict(_folder(path))
    if path.stat().st_size > limits.UPLOAD_BYTES:
        raise _too_large()
    return split(path.read_bytes(), path.name)


def split(data: bytes, name: str) -> dict[str, bytes]:
    """The files in a zip, or the one file that the bytes are. Raises BadArchive."""
    if len(data) > limits.UPLOAD_BYTES:
        raise _too_large()
    if data.startswith((zips.LOCAL, zips.EMPTY)):
        return unzip(data)
    if name.lower().endswith(".zip"):
        raise BadArchive("E410", "this is no zip file, or it is damaged")
    plain = PurePosixPath(name.replace("\\", "/")).name or "pack.md"
    return {plain if plain.lower().endswith(".md") else f"{plain}.md": data}


def is_pack(data: bytes, name: str) -> bool:
    """Whether these bytes are meant as a pack, good or bad: a zip with a `pack.md`, or text with a pack's card."""
    if data.startswith(zips.LOCAL):
        return name.lower().endswith(".zip") or _PACK_MEMBER.search(data) is not None
    return not data.startswith(b"PK") and _CARD.match(data[:_CARD_BYTES]) is not None


def unzip(data: bytes) -> dict[str, bytes]:
    """The members of a zip by name. Raises BadArchive."""
    try:
        with zips.opened(data, _limits()) as archive:
            return {name: archive.read(name) for name in archive.names if not _left_behind(name)}
    except zips.BadZip as error:
        code, message = _REASONS[error.reason]
        raise BadArchive(code, message, error.member) from error


def _limits() -> zips.Limits:
    return zips.Limits(
        members=limits.MEMBERS,
        member_bytes=limits.MEMBER_BYTES,
        expanded_bytes=limits.EXPANDED_BYTES,
        ratio=limits.RATIO,
        ratio_from=limits.RATIO_FROM,
        name_characters=limits.NAME_CHARACTERS,
        signs=_PLAIN,
    )


def good_name(name: str) -> bool:
    """Whether a path is relative, without tricks, and of letters, digits and a few signs."""
    return zips.good_name(name, _limits())


def _left_behind(name: str) -> bool:
    return name.startswith("__MACOSX/") or "/." in f"/{name}" or name.rpartition("/")[2] in ("Thumbs.db", "desktop.ini")


def _folder(path: Path) -> Iterator[tuple[str, bytes]]:
    total = 0
    count = 0
    for file in sorted(path.rglob("*")):
        name = file.relative_to(path).as_posix()
        if _left_behind(name) or (file.is_dir() and not file.is_symlink()):
            continue
        count += 1
        if count > limits.MEMBERS:
            raise BadArchive("E415", f"a pack has at most {limits.MEMBERS} files")
        if file.is_symlink() or not file.is_file():
            raise BadArchive("E412", "links and devices do not belong in a pack", name)
        total += file.stat().st_size
        if total > limits.EXPANDED_BYTES:
            raise BadArchive("E416", "this is larger than a pack may be", name)
        yield unicodedata.normalize("NFC", name), file.read_bytes()


def _too_large() -> BadArchive:
    return BadArchive("E402", f"a pack is at most {limits.UPLOAD_BYTES // 1_000_000} MB")


def _refused(error: BadArchive, name: str) -> Parsed:
    """A pack that was not opened, with the reason. Names are shown without their odd characters."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in error.member[:100])
    file = f"{name}/{shown}" if shown else name
    return Parsed(None, (Diagnostic(file, 1, 1, error.code, "error", error.message),))
