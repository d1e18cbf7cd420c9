"""What do all models share? The step from JSON to the domain's values, the bounded strings and styled text."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from lessons import rich, source
from lessons.canonical.limits import LIMITS

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,47}$")]
Line = Annotated[str, Field(min_length=1, max_length=LIMITS.line)]
Title = Annotated[str, Field(max_length=LIMITS.title)]
OptionText = Annotated[str, Field(min_length=1, max_length=LIMITS.option)]
Feedback = Annotated[str, Field(max_length=LIMITS.feedback)] | None
Edtf = Annotated[str, Field(pattern=r"^[-0-9X~?%/.]+$", max_length=40)]


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
        """The value in the domain's own type."""
        return rich.Run(self.v, self.t, self.href)


Runs = Annotated[tuple[RunModel, ...], Field(max_length=LIMITS.runs)]


class PositionModel(Model):
    """Where something stands in the pack's files."""

    MAKES = source.Position
    file: Annotated[str, Field(max_length=300)]
    line: Annotated[int, Field(ge=1)]
    column: Annotated[int, Field(ge=1)] = 1


def _value(found: Any) -> Any:
    if isinstance(found, Model):
        return found.make()
    return tuple(_value(one) for one in found) if isinstance(found, tuple) else found
