"""How is an id made that outlives small edits?"""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

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
    return made or "x"


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
