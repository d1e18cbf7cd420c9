"""How does a pack look as plain text? Readings, then each item with its options and key, for the eye of a developer."""

from collections.abc import Iterator

from lessons.items import Item
from lessons.pack import Pack
from lessons.rich import plain


def shown(pack: Pack) -> str:
    """The pack, a reading and its items at a time."""
    return "\n".join(_lines(pack))


def _lines(pack: Pack) -> Iterator[str]:
    yield f"# {pack.title}"
    if pack.notice:
        yield f"({pack.notice})"
    for lesson in pack.lessons:
        yield f"\n## {lesson.title}"
        for reading in lesson.readings:
            yield f"\n### {reading.title}  [{len(reading.text.split())} words]"
            for block in reading.blocks:
                yield ("- " if block.kind == "bullet" else "") + plain(block.text)
            for item in lesson.items_of(reading.id):
                yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield f"\n  [{item.kind}] {item.id}"
    if item.context:
        yield f"  ({item.context})"
    yield f"  Q: {item.prompt}"
    options = item.options(0)
    if options:
        yield "     " + " | ".join(options)
    yield "     = " + item.key.replace("\n", " / ")
