"""What stands on the two sides of an item's card?"""

from html import escape

from content.exchange.losses import Losses, bare, explanation, stem_of
from lessons import items
from lessons.items import Item

KEEPS = frozenset({"hints", "tags"})
"""Hints stand with the explanation; the rest has no place on a card."""


def sides(item: Item, losses: Losses) -> tuple[str, str, str]:
    """Question, answer and explanation in HTML; what a card cannot hold is told."""
    losses.general(item)
    losses.note(item, "as_card")
    inner = bare(item)
    options = _options(item)
    front = [_html(stem_of(item)), *([_list(options)] if options else [])]
    if options:
        losses.note(item, "as_options")
    answer = getattr(inner, "answer", None)
    if isinstance(answer, items.Quantity) and (answer.tolerance or isinstance(inner, items.EstimateItem)):
        losses.note(item, "lost_tolerance")
    if isinstance(answer, items.DateAnswer) and answer.plus_minus:
        losses.note(item, "lost_tolerance")
    hints = [f"({hint})" for hint in item.hints]
    extra = " ".join(part for part in (*hints, explanation(item, losses.pack)) if part)
    return "<br>".join(front), _key(item), _html(extra)


def _options(item: Item) -> list[str]:
    match item:
        case items.ChoiceItem():
            return [option.text for option in item.answer]
        case items.OrderItem():
            return sorted(entry.text for entry in item.answer)
        case items.FirstItem():
            return sorted(entry.text for entry in item.answer)
        case items.MatchItem():
            return [f"{pair.left} → …" for pair in item.answer] + sorted(f"… → {pair.right}" for pair in item.answer)
    return []


def _key(item: Item) -> str:
    if isinstance(item, items.TruthItem):
        return "True" if item.answer else "False"
    if isinstance(item, items.OrderItem):
        return "<br>".join(f"{place}. {_html(entry.text)}" for place, entry in enumerate(item.answer, 1))
    return _html(item.key)


def _list(options: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{_html(one)}</li>" for one in options) + "</ul>"


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
