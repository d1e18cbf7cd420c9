"""How are the domain's values told in plain JSON values, by the names of this format?"""

from dataclasses import fields, is_dataclass
from decimal import Context, Decimal
from typing import Any

from lessons import items as values
from lessons import pack as packs
from lessons import rich

_EXACT = Context(prec=1000, Emax=10_000, Emin=-10_000)
_RENAMED = {
    (packs.Pack, "key"): "pack",
    (packs.Lesson, "id"): "lesson",
    (packs.Lesson, "position"): "at",
    **{(kind, "position"): "at" for kind in values.KINDS.values()},
}


def plain(found: Any) -> Any:
    """A domain value as plain JSON values, with the names of this format."""
    if isinstance(found, Decimal):
        return _number(found)
    if isinstance(found, tuple):
        return [plain(one) for one in found]
    if isinstance(found, rich.Run):
        return {"t": found.style, "v": found.text, "href": found.href}
    if isinstance(found, values.WrongQuantity):
        return {**plain(found.quantity), "feedback": found.feedback}
    if isinstance(found, values.WrongDate):
        return {**plain(found.date), "feedback": found.feedback}
    if not is_dataclass(found):
        return found
    data = {
        _RENAMED.get((type(found), one.name), one.name): plain(getattr(found, one.name))
        for one in fields(found)
        if one.name != "data"
    }
    return {"kind": found.kind, **data} if isinstance(found, values.Item) else data


def _number(value: Decimal) -> str:
    """The shortest plain form of a decimal, with an exponent only where the digits would fill a line."""
    bare = _EXACT.normalize(value)
    if bare == 0:
        return "0"
    if -20 <= bare.adjusted() <= 40:
        return format(bare, "f")
    return f"{format(bare.scaleb(-bare.adjusted(), _EXACT), 'f')}e{bare.adjusted()}"
