"""How do cut-up files become lessons? Readings and items in order, each with its id."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from content.packfile.card import LessonCard
from content.packfile.diagnostics import MissingId, Report
from content.packfile.drafts import draft
from content.packfile.inline import inline, words
from content.packfile.kinds import Made, make, with_id
from content.packfile.located import Located
from content.packfile.outline import Chunk, Heading, slug
from content.packfile.readings import Placed, blocks
from lessons.canonical import LIMITS
from lessons.items import Item
from lessons.pack import Block, Lesson, Reading
from lessons.source import Position

READING_LEVELS = 3
"""Headings of these levels begin a reading; deeper ones stand within it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A lesson's card and its chunks."""

    card: LessonCard
    file: str
    chunks: tuple[Chunk, ...]


@dataclass(slots=True)
class Text:
    """A reading on its way: where it began and what is in it."""

    heading: Heading | None
    placed: list[Placed]
    id: str = ""

    @property
    def counts(self) -> bool:
        """A heading alone is no reading, unless its author gave it an id."""
        return bool(self.placed) or (self.heading is not None and self.heading.id is not None)


@dataclass(slots=True)
class Built:
    """A lesson, and what is needed to check it against the rest of the pack."""

    lesson: Lesson
    plan: Plan
    texts: list[Text]
    made: list[Made]
    asked_for: dict[str, Located] = field(default_factory=dict)


def build_lessons(plans: list[Plan], report: Report, language: str) -> list[Built]:
    """The lessons of a pack; ids that are missing are made, ids that clash are reported."""
    if len(plans) > LIMITS.lessons:
        where = plans[LIMITS.lessons].card.where
        report.error("E403", where, f"a pack has at most {LIMITS.lessons} lessons")
        plans = plans[: LIMITS.lessons]
    taken = _given_reading_ids(plans, report)
    built = [_build(plan, taken, report, language) for plan in plans]
    _make_ids_distinct(built, report)
    return built


def _given_reading_ids(plans: Iterable[Plan], report: Report) -> set[str]:
    taken: set[str] = set()
    for plan in plans:
        for chunk in plan.chunks:
            heading = chunk.heading
            if heading is None or heading.asks or heading.id is None:
                continue
            if heading.id.text in taken:
                report.error("E118", heading.id, f'two readings have the id "{heading.id.text}"')
            taken.add(heading.id.text)
    return taken


def _build(plan: Plan, taken: set[str], report: Report, language: str) -> Built:
    texts: list[Text] = []
    asked: list[tuple[Made, Text | None]] = []
    current: Text | None = None
    begun = False
    for chunk in plan.chunks:
        heading = chunk.heading
        if heading is not None and heading.asks:
            if len(asked) >= LIMITS.items:
                report.error("E403", heading.line, f"a lesson has at most {LIMITS.items} questions: begin another one")
                break
            made = make(draft(chunk, report), report, language)
            asked += [(made, current)] if made else []
            begun = False
            continue
        placed = blocks(chunk.lines, report)
        if heading is not None and heading.level > READING_LEVELS and begun and current is not None:
            current.placed += [Placed(Block("heading", inline(heading.text.text)), heading.text), *placed]
            continue
        text = Text(heading, placed)
        if text.counts:
            if len(texts) >= LIMITS.readings:
                where = heading.line if heading else plan.card.where
                report.error("E403", where, f"a lesson has at most {LIMITS.readings} readings: begin another one")
                break
            texts.append(text)
            current, begun = text, True
    title = _title(plan)
    readings = tuple(_reading(text, plan, title, taken) for text in texts)
    items = [_bound(made, text, texts, report) for made, text in asked]
    line, column = plan.card.where.at()
    lesson = Lesson(
        plan.card.id,
        title,
        readings,
        tuple(made.item for made in items),
        plan.card.minutes,
        plan.card.after,
        Position(plan.file, line, column),
    )
    return Built(lesson, plan, texts, items)


def _title(plan: Plan) -> str:
    if plan.card.title:
        return plan.card.title
    headings = (chunk.heading for chunk in plan.chunks if chunk.heading and not chunk.heading.asks)
    return next((words(heading.text.text) for heading in headings if heading.text.text), plan.card.id)


def _reading(text: Text, plan: Plan, lesson_title: str, taken: set[str]) -> Reading:
    heading = text.heading
    title = words(heading.text.text) if heading else lesson_title
    text.id = heading.id.text if heading and heading.id else _free(_base(title, heading, plan), taken)
    taken.add(text.id)
    source = heading.source.text.removeprefix("^") if heading and heading.source else None
    return Reading(text.id, title, tuple(one.block for one in text.placed), source)


def _base(title: str, heading: Heading | None, plan: Plan) -> str:
    """The id that a reading would like: of its title, or of its lesson where the title has no Latin letters."""
    if heading is None:
        return plan.card.id
    found = slug(title)
    return f"{plan.card.id}-text"[:48] if found == "text" else found


def _free(base: str, taken: set[str]) -> str:
    """The base, or the base with the first free number."""
    number, found = 1, base
    while found in taken:
        number += 1
        found = f"{base[: 47 - len(str(number))]}-{number}"
    return found


def _bound(made: Made, text: Text | None, texts: list[Text], report: Report) -> Made:
    """The item with the reading that teaches it: the one above, or the one it names."""
    named = made.draft.heading.reading
    if named is None:
        return replace(made, item=replace(made.item, reading=text.id if text else None))
    if named.text == "-":
        return made
    if named.text not in {one.id for one in texts}:
        report.error("E119", named, f'this lesson has no reading "{named.text}"')
    return replace(made, item=replace(made.item, reading=named.text))


def _make_ids_distinct(built: list[Built], report: Report) -> None:
    """Tell ids given twice and ids not given; number derived ids that clash."""
    seen: dict[str, Made] = {}
    every = [(one, index) for one in built for index in range(len(one.made))]
    taken = {made.item.id for one in built for made in one.made if not made.derived}
    for one, index in every:
        made = one.made[index]
        if made.derived:
            made = one.made[index] = replace(made, item=_free_item(made.item, taken))
            message = "this question has no id; editing its text later would lose learners' progress"
            heading = made.draft.heading.line
            report.warn("W101", heading, message)
            report.missing_ids.append(MissingId(heading.file, heading.at()[0], made.item.id))
        elif made.item.id in seen:
            _twice(seen[made.item.id], made, report)
        taken.add(made.item.id)
        seen.setdefault(made.item.id, made)
    for one in built:
        one.lesson = replace(one.lesson, items=tuple(made.item for made in one.made))


def _free_item(item: Item, taken: set[str]) -> Item:
    return with_id(item, _free(item.id, taken)) if item.id in taken else item


def _twice(first: Made, second: Made, report: Report) -> None:
    other = second.draft.heading.line
    message = f'two items have the id "{first.item.id}" (the other is in {other.file}:{other.at()[0]})'
    report.error("E110", first.draft.heading.line, message)
