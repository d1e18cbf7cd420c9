"""How do lists, `truth:`, and `earlier:` with `later:` make an item?"""

from typing import Any

from content.packfile.answers import choices, events
from content.packfile.kinds.making import Making
from lessons.items import ChoiceItem, CompareItem, FirstItem, MatchItem, OrderItem, TruthItem

_TRUE = ("true", "yes", "right", "correct", "t", "wahr", "richtig", "vrai", "verdadero", "верно", "правда")
_FALSE = ("false", "no", "wrong", "incorrect", "f", "falsch", "faux", "falso", "неверно", "ложь")


def truth(making: Making, common: dict[str, Any]) -> TruthItem | None:
    """The item of `truth:`; None where it is neither true nor false."""
    where = making.answer("truth")
    word = where.text.casefold().rstrip(".")
    if word not in _TRUE and word not in _FALSE:
        making.report.error("E220", where, "write truth: true or truth: false")
        return None
    return TruthItem(answer=word in _TRUE, **common)


def choice(making: Making, common: dict[str, Any]) -> ChoiceItem | None:
    """The item of a list of `- [ ]` and `- [x]`; None where it is no question."""
    options = choices.options(making.draft, making.report)
    return ChoiceItem(answer=options, **common) if options else None


def order(making: Making, common: dict[str, Any]) -> OrderItem | None:
    """The item of a numbered list; None where it is no question."""
    entries = events.in_order(making.draft, making.report, making.language)
    return OrderItem(answer=entries, **common) if entries else None


def first(making: Making, common: dict[str, Any]) -> FirstItem | None:
    """The item of `earlier:` and `later:`; None where they are no question."""
    two = events.earlier_and_later(making.draft, making.report, making.language)
    return FirstItem(answer=two, **common) if two else None


def match(making: Making, common: dict[str, Any]) -> MatchItem | None:
    """The item of a list with arrows; None where it is no question."""
    pairs = choices.pairs(making.draft, making.report)
    return MatchItem(answer=pairs, **common) if pairs else None


def compare(making: Making, common: dict[str, Any]) -> CompareItem | None:
    """The item of a list of sources with arrows; None where it is no question."""
    claims = choices.claims(making.draft, making.report)
    return CompareItem(answer=claims, **common) if claims else None
