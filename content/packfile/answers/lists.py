"""How are several answers written in one line, and feedback behind them?"""

import re
from itertools import islice

from content.packfile.located import Located
from lessons.canonical import LIMITS

_BARE = r"(?<!\\)(?:\\\\)*"
"""Behind an even number of backslashes, which are literal ones."""

_ARROW = re.compile(_BARE + r"(?P<sign>->|→|–>|—>)")
_SEMICOLON = re.compile(_BARE + r"(?P<sign>[;；])")


def alternatives(value: Located) -> list[Located]:
    """The pieces between semicolons, without empty ones; `\\;` is a semicolon.

    One more than fit at most: the schema then tells that they are too many.
    """
    cuts = [match.span("sign") for match in islice(_SEMICOLON.finditer(value.text), LIMITS.answers + 1)]
    return [piece for piece in value.split(cuts) if piece.text]


def arrow(value: Located, *, last: bool = False) -> tuple[Located, Located | None]:
    """What stands before and behind the arrow (the first or the last one); None behind where there is no arrow."""
    found = list(_ARROW.finditer(value.text))
    if not found:
        return value, None
    cut = found[-1 if last else 0]
    return value.cut(0, cut.start("sign")).strip(), value.cut(cut.end("sign")).strip()


def escape(text: str, *, semicolons: bool = False) -> str:
    """The text with its arrows, and semicolons if asked, made harmless."""
    text = _ARROW.sub(_with_backslash, text)
    return _SEMICOLON.sub(_with_backslash, text) if semicolons else text


def _with_backslash(match: re.Match[str]) -> str:
    return match[0].removesuffix(match["sign"]) + "\\" + match["sign"]
