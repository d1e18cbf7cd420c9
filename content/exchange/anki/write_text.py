"""How is a pack written as Anki notes in text? With a guid a line, so that a second import updates the same notes."""

import csv
import io
import re
from datetime import datetime

from content.exchange.anki.write_cards import KEEPS, sides
from content.exchange.losses import Losses
from content.exchange.writing import Written
from lessons.pack import Pack

_HEAD = "#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:6\n"


def write(pack: Pack, now: datetime | None) -> Written:
    """The file; nothing in it depends on the time."""
    del now
    losses = Losses(pack, KEEPS)
    losses.pack_parts(readings=False, media=False)
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    count = 0
    for lesson, item in pack.items():
        front, back, extra = sides(item, losses)
        tags = " ".join(re.sub(r"\s+", "_", tag) for tag in item.tags)
        writer.writerow([guid(pack, item.id), deck(pack, lesson.title), front, back, extra, tags])
        count += 1
    return (_HEAD + out.getvalue()).encode(), count, losses, []


def guid(pack: Pack, item: str) -> str:
    """What Anki knows a note by: the same for the item in every version of the pack."""
    return f"{pack.key}/{item}"


def deck(pack: Pack, lesson: str) -> str:
    """The deck of a lesson, within that of its pack."""
    return "::".join(re.sub(r":{2,}", ":", part).strip(":") or "x" for part in (pack.title, lesson))
