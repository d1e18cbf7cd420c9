"""What does a card's template show? Fields put in their places and conditions followed; nothing in it is run."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_TOKEN = re.compile(r"\{\{([^{}]{0,200})\}\}")
_SPECIAL = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"})
_LONGEST = 20_000


@dataclass(slots=True)
class Side:
    """One side of a card: its HTML, the fields shown on it in their order, and those that hide behind a hint."""

    html: str = ""
    fields: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)


def render(template: str, fields: Mapping[str, str]) -> Side:
    """The side with the fields' values. Answers to be typed are not shown."""
    side, pieces, at = Side(), [], 0
    hidden: list[bool] = []
    template = template[:_LONGEST]
    for token in _TOKEN.finditer(template):
        if not any(hidden):
            pieces.append(template[at : token.start()])
        at = token.end()
        name = token[1].strip()
        if name[:1] in ("#", "^"):
            filled = bool(fields.get(name[1:].strip(), "").strip())
            hidden.append(filled == (name[0] == "^"))
        elif name[:1] == "/":
            hidden = hidden[:-1]
        elif not any(hidden):
            pieces.append(_value(name, fields, side))
    if not any(hidden):
        pieces.append(template[at:])
    side.html = "".join(pieces)
    return side


def _value(name: str, fields: Mapping[str, str], side: Side) -> str:
    *filters, bare = (part.strip() for part in name.split(":"))
    if bare in _SPECIAL or bare not in fields or any(one.startswith("tts") for one in filters):
        return ""
    if "type" in filters:
        return ""
    if "hint" in filters:
        side.hints.append(bare)
        return ""
    side.fields.append(bare)
    return fields[bare]
