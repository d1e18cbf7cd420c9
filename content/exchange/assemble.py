"""How do the entries of a file become a pack? Sections become lessons, texts become readings, nothing is lost."""

import hashlib
import re
from dataclasses import dataclass, field, replace

from content.exchange import clean
from content.exchange.cards import with_options
from content.exchange.making import item_of, with_id
from content.exchange.pictures import Pictures
from content.exchange.question import Found, Passage, Question, Ready, Refuse
from content.exchange.report import Note, Report
from content.letters import language_of
from content.slugs import slug, unique
from lessons.canonical import LIMITS
from lessons.items import Item
from lessons.pack import Block, Lesson, Pack, Reading
from lessons.rich import rich

RESERVED = "all rights reserved"
"""The licence of what says nothing about it."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_PARAGRAPH = 4000


@dataclass(slots=True)
class _Part:
    """A lesson on its way."""

    title: str
    readings: list[Reading] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    reading: str | None = None

    @property
    def full(self) -> bool:
        return len(self.items) >= LIMITS.items or len(self.readings) >= LIMITS.readings - 1


@dataclass(slots=True)
class _Assembly:
    found: Found
    language: str
    title: str
    pictures: Pictures
    parts: dict[str, list[_Part]] = field(default_factory=dict)
    changed: list[Note] = field(default_factory=list)
    refused: list[Note] = field(default_factory=list)

    def part(self, section: str) -> _Part:
        """The lesson of that section, a new one where it is full. Raises Refuse past the limit."""
        parts = self.parts.setdefault(section, [])
        if not parts or parts[-1].full:
            if sum(len(one) for one in self.parts.values()) >= LIMITS.lessons:
                raise Refuse("too_many", limit=str(LIMITS.lessons * LIMITS.items))
            parts.append(_Part(_title_of(section) or self.title))
        return parts[-1]

    def take(self, entry: Question | Ready | Passage | Note) -> None:
        """Put the entry where it belongs; what cannot be taken is noted."""
        if isinstance(entry, Note):
            self.refused.append(entry)
            return
        name = entry.title if isinstance(entry, Passage) else entry.shown if isinstance(entry, Question) else entry.name
        try:
            self._take(entry)
        except Refuse as refusal:
            self.refused.append(refusal.note(entry.line, name))

    def _take(self, entry: Question | Ready | Passage) -> None:
        if isinstance(entry, Passage):
            part = self.part(entry.section)
            part.reading = self._reading(part, entry)
            return
        if isinstance(entry, Ready):
            part = self.part(entry.section)
            part.items.append(replace(entry.item, reading=part.reading))
            self.changed += [note.at(entry.line, entry.name) for note in entry.notes]
            return
        question, before = _split_stem(entry)
        item, notes = item_of(question, self.language)
        part = self.part(entry.section)
        shown = self._shown(part, question, before)
        part.items.append(replace(item, reading=shown or part.reading))
        self.changed += notes

    def _shown(self, part: _Part, question: Question, before: str) -> str | None:
        """The reading that holds a question's pictures and the first part of a long one, if there is any."""
        places = []
        for image, alt in zip(question.images, (*question.alts, *[""] * len(question.images)), strict=False):
            path = self.pictures.path(image)
            code = "picture_in_reading" if path else "picture_left_out"
            self.changed.append(Note(code, question.line, question.shown, "picture", {"words": _file_name(image)}))
            places += [(path, alt)] if path else []
        if before:
            self.changed.append(Note("stem_split", question.line, question.shown, "stem"))
        if not places and not before:
            return None
        title = clean.short(question.name, LIMITS.title) or part.title
        passage = Passage(before, title, images=tuple(path for path, _ in places), alts=tuple(alt for _, alt in places))
        return self._reading(part, passage, found=True)

    def _reading(self, part: _Part, passage: Passage, *, found: bool = False) -> str | None:
        """Add the passage as a reading; its id, or None where nothing of it could be shown."""
        blocks = [Block("paragraph", rich(one)) for one in _paragraphs(passage.text)]
        for image, alt in zip(passage.images, (*passage.alts, *[""] * len(passage.images)), strict=False):
            path = image if found else self.pictures.path(image)
            if path is None:
                words = {"words": _file_name(image)}
                self.changed.append(Note("picture_left_out", passage.line, passage.title, "picture", words))
                continue
            blocks.append(Block("image", rich(clean.short(alt, 300) or "Picture"), path))
        if not blocks:
            raise Refuse("no_question")
        if len(blocks) > LIMITS.blocks:
            raise Refuse("too_many", limit=str(LIMITS.blocks))
        title = clean.short(passage.title, LIMITS.title) or part.title
        mark = hashlib.sha256("\n".join([title, *_paragraphs(passage.text), *passage.images]).encode()).hexdigest()
        part.readings.append(Reading(f"r-{mark[:10]}", title, tuple(blocks)))
        return part.readings[-1].id


def assemble(found: Found, format_name: str, file: str, language: str | None = None) -> tuple[Pack | None, Report]:
    """The pack of everything that could be taken, None where that is nothing, and the report."""
    words = " ".join(_words(entry) for entry in found.entries[:400])
    code = language or (found.language if _LANGUAGE.fullmatch(found.language) else "") or language_of(words)
    title = clean.short(found.title, LIMITS.title) or _file_title(file)
    assembly = _Assembly(found, code, title, Pictures(found.media))
    for entry in with_options(found.entries):
        assembly.take(entry)
    lessons = _lessons(assembly)
    imported = sum(len(lesson.items) for lesson in lessons)
    readings = sum(len(lesson.readings) for lesson in lessons)
    notes = (*found.notes, *assembly.pictures.notes(), *assembly.changed)
    report = Report(format_name, imported, readings, notes, tuple(assembly.refused))
    if not lessons:
        return None, report
    pack = Pack(
        key=found.key or slug(title, 48),
        version="1.0.0",
        title=title,
        language=code,
        licence=clean.short(found.licence, LIMITS.line) or RESERVED,
        lessons=lessons,
        description=clean.short(found.description, LIMITS.description),
        authors=tuple(name for one in found.authors if (name := clean.short(one.replace(",", " "), LIMITS.line)))[
            : LIMITS.authors
        ],
        sources=found.sources[: LIMITS.sources],
        media=assembly.pictures.used(),
    )
    return pack, report


def _lessons(assembly: _Assembly) -> tuple[Lesson, ...]:
    parts = [part for group in assembly.parts.values() for part in group if part.items or part.readings]
    titles = [part.title for part in parts]
    ids = unique((slug(title, 40), f"{title} {index}") for index, title in enumerate(titles))
    item_ids = iter(unique((item.id, item.prompt) for part in parts for item in part.items))
    reading_ids = iter(unique((one.id, one.title) for part in parts for one in part.readings))
    lessons = []
    for part, lesson_id in zip(parts, ids, strict=True):
        renamed = [(one.id, next(reading_ids)) for one in part.readings]
        readings = tuple(replace(one, id=new) for one, (_, new) in zip(part.readings, renamed, strict=True))
        now = dict(renamed)
        items = tuple(
            replace(_renamed(assembly, one, next(item_ids)), reading=now.get(one.reading or "")) for one in part.items
        )
        lessons.append(Lesson(lesson_id, part.title, readings, items))
    return tuple(lessons)


def _renamed(assembly: _Assembly, item: Item, new: str) -> Item:
    """The item under its id in the pack; one that the file gave it and another item has already is told."""
    if new != item.id and not item.id.startswith("q-"):
        line = item.position.line if item.position else None
        assembly.changed.append(Note("id_changed", line, item.prompt[:80], data={"words": item.id, "now": new}))
    return with_id(item, new)


def _split_stem(question: Question) -> tuple[Question, str]:
    """A stem that is too long without its first paragraphs, and these."""
    stem = clean.paragraphs(question.stem)
    if len(stem) <= LIMITS.stem:
        return question, ""
    head, _, last = stem.rpartition("\n")
    if not head or len(last) > LIMITS.stem:
        return question, ""
    return replace(question, stem=last), head


def _paragraphs(text: str) -> list[str]:
    found: list[str] = []
    for one in clean.paragraphs(text).split("\n"):
        found += [one[at : at + _PARAGRAPH].strip() for at in range(0, len(one), _PARAGRAPH)]
    return [one for one in found if one]


def _file_name(image: str) -> str:
    """A picture's name as its file has it: readers put a number before those that may be there twice."""
    return re.sub(r"^[0-9]+/", "", image)[:100]


def _title_of(section: str) -> str:
    """The last part of a category's path."""
    parts = [clean.line(part) for part in re.split(r"(?<!/)/(?!/)|::|\x1f", section)]
    last = next((part for part in reversed(parts) if part and part != "top" and not part.startswith("$")), "")
    return clean.short(last.replace("//", "/"), LIMITS.title)


def _words(entry: object) -> str:
    if isinstance(entry, Question):
        return entry.stem[:300]
    return entry.text[:300] if isinstance(entry, Passage) else ""


def _file_title(file: str) -> str:
    name = re.sub(r"\.[A-Za-z0-9]{1,8}$", "", file.replace("\\", "/").rpartition("/")[2])
    return clean.short(re.sub(r"[_-]+", " ", name), LIMITS.title) or "Imported questions"
