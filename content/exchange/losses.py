"""What does an item lose in a format? Each thing it has and the format has not is noted."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from content.exchange.report import Note
from content.exchange.table.sources import told
from lessons import items
from lessons.items import Item, Quantity
from lessons.pack import Pack, Reading
from lessons.rich import plain
from lessons.typed.units import relations

_PARTS = ("hints", "level", "tags", "partly", "wrong", "decoys", "accept", "precision", "unit_only", "was")
_ESTIMATE_PERCENT = Decimal(25)


@dataclass(slots=True)
class Losses:
    """The notes on a pack that is being written; `keeps` are the parts of items that the format can hold."""

    pack: Pack
    keeps: frozenset[str]
    notes: list[Note] = field(default_factory=list)

    def note(self, item: Item, code: str, **data: str) -> None:
        """Tell a loss of that item."""
        self.notes.append(Note(code, None, item.id, data=data))

    def general(self, item: Item) -> None:
        """Tell the parts that the format has no place for."""
        inner = bare(item)
        for part in _PARTS:
            found = getattr(inner, part, None) or getattr(item, part, None)
            if found and part not in self.keeps:
                self.note(item, f"lost_{part}", count=str(len(found)) if isinstance(found, tuple) else "1")
        spoken = isinstance(item, items.ChoiceItem) and any(option.feedback for option in item.answer)
        if spoken and "feedback" not in self.keeps:
            self.note(item, "lost_feedback")
        if any(run.style != "text" for run in item.stem) and "style" not in self.keeps:
            self.note(item, "lost_style")
        if item.context and "context" not in self.keeps:
            self.note(item, "lost_context")
        if isinstance(item, items.CompareItem) and "compare" not in self.keeps:
            self.note(item, "lost_compare")
        if item.sources and "sources" not in self.keeps:
            self.note(item, "lost_sources")

    def pack_parts(self, *, readings: bool, media: bool, pictures: bool = False) -> None:
        """Tell what of the pack as a whole has no place; `pictures`: those that stand with a question are written."""
        found = [(item.reading, path) for _, item in self.pack.items() for path, _ in pictures_of(item, self.pack)]
        shown = found if pictures else []
        count = sum(len(lesson.readings) for lesson in self.pack.lessons) - len({reading for reading, _ in shown})
        if count and not readings:
            self.notes.append(Note("lost_readings", data={"count": str(count)}))
        left = len(self.pack.media) - len({path for _, path in shown})
        if left and not media:
            self.notes.append(Note("lost_media", data={"count": str(left)}))

    def margin(self, item: Item, quantity: Quantity) -> tuple[Decimal, Decimal]:
        """The lowest and the highest value that count as right."""
        value, tolerance = quantity.value, quantity.tolerance
        amount = Decimal(0)
        if isinstance(item, items.EstimateItem):
            self.note(item, "lost_estimate", share=str(_ESTIMATE_PERCENT))
            amount = abs(value) * _ESTIMATE_PERCENT / 100
        elif tolerance is not None and tolerance.kind == "range":
            return tolerance.low if tolerance.low is not None else value, (
                tolerance.high if tolerance.high is not None else value
            )
        elif tolerance is not None and tolerance.value is not None:
            if tolerance.kind == "absolute":
                amount = self._converted(item, tolerance.value, tolerance.unit, quantity.unit)
            elif tolerance.kind == "relative":
                amount = abs(value) * tolerance.value / 100
            elif tolerance.kind == "figures" and value:
                amount = Decimal(1).scaleb(value.adjusted() - int(tolerance.value) + 1) / 2
        return value - amount, value + amount

    def _converted(self, item: Item, amount: Decimal, unit: str | None, wanted: str | None) -> Decimal:
        if unit is None or unit == wanted:
            return amount
        ways = relations(frozenset({unit}), wanted)
        if not ways:
            self.note(item, "lost_tolerance")
            return Decimal(0)
        factor = ways[-1].factor
        return amount * Decimal(factor.numerator) / Decimal(factor.denominator)


def bare(item: Item) -> Item:
    """The item that grades: what a cloze hides, else the item itself."""
    return item.answer if isinstance(item, items.ClozeItem) else item


def stem_of(item: Item) -> str:
    """The question's words with the line above it."""
    return f"{item.context}\n{item.prompt}" if item.context else item.prompt


def explanation(item: Item, pack: Pack) -> str:
    """The author's explanation and where it comes from, in one text."""
    reading = reading_of(item, pack)
    cited = [told(one, pack, reading.title if reading else None) for one in item.sources]
    return " ".join(part for part in (item.why or "", *(f"[{one}]" for one in cited)) if part)


def reading_of(item: Item, pack: Pack) -> Reading | None:
    """The reading that teaches the item."""
    every = (reading for lesson in pack.lessons for reading in lesson.readings)
    return next((reading for reading in every if reading.id == item.reading), None) if item.reading else None


def pictures_of(item: Item, pack: Pack) -> list[tuple[str, str]]:
    """Path and words of the pictures that stand with the question alone: those of a reading without other text."""
    reading = reading_of(item, pack)
    if reading is None or any(block.kind != "image" for block in reading.blocks):
        return []
    there = {medium.path for medium in pack.media if medium.data}
    return [(block.path, plain(block.text)) for block in reading.blocks if block.path in there]


def passage(reading: Reading) -> str:
    """The words of a reading, a line a block, its lists with marks."""
    marks = {"bullet": "• ", "quote": "> "}
    return "\n".join(marks.get(block.kind, "") + plain(block.text) for block in reading.blocks if block.kind != "image")


def number_text(value: Decimal) -> str:
    """The value in plain digits with a point, an exponent only where they would fill a line."""
    shown = value.normalize()
    exponent = shown.as_tuple().exponent
    if isinstance(exponent, int) and (exponent > 20 or shown.adjusted() < -12):
        return f"{shown:E}".replace("E+", "e").replace("E", "e")
    return f"{shown:f}"


def date_texts(date: items.DateAnswer, precision: str | None = None) -> list[str]:
    """The forms of a date that another program should take as right."""
    found = [date.shown]
    if re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", date.edtf):
        found.append(date.edtf)
    if precision == "year" and len(date.edtf) > 4 and date.edtf[:4].isdigit():
        found.append(date.edtf[:4])
    return list(dict.fromkeys(found))
