"""What does a pack look like in JSON? Lessons, readings, blocks, sources, media and the card."""

from typing import Annotated, Any, Literal

from pydantic import Field

from lessons import pack as packs
from lessons import source
from lessons.canonical.items import AnyItem
from lessons.canonical.limits import LIMITS
from lessons.canonical.model import Edtf, Id, Line, Model, PositionModel, Runs, Title


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
