"""What do question, outcome and summary say alike? The question, the key, where in the sitting we are."""

import re

from bot.texts import Html, Texts
from lessons.grade import Grade
from lessons.items import ClozeItem, DateItem, EstimateItem, Item, MatchItem, NumberItem, TruthItem
from lessons.session import Session
from lessons.typed.dates import dates

ARROW = " → "
"""Between the two sides of a pair."""
WRITTEN_DATE = re.compile(r"(?:\d{1,2} )?[A-Z][a-z]+ (?:\d{1,2}, )?\d{4}")


def short_key(item: Item, t: Texts) -> str:
    """The key in one line."""
    if isinstance(item, TruthItem):
        return t("True") if item.answer else t("False")
    return shown(item, item.key.replace("\n", " → "), t)


def shown(item: Item, text: str, t: Texts) -> str:
    """An answer of that item in the reader's style: digits grouped, a bare ISO date spelled out."""
    if isinstance(item, MatchItem):
        return "\n".join(ARROW.join(t.edtf(t.figures(side)) for side in line.split(ARROW)) for line in text.split("\n"))
    if is_figure(item):
        return t.figures(text)
    return t.edtf(_plain_date(text) if t.locale.language != "en" and is_figure_or_date(item) else text)


def read_as(item: Item, grade: Grade, t: Texts) -> str:
    """How an answer was read, in the reader's style; "" where there is nothing to tell."""
    if not grade.understood:
        return ""
    ends = grade.data.get("edtf", "").split("/")
    told = [t.edtf(end) for end in ends]
    if t.locale.language != "en" and all(one != end for one, end in zip(told, ends, strict=True)):
        return " – ".join(told)
    return t.comma.join(shown(item, part, t) for part in grade.understood.split(", "))


def _plain_date(text: str) -> str:
    """A date that an English pack writes out, such as "11 June 1942" or "June 1942", in ISO 8601; else the text."""
    read = dates(text, "en") if WRITTEN_DATE.fullmatch(text) else ()
    if len(read) != 1 or read[0].end or read[0].bc or read[0].date.unit not in ("day", "month"):
        return text
    told = read[0].date
    return f"{told.year:04}-{told.month:02}" + (f"-{told.day:02}" if told.day else "")


def is_figure(item: Item) -> bool:
    """Whether the answer is a figure, to be shown in the reader's own style."""
    return isinstance(item, NumberItem | EstimateItem) or (
        isinstance(item, ClozeItem) and isinstance(item.answer, NumberItem)
    )


def is_figure_or_date(item: Item) -> bool:
    """Whether the answer is a figure or a date: what a lesson is meant to leave behind."""
    inner = item.answer if isinstance(item, ClozeItem) else item
    return isinstance(inner, NumberItem | EstimateItem | DateItem)


def asked(item: Item, t: Texts) -> str:
    """The question's words."""
    if isinstance(item, TruthItem):
        question = t("True or false?")
        return f"{question} {item.prompt}"
    return item.prompt


def position(session: Session, t: Texts) -> Html:
    """Which question of how many this is."""
    number, total = session.questions
    return t("Question {number} of {total}", number=number, total=total)
