"""How does a pack become JSON, and JSON a pack?"""

import json
from typing import Any

from pydantic import ValidationError

from lessons.canonical.items import ITEM
from lessons.canonical.pack import PackModel
from lessons.canonical.plain import plain
from lessons.items import Item
from lessons.pack import FORMAT, Pack


class TooLong(ValueError):
    """A value passes the schema's limits; `faults` holds the path of each and pydantic's code and data for it."""

    def __init__(self, faults: tuple[tuple[tuple[str | int, ...], str, dict[str, Any]], ...]) -> None:
        super().__init__(faults)
        self.faults = faults


def to_json(pack: Pack) -> dict[str, Any]:
    """The pack as JSON values; absent optional values are left out. Raises TooLong."""
    model = _checked_pack({"format": FORMAT, **plain(pack)})
    found: dict[str, Any] = model.model_dump(mode="json", exclude_defaults=True)
    return found


def from_json(data: dict[str, Any]) -> Pack:
    """The pack of JSON values. Raises TooLong where they do not fit the schema."""
    pack: Pack = _checked_pack(data).make()
    return pack


def item_to_json(item: Item) -> dict[str, Any]:
    """One item as JSON values. Raises TooLong."""
    found: dict[str, Any] = ITEM.dump_python(_checked_item(plain(item)), mode="json", exclude_defaults=True)
    return found


def item_from_json(data: dict[str, Any]) -> Item:
    """The item of JSON values. Raises TooLong where they do not fit the schema."""
    item: Item = _checked_item(data).make()
    return item


def dumps(pack: Pack) -> str:
    """The pack as text, the same bytes for the same pack: keys sorted, two spaces, UTF-8 letters as they are."""
    return json.dumps(to_json(pack), ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def _checked_pack(data: Any) -> PackModel:
    try:
        return PackModel.model_validate(data)
    except ValidationError as error:
        raise TooLong(_faults(error)) from None


def _checked_item(data: Any) -> Any:
    try:
        return ITEM.validate_python(data)
    except ValidationError as error:
        raise TooLong(_faults(error)) from None


def _faults(error: ValidationError) -> tuple[tuple[tuple[str | int, ...], str, dict[str, Any]], ...]:
    found = error.errors(include_url=False, include_input=False)
    return tuple((one["loc"], one["type"], dict(one.get("ctx", {}))) for one in found)
