"""Which files of an import become media of the pack? Known kinds only, under names of our own."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from content.exchange.report import Note
from content.packfile import limits
from lessons.canonical import LIMITS
from lessons.pack import Medium

_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
)


def ending_of(data: bytes) -> str | None:
    """The ending of a picture by its content; None for what no pack may hold."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((ending for sign, ending in _SIGNS if data.startswith(sign)), None)


@dataclass(slots=True)
class Pictures:
    """The pictures of a file, by the names it gives them."""

    files: Mapping[str, bytes]
    media: dict[str, Medium] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)
    size: int = 0

    def path(self, name: str) -> str | None:
        """Where in the pack that picture will stand; None where it is not there or cannot be used."""
        data = self.files.get(name)
        if data is None:
            return None
        ending = ending_of(data)
        mark = hashlib.sha256(data).hexdigest()
        path = f"media/{mark[:16]}.{ending}"
        if path in self.media:
            return path
        room = len(self.media) < LIMITS.media and self.size + len(data) <= limits.MEDIA_BYTES
        if ending is None or len(data) > limits.MEDIUM_BYTES or not room:
            self.odd.append(name)
            return None
        self.size += len(data)
        self.media[path] = Medium(path, "image", mark, data=data)
        return path

    def used(self) -> tuple[Medium, ...]:
        """The media of the pack, in the order of their paths."""
        return tuple(self.media[path] for path in sorted(self.media))

    def notes(self) -> list[Note]:
        """What could not be used, as notes of the whole file."""
        return [Note("media_left_out", field="picture", data={"words": name}) for name in dict.fromkeys(self.odd)]
