"""How does `text:` make an item?"""

from typing import Any

from content.packfile.inline import words
from content.packfile.kinds.foreseen import decoys_beside, foreseen, right_and_wrong
from content.packfile.kinds.making import Making
from lessons.items import TextItem, WrongText


def text(making: Making, common: dict[str, Any]) -> TextItem | None:
    """The item of `text:`; None where its answer has no words."""
    answer = words(making.answer("text").text)
    others = foreseen(making, lambda piece: words(piece.text) or None, WrongText)
    decoys = decoys_beside(making, answer)
    right = {one.casefold() for one in (answer, *others["accept"])}
    if any(one.text.casefold() in right for one in others["wrong"]):
        right_and_wrong(making)
    return TextItem(answer=answer, decoys=decoys, **others, **common) if answer else None
