"""What do question, outcome and summary say alike? The question, the key, where in the sitting we are."""

from bot.texts import Html, Texts
from lessons.items import ClozeItem, DateItem, EstimateItem, Item, MatchItem, NumberItem, TruthItem
from lessons.session import Session

ARROW = " → "
"""Between the two sides of a pair."""


def short_key(item: Item, t: Texts) -> str:
    """The key in one line."""
    if isinstance(item, TruthItem):
        return t("True") if item.answer else t("False")
    return shown(item, item.key.replace("\n", " → "), t)


def shown(item: Item, text: str, t: Texts) -> str:
    """An answer of that item in the reader's style: digits grouped, a bare ISO date spelled out."""
    if isinstance(item, MatchItem):
        return "\n".join(ARROW.join(t.edtf(t.figures(side)) for side in line.split(ARROW)) for line in text.split("\n"))
    return t.figures(text) if is_figure(item) else t.edtf(text)


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
