"""How does a question that a teacher types in a chat become an item? Its kind is told by its answer."""

import hashlib
import re
from dataclasses import dataclass, replace

from content import own_manner
from content.mending import Unfit, mended
from content.packfile.answers.dates import BadDate, read_date
from content.packfile.answers.quantities import BadQuantity, read_quantity
from content.slugs import slug
from lessons.items import (
    BLANK,
    ChoiceItem,
    ClozeItem,
    DateAnswer,
    DateItem,
    Item,
    NumberItem,
    Option,
    TextItem,
    TruthItem,
)
from lessons.pack import Block, Lesson, Pack, Reading
from lessons.rich import rich
from lessons.source import READING, Citation
from lessons.typed.fold import digits

LESSON = "own-questions"
_AS_TYPED = re.compile(r"\s*(?:±|\+/?-|~|\bin\b)\s*(?=\d)")
"""What is written behind a figure to tell how far off an answer may be."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: `wrong` are the wrong answers, a line each; `sentence` what the question rests on."""

    stem: str
    key: str
    wrong: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Poll:
    """A quiz poll of a chat. `right` are the numbers of the right options, none where they are not told."""

    question: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    why: str = ""


def of_poll(poll: Poll) -> Item:
    """The poll as a choice. Raises `content.mending.Unfit` where it makes no sound question."""
    stem = " ".join(poll.question.split())
    if not stem or not poll.right or not all(0 <= number < len(poll.options) for number in poll.right):
        raise Unfit("empty")
    options = tuple(
        Option(" ".join(text.split()), right=number in poll.right) for number, text in enumerate(poll.options)
    )
    name = f"{slug(stem)}-{hashlib.sha256(f'{stem}{options}'.encode()).hexdigest()[:6]}"
    item = ChoiceItem(id=name, stem=rich(stem), answer=options, why=poll.why.strip() or None)
    return mended(item, "stem", stem)  # the checks of every mended question


def composed(typed: Typed, language: str = "en") -> Item:
    """The item. "true" or "false" makes a statement, a date or a figure what it is, other words a choice or a text.

    Raises `content.mending.Unfit` where the words make no sound question.
    """
    stem, key = " ".join(typed.stem.split()), " ".join(typed.key.split())
    if not stem or not key:
        raise Unfit("empty")
    item = _answered(typed, stem, key, language)
    if typed.wrong.strip() and not isinstance(item, TruthItem | ChoiceItem):
        item = mended(item, "options", typed.wrong, language)
    if typed.sentence.strip():
        cited = Citation(READING, " ".join(typed.sentence.split()))
        item = replace(item, sources=(cited,), reading=_reading_id(item))
    return mended(item, "stem", stem, language)  # the checks of every mended question


def _answered(typed: Typed, stem: str, key: str, language: str) -> Item:
    name = f"{slug(stem)}-{hashlib.sha256(f'{stem}{key}'.encode()).hexdigest()[:6]}"
    said = truth_of(key, language)
    if said is not None:
        return TruthItem(id=name, stem=rich(stem), answer=said)
    inner = _figure_or_date(name, stem, key, language)
    wrong = [line.strip() for line in typed.wrong.replace(";", "\n").split("\n") if line.strip()]
    if inner is None and wrong and BLANK not in stem:
        options = (Option(key, right=True), *(Option(line) for line in wrong))
        return ChoiceItem(id=name, stem=rich(stem), answer=options)
    found = inner or TextItem(id=name, stem=rich(stem), answer=key)
    return ClozeItem(id=name, stem=rich(stem), answer=found) if BLANK in stem else found


def _figure_or_date(name: str, stem: str, key: str, language: str) -> NumberItem | DateItem | None:
    answer = _date(key, language)
    if answer is not None:
        return DateItem(id=name, stem=rich(stem), answer=answer)
    plain = own_manner.numeral_pointed(digits(key), language)
    if not plain[:1].isdigit() and plain[:1] not in "$€£¥~±-−":
        return None
    try:
        quantity = read_quantity(plain, language).quantity
    except BadQuantity:
        return None
    if quantity.unit and any(char.isdigit() for char in quantity.unit):
        raise Unfit("number", key)
    return NumberItem(id=name, stem=rich(stem), answer=replace(quantity, written=_AS_TYPED.split(key)[0]))


def _date(key: str, language: str) -> DateAnswer | None:
    """The date, as packs write it or as people do in that language."""
    try:
        return read_date(key, language)
    except BadDate:
        edtf = own_manner.date(key, language)
    # a bare year would be taken out of every figure
    return DateAnswer(edtf, written=key) if edtf and "-" in edtf else None


def truth_of(key: str, language: str) -> bool | None:
    """Whether the key says that a statement is true, or false, in a whole word; None for any other key."""
    return own_manner.is_true(key, language) if len(key) > 1 and key.isalpha() else None


def _reading_id(item: Item) -> str:
    return f"on-{item.id}"[:48]


def with_item(pack: Pack, item: Item) -> Pack:
    """The pack with the question at its end, in a lesson for such; its sentence is a short reading of its own."""
    quote = next((citation.exact for citation in item.sources if citation.exact), None)
    card = Reading(_reading_id(item), pack.title, (Block("paragraph", rich(quote)),)) if quote else None
    lesson = next((one for one in pack.lessons if one.id == LESSON), Lesson(LESSON, pack.title, (), ()))
    readings = (*lesson.readings, card) if card else lesson.readings
    longer = replace(lesson, readings=readings, items=(*lesson.items, item))
    others = tuple(one for one in pack.lessons if one.id != LESSON)
    return replace(pack, lessons=(*others, longer))


def new_pack(title: str, key: str, language: str) -> Pack:
    """An empty pack for a teacher's own questions."""
    return Pack(key=key, version="0.1.0", title=title, language=language, licence="all rights reserved", lessons=())
