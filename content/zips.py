"""What is in this zip? Reading untrusted archives within limits; no header is believed, nothing goes to disk."""

import io
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from content.slugs import DEVICES

CENTRAL = b"PK\x01\x02"
LOCAL = b"PK\x03\x04"
EMPTY = b"PK\x05\x06"
_CHUNK = 65_536


class BadZip(ValueError):
    """The archive is refused. `reason` is a code of `REASONS`, `member` the file concerned."""

    def __init__(self, reason: str, member: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.member = member


REASONS = (
    "damaged",
    "locked",
    "link",
    "name",
    "twice",
    "members",
    "method",
    "large",
    "ratio",
    "length",
    "nested",
)
"""Why an archive is refused."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold; `signs` may stand in names beside letters, digits and marks, None for any sign."""

    members: int
    member_bytes: int
    expanded_bytes: int
    ratio: int
    ratio_from: int
    name_characters: int
    signs: frozenset[str] | None = None


class Zip:
    """An open archive whose list of members has been looked through; `read` counts what really comes out."""

    def __init__(self, archive: zipfile.ZipFile, packed: int, limits: Limits) -> None:
        self._archive = archive
        self._packed = packed
        self._limits = limits
        self._total = 0
        self._infos = {unicodedata.normalize("NFC", info.filename): info for info in _checked(archive, limits)}
        self.names: tuple[str, ...] = tuple(self._infos)
        """The files in the archive, in its order, without folders."""

    def __contains__(self, name: object) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of that file, counted as they come. Raises BadZip, and KeyError where there is none."""
        info, limits = self._infos[name], self._limits
        found = bytearray()
        with self._archive.open(info) as member:
            while piece := member.read(_CHUNK):
                found += piece
                self._total += len(piece)
                if len(found) > limits.member_bytes or self._total > limits.expanded_bytes:
                    raise BadZip("large", name)
                if self._total > limits.ratio_from and self._total > limits.ratio * self._packed:
                    raise BadZip("ratio", name)
        if len(found) != info.file_size:
            raise BadZip("length", name)
        if found.startswith((LOCAL, EMPTY)):
            raise BadZip("nested", name)
        return bytes(found)


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[Zip]:
    """The archive in those bytes. Raises BadZip, also for what goes wrong while it is read."""
    if data.count(CENTRAL) > limits.members:
        raise BadZip("members")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield Zip(archive, len(data), limits)
    except BadZip:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        # RuntimeError: zipfile's word for a locked member or a compression it does not know
        raise BadZip("damaged") from error
    except (ValueError, OverflowError) as error:  # struct's and zipfile's own complaints about odd headers
        if error.__class__ not in (ValueError, OverflowError, UnicodeDecodeError):
            raise
        raise BadZip("damaged") from error


def _checked(archive: zipfile.ZipFile, limits: Limits) -> Iterator[zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise BadZip("members")
    names: set[str] = set()
    for info in infos:
        _check_member(info, limits)
        folded = unicodedata.normalize("NFC", info.filename).casefold().rstrip("/")
        if folded in names and not info.is_dir():
            raise BadZip("twice", info.filename)
        names.add(folded)
        if not info.is_dir():
            yield info


def _check_member(info: zipfile.ZipInfo, limits: Limits) -> None:
    if info.flag_bits & 0x1:
        raise BadZip("locked", info.filename)
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BadZip("link", info.filename)
    # zipfile cuts a name at a NUL and turns backslashes round; the name as stored is what counts
    if not good_name(info.orig_filename, limits):
        raise BadZip("name", info.orig_filename)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadZip("method", info.filename)


def good_name(name: str, limits: Limits) -> bool:
    """Whether a path is relative, without tricks, and of signs that are allowed."""
    parts = name.rstrip("/").split("/")
    return len(name) <= limits.name_characters and all(_good_part(part, limits.signs) for part in parts)


def _good_part(part: str, signs: frozenset[str] | None) -> bool:
    if part in ("", ".", "..") or part != part.strip() or part.endswith("."):
        return False
    if part.partition(".")[0].casefold() in DEVICES:
        return False
    if signs is None:
        return not any(sign in '\\:<>|"*?' or unicodedata.category(sign)[0] == "C" for sign in part)
    return all(sign in signs or unicodedata.category(sign)[0] in "LMN" for sign in part)
