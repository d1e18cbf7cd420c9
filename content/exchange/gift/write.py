"""How is a pack written as GIFT? Plain text that Moodle and this program read as the same questions."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from content.exchange.losses import (
    Losses,
    bare,
    date_texts,
    explanation,
    number_text,
    passage,
    stem_of,
)
from content.exchange.writing import Written
from lessons import items
from lessons.items import Item
from lessons.pack import Pack

_KEEPS = frozenset({"tags", "partly", "wrong", "accept", "feedback"})
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"} | {"\n": "\\n"})


def write(pack: Pack, now: datetime | None) -> Written:
    """The file; nothing in it depends on the time."""
    del now
    losses = Losses(pack, _KEEPS)
    losses.pack_parts(readings=True, media=False)
    lines: list[str] = []
    count = 0
    for lesson in pack.lessons:
        lines += [f"$CATEGORY: {lesson.title.replace('/', '//')}", ""]
        shown: set[str] = set()
        for item in lesson.items:
            for reading in (one for one in lesson.readings if one.id == item.reading and one.id not in shown):
                shown.add(reading.id)
                lines += [f"::{_text(reading.title)}::[plain]{_text(passage(reading) or reading.title)}", ""]
            losses.general(item)
            lines += [*_item(item, losses), ""]
            count += 1
        for reading in (one for one in lesson.readings if one.id not in shown):
            lines += [f"::{_text(reading.title)}::[plain]{_text(passage(reading) or reading.title)}", ""]
    return "\n".join(lines).encode(), count, losses, []


def _item(item: Item, losses: Losses) -> Iterator[str]:
    marks = [f"[id:{item.id}]", *(f"[tag:{tag.replace(']', ')')}]" for tag in item.tags)]
    yield f"// {' '.join(marks)}"
    why = explanation(item, losses.pack)
    unit = _unit(item, losses)
    general = f"####{_text(why)}" if why else ""
    body = "\n".join(_body(item, losses))
    yield f"::{item.id}::[plain]{_text(stem_of(item) + unit)} {{\n{body}{general}\n}}"


def _unit(item: Item, losses: Losses) -> str:
    answer = bare(item).answer
    if not isinstance(answer, items.Quantity) or not answer.unit:
        return ""
    losses.note(item, "lost_unit")
    return f" ({answer.unit})"


def _body(item: Item, losses: Losses) -> Iterator[str]:
    match item:
        case items.ClozeItem():
            yield from _body(item.answer, losses)
        case items.ChoiceItem():
            yield from _options(item)
        case items.TruthItem():
            yield "TRUE" if item.answer else "FALSE"
        case items.NumberItem() | items.EstimateItem():
            yield from _number(item, losses)
        case items.DateItem():
            yield from _date(item, losses)
        case items.TextItem():
            yield f"={_words(item.answer)}"
            yield from (f"={_words(one)}" for one in item.accept)
            yield from (f"=%50%{_words(one.text)}{_said(one.feedback)}" for one in item.partly)
            yield from (f"=%0%{_words(one.text)}{_said(one.feedback)}" for one in item.wrong)
        case items.OrderItem():
            losses.note(item, "lost_order")
            yield from (f"={number} -> {_side(entry.text)}" for number, entry in enumerate(item.answer, 1))
        case items.FirstItem():
            losses.note(item, "lost_first")
            yield f"={_text(item.answer[0].text)}"
            yield f"~{_text(item.answer[1].text)}"
        case items.MatchItem():
            yield from (f"={_side(pair.left)} -> {_side(pair.right)}" for pair in item.answer)


def _options(item: items.ChoiceItem) -> Iterator[str]:
    right = sum(option.right for option in item.answer)
    share = (Decimal(100) / right).quantize(Decimal("0.00001")).normalize()
    for option in item.answer:
        mark = ("=" if option.right else "~") if right == 1 else f"~%{share:f}%" if option.right else "~%-100%"
        yield f"{mark}{_text(option.text)}{_said(option.feedback)}"


def _number(item: items.NumberItem | items.EstimateItem, losses: Losses) -> Iterator[str]:
    yield "#"
    yield f"={_spread(item, item.answer, losses)}"
    if isinstance(item, items.EstimateItem):
        return
    for quantity in item.accept:
        if quantity.unit in (None, item.answer.unit):
            yield f"={_spread(item, quantity, losses)}"
        else:
            losses.note(item, "lost_accept", count="1")
    for share, several in (("50", item.partly), ("0", item.wrong)):
        for one in several:
            yield f"=%{share}%{_spread(item, one.quantity, losses)}{_said(one.feedback)}"


def _spread(item: Item, quantity: items.Quantity, losses: Losses) -> str:
    low, high = losses.margin(item, quantity)
    spread = quantity.tolerance is not None and quantity.tolerance.kind == "range"
    if not spread and high - quantity.value == quantity.value - low:
        return f"{number_text(quantity.value)}:{number_text(high - quantity.value)}"
    return f"{number_text(low)}..{number_text(high)}"


def _date(item: items.DateItem, losses: Losses) -> Iterator[str]:
    losses.note(item, "lost_date")
    if item.answer.plus_minus:
        losses.note(item, "lost_tolerance")
    for date in (item.answer, *item.accept):
        yield from (f"={_words(text)}" for text in date_texts(date, item.precision))
    for share, several in (("50", item.partly), ("0", item.wrong)):
        for one in several:
            yield f"=%{share}%{_words(one.date.shown)}{_said(one.feedback)}"


def _said(feedback: str | None) -> str:
    return f"#{_text(feedback)}" if feedback else ""


def _words(text: str) -> str:
    """A short answer: a star in it is no wildcard, an arrow makes no pairs."""
    return _text(text.replace("->", "→")).replace("*", "\\*")


def _side(text: str) -> str:
    return _text(text.replace("->", "→"))


def _text(text: str) -> str:
    return text.translate(_ESCAPED)
