"""How are several answers written in one line, and feedback behind them?"""

import re
from itertools import islice

from content.packfile.located import Located
from lessons.canonical import LIMITS

ARROW = re.compile(r"(?<!\\)(?:->|→|–>|—>)")
_SEMICOLON = re.compile(r"(?<!\\)[;；]")


def alternatives(value: Located) -> list[Located]:
    """The pieces between semicolons, without empty ones; `\\;` is a semicolon.

    One more than fit at most: the schema then tells that they are too many.
    """
    cuts = [match.span() for match in islice(_SEMICOLON.finditer(value.text), LIMITS.answers + 1)]
    return [piece for piece in value.split(cuts) if piece.text]


def arrow(value: Located, *, last: bool = False) -> tuple[Located, Located | None]:
    """What stands before and behind the arrow (the first or the last one); None behind where there is no arrow."""
    found = list(ARROW.finditer(value.text))
    if not found:
        return value, None
    cut = found[-1 if last else 0]
    return value.cut(0, cut.start()).strip(), value.cut(cut.end()).strip()


def escape(text: str, *, semicolons: bool = False) -> str:
    """The text with its arrows, and semicolons if asked, made harmless."""
    text = re.sub(r"(?<!\\)(->|→|–>)", r"\\\1", text)
    return re.sub(r"(?<!\\);", r"\\;", text) if semicolons else text
