"""How is a pack written as Moodle XML? Every question with its feedback, units and id; pictures within readings."""

import base64
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from html import escape
from xml.etree.ElementTree import Element, SubElement, tostring

from content.exchange.losses import Losses, bare, date_texts, explanation, number_text, stem_of
from content.exchange.writing import Written
from lessons import items
from lessons.items import Item
from lessons.pack import Block, Lesson, Pack, Reading
from lessons.rich import plain

_KEEPS = frozenset({"hints", "tags", "partly", "wrong", "accept", "feedback"})


def write(pack: Pack, now: datetime | None) -> Written:
    """The file; nothing in it depends on the time."""
    del now
    losses = Losses(pack, _KEEPS)
    losses.pack_parts(readings=True, media=True)
    root = Element("quiz")
    count = 0
    for lesson in pack.lessons:
        category = SubElement(root, "question", type="category")
        _text(SubElement(category, "category"), f"$course$/top/{lesson.title.replace('/', '//')}")
        for found in _in_order(lesson):
            if isinstance(found, Reading):
                _reading(root, found, pack)
                continue
            losses.general(found)
            _item(root, found, losses)
            count += 1
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8"), count, losses, []


def _in_order(lesson: Lesson) -> Iterator[Reading | Item]:
    """Each reading before the first question that it teaches, the rest at the end."""
    waiting = {reading.id: reading for reading in lesson.readings}
    for item in lesson.items:
        reading = waiting.pop(item.reading or "", None)
        if reading:
            yield reading
        yield item
    yield from waiting.values()


def _reading(root: Element, reading: Reading, pack: Pack) -> None:
    question = _question(root, "description", reading.title)
    html = "\n".join(_block(block) for block in reading.blocks) or f"<p>{_html(reading.title)}</p>"
    text = _rich(question, "questiontext", html)
    media = {medium.path: medium.data for medium in pack.media}
    for path in dict.fromkeys(block.path for block in reading.blocks if block.path):
        data = media.get(path)
        if data:
            name = path.rpartition("/")[2]
            file = SubElement(text, "file", name=name, path="/", encoding="base64")
            file.text = base64.b64encode(data).decode()


def _block(block: Block) -> str:
    words = _html(plain(block.text))
    if block.kind == "image":
        return f'<p><img src="@@PLUGINFILE@@/{escape((block.path or "").rpartition("/")[2])}" alt="{words}"></p>'
    tags = {"heading": "h4", "quote": "blockquote", "bullet": "li", "numbered": "li"}
    tag = tags.get(block.kind, "p")
    return f"<{tag}>{words}</{tag}>"


def _item(root: Element, item: Item, losses: Losses) -> None:
    inner = bare(item)
    kind = _KINDS[type(inner)]
    question = _question(root, kind, item.id)
    _rich(question, "questiontext", f"<p>{_html(stem_of(item))}</p>")
    _rich(question, "generalfeedback", _html(explanation(item, losses.pack)))
    SubElement(question, "defaultgrade").text = "1"
    SubElement(question, "idnumber").text = item.id
    for hint in item.hints:
        _rich(question, "hint", _html(hint))
    _answers(question, inner, losses)
    if item.tags:
        tags = SubElement(question, "tags")
        for tag in item.tags:
            _text(SubElement(tags, "tag"), tag)


_KINDS = {
    items.ChoiceItem: "multichoice",
    items.FirstItem: "multichoice",
    items.TruthItem: "truefalse",
    items.NumberItem: "numerical",
    items.EstimateItem: "numerical",
    items.DateItem: "shortanswer",
    items.TextItem: "shortanswer",
    items.OrderItem: "matching",
    items.MatchItem: "matching",
    items.CompareItem: "matching",
}


def _answers(question: Element, item: Item, losses: Losses) -> None:
    match item:
        case items.ChoiceItem():
            _choice(question, item)
        case items.FirstItem():
            losses.note(item, "lost_first")
            SubElement(question, "single").text = "true"
            SubElement(question, "shuffleanswers").text = "true"
            for share, entry in ((100, item.answer[0]), (0, item.answer[1])):
                _answer(question, Decimal(share), entry.text, html=True)
        case items.TruthItem():
            _answer(question, Decimal(100 if item.answer else 0), "true")
            _answer(question, Decimal(0 if item.answer else 100), "false")
        case items.NumberItem() | items.EstimateItem():
            _number(question, item, losses)
        case items.DateItem():
            _date(question, item, losses)
        case items.TextItem():
            _short(question, item)
        case items.OrderItem():
            losses.note(item, "lost_order")
            _pairs(question, [(str(place), entry.text) for place, entry in enumerate(item.answer, 1)])
        case items.MatchItem():
            _pairs(question, [(pair.left, pair.right) for pair in item.answer])


def _choice(question: Element, item: items.ChoiceItem) -> None:
    right = sum(option.right for option in item.answer)
    share = (Decimal(100) / right).quantize(Decimal("0.00001")).normalize()
    SubElement(question, "single").text = "true" if right == 1 else "false"
    SubElement(question, "shuffleanswers").text = "true"
    SubElement(question, "answernumbering").text = "abc"
    for option in item.answer:
        credit = share if option.right else Decimal(0 if right == 1 else -100)
        _answer(question, credit, option.text, option.feedback, html=True)


def _number(question: Element, item: items.NumberItem | items.EstimateItem, losses: Losses) -> None:
    _spread(question, Decimal(100), item, item.answer, losses)
    for quantity in getattr(item, "accept", ()):
        if quantity.unit in (None, item.answer.unit):
            _spread(question, Decimal(100), item, quantity, losses)
        else:
            losses.note(item, "lost_accept", count="1")
    for share, several in ((50, getattr(item, "partly", ())), (0, getattr(item, "wrong", ()))):
        for one in several:
            _spread(question, Decimal(share), item, one.quantity, losses, one.feedback)
    if item.answer.unit:
        unit = SubElement(SubElement(question, "units"), "unit")
        SubElement(unit, "multiplier").text = "1"
        SubElement(unit, "unit_name").text = item.answer.unit
    SubElement(question, "unitgradingtype").text = "0"
    SubElement(question, "showunits").text = "0" if item.answer.unit else "3"


def _spread(
    question: Element, share: Decimal, item: Item, quantity: items.Quantity, losses: Losses, said: str | None = None
) -> None:
    """Moodle knows no ranges: one is told as its middle and half its width."""
    low, high = losses.margin(item, quantity)
    answer = _answer(question, share, number_text((low + high) / 2 if low != high else quantity.value), said)
    SubElement(answer, "tolerance").text = number_text((high - low) / 2)


def _date(question: Element, item: items.DateItem, losses: Losses) -> None:
    losses.note(item, "lost_date")
    if item.answer.plus_minus:
        losses.note(item, "lost_tolerance")
    SubElement(question, "usecase").text = "0"
    for date in (item.answer, *item.accept):
        for text in date_texts(date, item.precision):
            _answer(question, Decimal(100), text)
    for share, several in ((50, item.partly), (0, item.wrong)):
        for one in several:
            _answer(question, Decimal(share), one.date.shown, one.feedback)


def _short(question: Element, item: items.TextItem) -> None:
    SubElement(question, "usecase").text = "0"
    for text in (item.answer, *item.accept):
        _answer(question, Decimal(100), text.replace("*", "\\*"))
    for share, several in ((50, item.partly), (0, item.wrong)):
        for one in several:
            _answer(question, Decimal(share), one.text.replace("*", "\\*"), one.feedback)


def _pairs(question: Element, pairs: list[tuple[str, str]]) -> None:
    SubElement(question, "shuffleanswers").text = "true"
    for left, right in pairs:
        one = _rich(question, "subquestion", _html(left))
        _text(SubElement(one, "answer"), right)


def _question(root: Element, kind: str, name: str) -> Element:
    question = SubElement(root, "question", type=kind)
    _text(SubElement(question, "name"), name)
    return question


def _answer(question: Element, share: Decimal, text: str, said: str | None = None, *, html: bool = False) -> Element:
    form = "html" if html else "plain_text"
    answer = SubElement(question, "answer", fraction=f"{share:f}", format=form)
    _text(answer, _html(text) if html else text)
    if said:
        _rich(answer, "feedback", _html(said))
    return answer


def _rich(parent: Element, name: str, html: str) -> Element:
    element = SubElement(parent, name, format="html")
    _text(element, html)
    return element


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = text


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
