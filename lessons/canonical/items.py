"""What do items look like in JSON? One model a kind."""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from lessons import items as values
from lessons import source
from lessons.canonical.answers import (
    ClaimModel,
    DateModel,
    EntryModel,
    OptionModel,
    PairModel,
    QuantityModel,
    WrongDateModel,
    WrongQuantityModel,
    WrongTextModel,
)
from lessons.canonical.limits import LIMITS
from lessons.canonical.model import Id, Line, Model, OptionText, PositionModel, RunModel


class CitationModel(Model):
    """`ref` is "reading" or the key of a source."""

    MAKES = source.Citation
    ref: Line
    exact: Annotated[str, Field(max_length=LIMITS.quote)] | None = None
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None


class ItemModel(Model):
    """What every item has."""

    id: Id
    stem: Annotated[tuple[RunModel, ...], Field(min_length=1, max_length=LIMITS.runs)]
    reading: Id | None = None
    context: Annotated[str, Field(max_length=LIMITS.context)] | None = None
    hints: Annotated[tuple[Annotated[str, Field(max_length=LIMITS.hint)], ...], Field(max_length=LIMITS.hints)] = ()
    why: Annotated[str, Field(max_length=LIMITS.why)] | None = None
    sources: Annotated[tuple[CitationModel, ...], Field(max_length=LIMITS.citations)] = ()
    level: Annotated[int, Field(ge=1, le=5)] | None = None
    tags: Annotated[tuple[Annotated[str, Field(max_length=LIMITS.tag)], ...], Field(max_length=LIMITS.tags)] = ()
    was: Id | None = None
    at: PositionModel | None = None

    def arguments(self) -> dict[str, Any]:
        """`at` is called `position` in the domain, and the kind is the class."""
        found = super().arguments()
        found.pop("kind")
        return {"position": found.pop("at"), **found}


Decoys = Annotated[tuple[OptionText, ...], Field(max_length=LIMITS.options - 1)]
Answers = Field(max_length=LIMITS.answers)
Options = Field(min_length=2, max_length=LIMITS.options)


class ChoiceModel(ItemModel):
    """One right option or several."""

    MAKES = values.ChoiceItem
    kind: Literal["choice"]
    answer: Annotated[tuple[OptionModel, ...], Options]


class TruthModel(ItemModel):
    """A statement, true or false."""

    MAKES = values.TruthItem
    kind: Literal["truth"]
    answer: bool


class NumberModel(ItemModel):
    """A typed figure."""

    MAKES = values.NumberItem
    kind: Literal["number"]
    answer: QuantityModel
    accept: Annotated[tuple[QuantityModel, ...], Answers] = ()
    partly: Annotated[tuple[WrongQuantityModel, ...], Answers] = ()
    wrong: Annotated[tuple[WrongQuantityModel, ...], Answers] = ()
    decoys: Decoys = ()
    unit_only: bool = False


class EstimateModel(ItemModel):
    """A guess at a figure, scored by closeness."""

    MAKES = values.EstimateItem
    kind: Literal["estimate"]
    answer: QuantityModel


class DateItemModel(ItemModel):
    """A typed date."""

    MAKES = values.DateItem
    kind: Literal["date"]
    answer: DateModel
    precision: Literal["century", "decade", "year", "month", "day"] | None = None
    accept: Annotated[tuple[DateModel, ...], Answers] = ()
    partly: Annotated[tuple[WrongDateModel, ...], Answers] = ()
    wrong: Annotated[tuple[WrongDateModel, ...], Answers] = ()
    decoys: Decoys = ()


class TextModel(ItemModel):
    """A short typed answer."""

    MAKES = values.TextItem
    kind: Literal["text"]
    answer: Annotated[str, Field(min_length=1, max_length=LIMITS.answer)]
    accept: Annotated[tuple[Annotated[str, Field(min_length=1, max_length=LIMITS.answer)], ...], Answers] = ()
    partly: Annotated[tuple[WrongTextModel, ...], Answers] = ()
    wrong: Annotated[tuple[WrongTextModel, ...], Answers] = ()
    decoys: Decoys = ()


class ClozeModel(ItemModel):
    """A sentence with a gap; `answer` is the item that grades what goes there."""

    MAKES = values.ClozeItem
    kind: Literal["cloze"]
    answer: Annotated[NumberModel | DateItemModel | TextModel, Field(discriminator="kind")]


class OrderModel(ItemModel):
    """Events in the order of time."""

    MAKES = values.OrderItem
    kind: Literal["order"]
    answer: Annotated[tuple[EntryModel, ...], Options]


class FirstModel(ItemModel):
    """Which came first: the earlier, then the later."""

    MAKES = values.FirstItem
    kind: Literal["first"]
    answer: tuple[EntryModel, EntryModel]


class MatchModel(ItemModel):
    """Pairs that belong together."""

    MAKES = values.MatchItem
    kind: Literal["match"]
    answer: Annotated[tuple[PairModel, ...], Options]


class CompareModel(ItemModel):
    """Sources and what each of them says of one thing."""

    MAKES = values.CompareItem
    kind: Literal["compare"]
    answer: Annotated[tuple[ClaimModel, ...], Options]


AnyItem = Annotated[
    ChoiceModel
    | TruthModel
    | NumberModel
    | EstimateModel
    | DateItemModel
    | TextModel
    | ClozeModel
    | OrderModel
    | FirstModel
    | MatchModel
    | CompareModel,
    Field(discriminator="kind"),
]
ITEM: TypeAdapter[AnyItem] = TypeAdapter(AnyItem)
