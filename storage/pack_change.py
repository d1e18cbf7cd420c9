"""What does a new version of a pack change? Compared by ids and hashes; pure, so that it can also be shown first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lessons.canonical import key_hash, wording_hash
from lessons.items import Item
from lessons.pack import Pack


class Known(NamedTuple):
    """An item row as it stands."""

    id: int
    key: str
    kind: str
    key_hash: str
    wording_hash: str
    retired: bool


@dataclass(frozen=True, slots=True)
class PackChange:
    """What an installation did, as item ids of the pack. `corrected` (another answer) is a part of `changed`."""

    pack_id: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether the items are as they were."""
        return not (self.added or self.changed or self.retired)


@dataclass(slots=True)
class Plan:
    """What is to be done with the rows. `kept` and `added` hold the columns that an item's identity rests on.

    `replaced` rows had another kind of question under their id: that makes a new item, and the old row gives way.
    """

    added: list[dict[str, Any]] = field(default_factory=list)
    kept: list[tuple[Known, dict[str, Any]]] = field(default_factory=list)
    retired: list[Known] = field(default_factory=list)
    replaced: list[Known] = field(default_factory=list)

    @property
    def changed(self) -> list[Known]:
        """Kept ones that now say something else."""
        return [row for row, new in self.kept if _hashes(row) != (new["key_hash"], new["wording_hash"])]

    @property
    def corrected(self) -> list[Known]:
        """Kept ones whose answer changed."""
        return [row for row, new in self.kept if row.key_hash != new["key_hash"]]

    def change(self, pack_id: int) -> PackChange:
        """The same in the pack's ids, as they are called from now on."""
        names = {row.id: new["key"] for row, new in self.kept}
        return PackChange(
            pack_id,
            added=tuple(new["key"] for new in self.added),
            changed=tuple(names[row.id] for row in self.changed),
            retired=tuple(row.key for row in (*self.retired, *self.replaced) if not row.retired),
            corrected=tuple(names[row.id] for row in self.corrected),
        )


def identity(lesson: str, position: int, item: Item) -> dict[str, Any]:
    """The columns that tell one item from another."""
    return {
        "key": item.id,
        "kind": item.kind,
        "lesson": lesson,
        "position": position,
        "key_hash": key_hash(item),
        "wording_hash": wording_hash(item),
    }


def plan(pack: Pack, known: Iterable[Known]) -> Plan:
    """What to do so that the rows are the pack's items. A retired item that is back keeps its row, too."""
    left = {row.key: row for row in known}
    found = Plan()
    claimed = _claims(pack, left)
    for position, (lesson, item) in enumerate(pack.items()):
        new = identity(lesson.id, position, item)
        row = left.pop(claimed[item.id].key) if item.id in claimed else None
        if row is None:
            found.added.append(new)
        elif row.kind != item.kind:
            found.replaced.append(row)
            found.added.append(new)
        else:
            found.kept.append((row, new))
    found.retired = [row for row in left.values() if not row.retired]
    return found


def _claims(pack: Pack, known: Mapping[str, Known]) -> dict[str, Known]:
    """Which row each item goes on with: the one of its id, else the one of its earlier id if nobody has that."""
    ids = {item.id for _, item in pack.items()}
    claims = {name: known[name] for name in ids if name in known}
    for _, item in pack.items():
        row = known.get(item.was) if item.was and item.was not in ids else None
        if row and item.id not in claims and row not in claims.values():
            claims[item.id] = row
    return claims


def _hashes(row: Known) -> tuple[str, str]:
    return row.key_hash, row.wording_hash
