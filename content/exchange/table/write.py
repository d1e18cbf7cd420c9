"""How is a pack written as a table? One row an item, in the columns of the template, read back as the same items."""

import csv
import io
from datetime import datetime

from content.exchange.losses import Losses, reading_of
from content.exchange.table import columns
from content.exchange.table.native import cells_of
from content.exchange.table.sources import told
from content.exchange.writing import Written
from lessons.pack import Pack

_KEEPS = frozenset(
    {
        "hints", "level", "tags", "partly", "wrong", "decoys", "accept", "precision", "unit_only", "feedback", "style",
        "was", "context", "sources",
    }
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t")


def write(pack: Pack, now: datetime | None) -> Written:
    """The file, with the mark by which Excel knows UTF-8."""
    del now
    losses = Losses(pack, _KEEPS)
    losses.pack_parts(readings=False, media=False)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns.TEMPLATE)
    count = 0
    for lesson, item in pack.items():
        losses.general(item)
        reading = reading_of(item, pack)
        cells = cells_of(item, pack.language)
        cells["lesson"] = lesson.title
        cells["source"] = "\n".join(told(one, pack, reading.title if reading else None) for one in item.sources)
        writer.writerow([_harmless(cells.get(name, "")) for name in columns.TEMPLATE])
        count += 1
    return ("\ufeff" + out.getvalue()).encode(), count, losses, []


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; the space before it is passed over when read."""
    return f" {cell}" if cell.startswith(_FORMULA) else cell
