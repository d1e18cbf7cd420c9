"""How does a pack travel between rooms? Canonical JSON and its JSON Schema, one converter for every kind.

The JSON is what other programs may write and what the database keeps. Its schema forbids unknown fields and limits
every length and count (`LIMITS`); numbers are decimal strings, dates are EDTF.
"""

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from decimal import Context, Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from lessons import items as values
from lessons import pack as packs
from lessons import rich, source
from lessons.items import Item
from lessons.pack import Pack

SCHEMA_ID = "https://lectern.example/pack.schema.json"


@dataclass(frozen=True, slots=True)
class Limits:
    """The greatest lengths (characters) and counts that a pack may have."""

    title: int = 200
    line: int = 300
    stem: int = 1000
    context: int = 500
    option: int = 200
    options: int = 12
    feedback: int = 500
    hint: int = 500
    hints: int = 5
    why: int = 2000
    answer: int = 300
    answers: int = 30
    quote: int = 1000
    citations: int = 10
    tag: int = 50
    tags: int = 20
    block: int = 8000
    blocks: int = 500
    readings: int = 100
    items: int = 500
    lessons: int = 200
    sources: int = 500
    citation: int = 1000
    note: int = 2000
    authors: int = 50
    description: int = 4000
    media: int = 500
    runs: int = 1000
    url: int = 2000


LIMITS = Limits()

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,47}$")]
Line = Annotated[str, Field(min_length=1, max_length=LIMITS.line)]
Title = Annotated[str, Field(max_length=LIMITS.title)]
OptionText = Annotated[str, Field(min_length=1, max_length=LIMITS.option)]
Feedback = Annotated[str, Field(max_length=LIMITS.feedback)] | None
Number = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?(e-?[0-9]{1,4})?$", max_length=100)]
Edtf = Annotated[str, Field(pattern=r"^[-0-9X~?%/.]+$", max_length=40)]
Unit = Annotated[str, Field(min_length=1, max_length=60)] | None
_EXACT = Context(prec=1000, Emax=10_000, Emin=-10_000)


class Model(BaseModel):
    """A value as JSON; `MAKES` is the dataclass of the same meaning, with the same field names unless said."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    MAKES: ClassVar[Any]

    def make(self) -> Any:
        """The value in the domain's own type."""
        return self.MAKES(**self.arguments())

    def arguments(self) -> dict[str, Any]:
        """What the domain type is made with."""
        return {name: _value(getattr(self, name)) for name in type(self).model_fields}


class RunModel(Model):
    """A stretch of styled text: `t` is the style, `v` the words."""

    t: rich.Style
    v: Annotated[str, Field(max_length=LIMITS.block)]
    href: Annotated[str, Field(max_length=LIMITS.url)] | None = None

    def make(self) -> rich.Run:
        """The value in the domain\'s own type."""
        return rich.Run(self.v, self.t, self.href)


Runs = Annotated[tuple[RunModel, ...], Field(max_length=LIMITS.runs)]


class PositionModel(Model):
    """Where something stands in the pack's files."""

    MAKES = source.Position
    file: Annotated[str, Field(max_length=300)]
    line: Annotated[int, Field(ge=1)]
    column: Annotated[int, Field(ge=1)] = 1


class CitationModel(Model):
    """`ref` is "reading" or the key of a source."""

    MAKES = source.Citation
    ref: Line
    exact: Annotated[str, Field(max_length=LIMITS.quote)] | None = None
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None


class ToleranceModel(Model):
    """How far off is still right."""

    kind: Literal["exact", "absolute", "relative", "range", "figures"]
    value: Number | None = None
    unit: Unit = None
    low: Number | None = None
    high: Number | None = None

    def make(self) -> values.Tolerance:
        """The value in the domain\'s own type."""
        return values.Tolerance(self.kind, _decimal(self.value), self.unit, _decimal(self.low), _decimal(self.high))


class QuantityModel(Model):
    """A figure; `value` is in plain units, `scale` the power of ten in which it was written."""

    value: Number
    unit: Unit = None
    tolerance: ToleranceModel | None = None
    written: Annotated[str, Field(max_length=LIMITS.answer)] = ""
    scale: Annotated[int, Field(ge=-400, le=400)] = 0
    approximate: bool = False

    def make(self) -> Any:
        """The value in the domain\'s own type."""
        return values.Quantity(
            Decimal(self.value),
            self.unit,
            self.tolerance.make() if self.tolerance else None,
            self.written,
            self.scale,
            self.approximate,
        )


class WrongQuantityModel(QuantityModel):
    """A figure that is given for a known reason."""

    feedback: Feedback = None

    def make(self) -> values.WrongQuantity:
        """The value in the domain\'s own type."""
        return values.WrongQuantity(super().make(), self.feedback)


class DateModel(Model):
    """A date; `edtf` by ISO 8601-2."""

    edtf: Edtf
    written: Annotated[str, Field(max_length=LIMITS.answer)] = ""
    calendar: Literal["gregorian", "julian"] = "gregorian"
    plus_minus: Annotated[int, Field(ge=0, le=99_999)] = 0
    plus_minus_unit: Literal["years", "months", "days"] = "years"

    def make(self) -> Any:
        """The value in the domain\'s own type."""
        return values.DateAnswer(self.edtf, self.written, self.calendar, self.plus_minus, self.plus_minus_unit)


class WrongDateModel(DateModel):
    """A date that is given for a known reason."""

    feedback: Feedback = None

    def make(self) -> values.WrongDate:
        """The value in the domain\'s own type."""
        return values.WrongDate(super().make(), self.feedback)


class WrongTextModel(Model):
    """Words that are given for a known reason."""

    MAKES = values.WrongText
    text: Annotated[str, Field(min_length=1, max_length=LIMITS.answer)]
    feedback: Feedback = None


class OptionModel(Model):
    """One answer to choose."""

    MAKES = values.Option
    text: OptionText
    right: bool = False
    feedback: Feedback = None


class EntryModel(Model):
    """One thing to place in time."""

    MAKES = values.Entry
    text: OptionText
    date: Edtf | None = None


class PairModel(Model):
    """Two things that belong together."""

    MAKES = values.Pair
    left: OptionText
    right: OptionText


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
    | MatchModel,
    Field(discriminator="kind"),
]
_ITEM: TypeAdapter[AnyItem] = TypeAdapter(AnyItem)


class BlockModel(Model):
    """One paragraph, list entry, sub-heading or picture."""

    MAKES = packs.Block
    kind: packs.BlockKind
    text: Runs
    path: Annotated[str, Field(max_length=300)] | None = None


class ReadingModel(Model):
    """A short text before its questions."""

    MAKES = packs.Reading
    id: Id
    title: Title
    blocks: Annotated[tuple[BlockModel, ...], Field(max_length=LIMITS.blocks)]
    source: Line | None = None


class LessonModel(Model):
    """Readings and the items on them; `lesson` is its id."""

    MAKES = packs.Lesson
    lesson: Id
    title: Title
    readings: Annotated[tuple[ReadingModel, ...], Field(max_length=LIMITS.readings)]
    items: Annotated[tuple[AnyItem, ...], Field(max_length=LIMITS.items)]
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    after: Annotated[tuple[Id, ...], Field(max_length=LIMITS.lessons)] = ()
    at: PositionModel | None = None

    def arguments(self) -> dict[str, Any]:
        """`lesson` is called `id`, and `at` `position`, in the domain."""
        found = super().arguments()
        return {"id": found.pop("lesson"), "position": found.pop("at"), **found}


class SourceModel(Model):
    """A document that the pack draws on."""

    MAKES = source.Source
    key: Line
    citation: Annotated[str, Field(min_length=1, max_length=LIMITS.citation)]
    title: Line | None = None
    author: Line | None = None
    publisher: Line | None = None
    date: Edtf | None = None
    url: Annotated[str, Field(max_length=LIMITS.url)] | None = None
    licence: Line | None = None
    read: Edtf | None = None
    note: Annotated[str, Field(max_length=LIMITS.note)] | None = None


class MediumModel(Model):
    """A picture or a sound; its bytes travel beside the JSON."""

    MAKES = packs.Medium
    path: Line
    kind: Line
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    author: Line | None = None
    licence: Line | None = None
    source: Annotated[str, Field(max_length=LIMITS.url)] | None = None


class PackModel(Model):
    """A set of lessons and its card; `pack` is its key."""

    MAKES = packs.Pack
    format: Literal[1]
    pack: Id
    version: Annotated[str, Field(pattern=r"^[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}$")]
    title: Annotated[str, Field(min_length=1, max_length=LIMITS.title)]
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", max_length=35)]
    licence: Line
    lessons: Annotated[tuple[LessonModel, ...], Field(max_length=LIMITS.lessons)]
    description: Annotated[str, Field(max_length=LIMITS.description)] = ""
    authors: Annotated[tuple[Line, ...], Field(max_length=LIMITS.authors)] = ()
    subject: Line | None = None
    age: Line | None = None
    tags: Annotated[tuple[Annotated[str, Field(max_length=LIMITS.tag)], ...], Field(max_length=LIMITS.tags)] = ()
    translation_of: Line | None = None
    sources: Annotated[tuple[SourceModel, ...], Field(max_length=LIMITS.sources)] = ()
    media: Annotated[tuple[MediumModel, ...], Field(max_length=LIMITS.media)] = ()
    notice: Annotated[str, Field(max_length=LIMITS.note)] | None = None

    def arguments(self) -> dict[str, Any]:
        """`pack` is called `key` in the domain, and the format is the program's own."""
        found = super().arguments()
        found.pop("format")
        return {"key": found.pop("pack"), **found}


class TooLong(ValueError):
    """A value passes the schema's limits; `faults` holds the path of each and pydantic's code and data for it."""

    def __init__(self, faults: tuple[tuple[tuple[str | int, ...], str, dict[str, Any]], ...]) -> None:
        super().__init__(faults)
        self.faults = faults


def to_json(pack: Pack) -> dict[str, Any]:
    """The pack as JSON values; absent optional values are left out. Raises TooLong."""
    return _dump(PackModel, {"format": packs.FORMAT, **_plain(pack)})


def from_json(data: dict[str, Any]) -> Pack:
    """The pack of JSON values. Raises TooLong where they do not fit the schema."""
    pack: Pack = _check(PackModel, data).make()
    return pack


def item_to_json(item: Item) -> dict[str, Any]:
    """One item as JSON values. Raises TooLong."""
    found: dict[str, Any] = _ITEM.dump_python(_checked_item(_plain(item)), mode="json", exclude_defaults=True)
    return found


def item_from_json(data: dict[str, Any]) -> Item:
    """The item of JSON values. Raises TooLong where they do not fit the schema."""
    item: Item = _checked_item(data).make()
    return item


def dumps(pack: Pack) -> str:
    """The pack as text, the same bytes for the same pack: keys sorted, two spaces, UTF-8 letters as they are."""
    return json.dumps(to_json(pack), ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a pack."""
    found = PackModel.model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **found}


def key_hash(item: Item) -> str:
    """16 hex digits of what counts as right: the kind, the answers and their tolerances, without their wording."""
    inner = item.answer if isinstance(item, values.ClozeItem) else item
    return _hash([item.kind, *(_bare(getattr(inner, name, None)) for name in _KEY_FIELDS)])


def wording_hash(item: Item) -> str:
    """16 hex digits of everything a learner reads of the item."""
    data = item_to_json(item)
    return _hash({name: found for name, found in data.items() if name not in _UNREAD})


_KEY_FIELDS = ("answer", "accept", "precision", "unit_only")
_UNREAD = ("id", "was", "at", "reading", "tags", "level")


def _bare(found: Any) -> Any:
    """The value without the words in which it was written."""
    if isinstance(found, tuple) and found and isinstance(found[0], values.Option):
        return sorted(option.text for option in found if option.right)
    if isinstance(found, tuple):
        return [_bare(one) for one in found]
    data = _plain(found)
    if isinstance(data, dict):
        data = {name: one for name, one in data.items() if name not in ("written", "scale", "approximate", "feedback")}
    return data


def _hash(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _dump(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = _check(model, data).model_dump(mode="json", exclude_defaults=True)
    return found


def _check(model: type[Model], data: Any) -> Any:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise TooLong(_faults(error)) from None


def _checked_item(data: Any) -> Any:
    try:
        return _ITEM.validate_python(data)
    except ValidationError as error:
        raise TooLong(_faults(error)) from None


def _faults(error: ValidationError) -> tuple[tuple[tuple[str | int, ...], str, dict[str, Any]], ...]:
    found = error.errors(include_url=False, include_input=False)
    return tuple((one["loc"], one["type"], dict(one.get("ctx", {}))) for one in found)


def _value(found: Any) -> Any:
    if isinstance(found, Model):
        return found.make()
    return tuple(_value(one) for one in found) if isinstance(found, tuple) else found


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _number(value: Decimal) -> str:
    """The shortest plain form of a decimal, with an exponent only where the digits would fill a line."""
    bare = _EXACT.normalize(value)
    if bare == 0:
        return "0"
    if -20 <= bare.adjusted() <= 40:
        return format(bare, "f")
    return f"{format(bare.scaleb(-bare.adjusted(), _EXACT), 'f')}e{bare.adjusted()}"


_RENAMED = {
    (packs.Pack, "key"): "pack",
    (packs.Lesson, "id"): "lesson",
    (packs.Lesson, "position"): "at",
    **{(kind, "position"): "at" for kind in values.KINDS.values()},
}


def _plain(found: Any) -> Any:
    """A domain value as plain JSON values, with the names of this format."""
    if isinstance(found, Decimal):
        return _number(found)
    if isinstance(found, tuple):
        return [_plain(one) for one in found]
    if isinstance(found, rich.Run):
        return {"t": found.style, "v": found.text, "href": found.href}
    if isinstance(found, values.WrongQuantity):
        return {**_plain(found.quantity), "feedback": found.feedback}
    if isinstance(found, values.WrongDate):
        return {**_plain(found.date), "feedback": found.feedback}
    if not is_dataclass(found):
        return found
    data = {
        _RENAMED.get((type(found), one.name), one.name): _plain(getattr(found, one.name))
        for one in fields(found)
        if one.name != "data"
    }
    return {"kind": found.kind, **data} if isinstance(found, values.Item) else data
