"""How are a call's parameters read? As Telegram does: everything arrives as text, the unknown is ignored."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.errors import bad_request

Json = dict[str, Any]
"""A JSON object as it travels."""

_TRUE = ("true", "yes", "1")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Params:
    """What a call says: text values, and files by the name of their part."""

    values: Mapping[str, str]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The value as it came, "" where absent."""
        return self.values.get(name, "")

    def integer(self, name: str, default: int = 0, low: int | None = None, high: int | None = None) -> int:
        """A whole number, pressed into its bounds; nonsense counts as absent."""
        try:
            number = int(self.values.get(name, default))
        except ValueError:
            number = default
        number = number if low is None else max(low, number)
        return number if high is None else min(high, number)

    def flag(self, name: str, default: bool = False) -> bool:
        """True for "true", "yes" and "1"."""
        return self.values[name].strip().lower() in _TRUE if name in self.values else default

    def json(self, name: str, complaint: str) -> Any:
        """The JSON value, None where absent; `complaint` is what Telegram says when it cannot be read."""
        raw = self.text(name)
        if not raw:
            return None
        try:
            return json.loads(raw)
        except ValueError:
            raise bad_request(complaint) from None

    def with_values(self, **values: str) -> "Params":
        """The same call with other values added."""
        return Params({**self.values, **values}, self.files)


def from_values(values: Mapping[str, Any], files: Mapping[str, Upload] | None = None) -> Params:
    """Params of a JSON body: what is not text is written as JSON, null is absent."""
    texts = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in values.items()
        if value is not None
    }
    return Params(texts, files or {})
