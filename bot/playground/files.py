"""Where are the files? Everything sent up or down, by Telegram's kind of identifiers."""

import base64
import hashlib
import struct
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.playground.errors import ApiError, bad_request
from bot.playground.params import Json, Params, Upload

MOST_DOWN = 20 * 1024 * 1024
"""Bytes a bot can fetch."""
MOST_UP = 50 * 1024 * 1024
"""Bytes a bot can send."""
MOST_PHOTO = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file: `path` is where it is fetched from, `id` what the bot calls it."""

    id: str
    unique_id: str
    path: str
    name: str
    mime: str
    data: bytes

    def to_json(self) -> Json:
        """The fields every kind of file shares."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.data)}


class FileStore:
    """All files of a world."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}

    def add(self, upload: Upload, folder: str) -> StoredFile:
        """Keeps a file under a new id."""
        digest = hashlib.sha256(upload.data).digest()
        number = len(self.by_id) + 1
        unique = base64.urlsafe_b64encode(digest[:9]).decode().rstrip("=")
        path = f"{folder}/file_{number}{PurePosixPath(upload.name).suffix[:12]}"
        stored = StoredFile(f"BQAD{number:06d}{unique}", unique, path, upload.name, upload.mime, upload.data)
        return self.keep(stored)

    def keep(self, stored: StoredFile) -> StoredFile:
        """Keeps a file as it is, for a restored world."""
        self.by_id[stored.id] = self.by_path[stored.path] = stored
        return stored

    def resolve(self, params: Params, value: str, part: str, folder: str, most: int = MOST_UP) -> StoredFile:
        """The file a call means: one that came with it, or one known by its id."""
        upload = params.files.get(value.removeprefix("attach://") if value.startswith("attach://") else part)
        if upload is not None:
            return self.add(_within(upload, most), folder)
        if known := self.by_id.get(value):
            return known
        if not value:
            raise bad_request(f"there is no {part} in the request")
        if value.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        raise bad_request("wrong file identifier/HTTP URL specified")


def _within(upload: Upload, most: int) -> Upload:
    if len(upload.data) > MOST_UP:
        raise ApiError(413, "Request Entity Too Large")
    if len(upload.data) > most:
        size = len(upload.data)
        raise bad_request(f"file of size {size} bytes is too big for a photo; the maximum size is {most} bytes")
    if not upload.data:
        raise bad_request("file must be non-empty")
    return upload


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None where it is no picture."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:4] == b"GIF8" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data[:4] == b"RIFF" and data[8:16] == b"WEBPVP8X" and len(data) >= 30:
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    return _jpeg_size(data) if data[:2] == b"\xff\xd8" else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walks the segments to the frame header (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def photo_sizes(stored: StoredFile) -> list[Json]:
    """The sizes Telegram offers of a photo, smallest first; raises ApiError where it is none."""
    size = picture_size(stored.data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if not width or not height or width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    longest = max(width, height)
    scales = [side / longest for side in (90, 320, 800, 1280) if side < longest] + [min(1.0, 1280 / longest)]
    distinct = sorted({(max(1, round(width * scale)), max(1, round(height * scale))) for scale in scales})
    return [{**stored.to_json(), "width": wide, "height": high} for wide, high in distinct]
