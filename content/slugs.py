"""How is an id made that outlives small edits?"""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))))
"""What some systems take for a device and not for a file's name."""
_LONGEST = 36


def slug(text: str, longest: int = _LONGEST) -> str:
    """The words of a text as an id: lower case ASCII letters and digits joined by hyphens; "x" where none are left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:longest]
        if len(longer) > longest:
            break
        made = longer
    return as_file(made or "x")


def as_file(name: str) -> str:
    """An id as a file can be called on every system: "nul-1" for "nul"."""
    return f"{name}-1" if name in DEVICES else name


def digest(*parts: str) -> str:
    """Four letters and digits that tell two ids of the same words apart."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:4]


def chance(text: str) -> int:
    """A number that looks random and is always the same for the same text."""
    return int.from_bytes(sha256(text.encode()).digest()[:6], "big")


def unique(wanted: Iterable[tuple[str, str]]) -> list[str]:
    """Ids for (id, what tells it apart); where ids collide, all but the first take a digest of the second."""
    seen: set[str] = set()
    made = []
    for name, apart in wanted:
        turn, result = 0, name
        while result in seen:
            result = f"{name[:42]}-{digest(apart, str(turn))}"
            turn += 1
        seen.add(result)
        made.append(result)
    return made
