"""What kinds of question are there? The Item union and the table of kinds."""

from lessons.items.choice import ChoiceItem, Option
from lessons.items.cloze import BLANK, ClozeItem
from lessons.items.compare import Apart, Claim, CompareItem
from lessons.items.date import DateAnswer, DateItem, WrongDate
from lessons.items.match import MatchItem, Pair
from lessons.items.number import EstimateItem, NumberItem, Quantity, Tolerance, WrongQuantity
from lessons.items.order import Entry, FirstItem, OrderItem
from lessons.items.text import TextItem, WrongText
from lessons.items.truth import TruthItem

Item = (
    ChoiceItem
    | TruthItem
    | NumberItem
    | EstimateItem
    | DateItem
    | TextItem
    | ClozeItem
    | OrderItem
    | FirstItem
    | MatchItem
    | CompareItem
)

KINDS: dict[str, type[Item]] = {
    kind.kind: kind
    for kind in (
        ChoiceItem,
        TruthItem,
        NumberItem,
        EstimateItem,
        DateItem,
        TextItem,
        ClozeItem,
        OrderItem,
        FirstItem,
        MatchItem,
        CompareItem,
    )
}

__all__ = [
    "BLANK",
    "KINDS",
    "Apart",
    "ChoiceItem",
    "Claim",
    "ClozeItem",
    "CompareItem",
    "DateAnswer",
    "DateItem",
    "Entry",
    "EstimateItem",
    "FirstItem",
    "Item",
    "MatchItem",
    "NumberItem",
    "Option",
    "OrderItem",
    "Pair",
    "Quantity",
    "TextItem",
    "Tolerance",
    "TruthItem",
    "WrongDate",
    "WrongQuantity",
    "WrongText",
]
