"""Does everything in a pack that refers to something find it, and does it fit the schema's limits?"""

import difflib
from collections.abc import Iterable

from content.packfile import citations
from content.packfile.card import Card
from content.packfile.diagnostics import Report
from content.packfile.located import Located
from content.packfile.syllabus import Built
from lessons.pack import Pack


def check_references(pack: Pack, built: list[Built], report: Report) -> None:
    """Report every id, key, quotation and picture that leads nowhere."""
    _check_lessons(built, report)
    keys = {source.key for source in pack.sources}
    for one in built:
        _check_citations(one, keys, report)
    _check_media(pack, built, report)
    _check_earlier_ids(built, report)


def _check_lessons(built: list[Built], report: Report) -> None:
    seen: dict[str, Built] = {}
    for one in built:
        twin = seen.setdefault(one.lesson.id, one)
        if twin is not one:
            place = f"{twin.plan.file}:{twin.plan.card.where.at()[0]}"
            report.error(
                "E028", one.plan.card.where, f'two lessons have the id "{one.lesson.id}" (the other is in {place})'
            )
    graph = {one.lesson.id: one.lesson.after for one in built}
    for one in built:
        where = one.plan.card.after_at
        for needed in one.lesson.after if where else ():
            assert where is not None
            if needed not in graph:
                report.error("E026", where, f'there is no lesson "{needed}"{_meant(needed, graph)}')
            elif _leads_to(needed, one.lesson.id, graph):
                report.error("E026", where, f'"{needed}" itself comes after this lesson')


def _meant(word: str, among: Iterable[str]) -> str:
    found = difflib.get_close_matches(word, list(among), n=1)
    return f": did you mean {found[0]}?" if found else ""


def _leads_to(start: str, goal: str, graph: dict[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            waiting.extend(graph.get(here, ()))
    return False


def _check_citations(one: Built, keys: set[str], report: Report) -> None:
    lines = [placed.raw for text in one.texts for placed in text.placed if placed.block.kind != "image"]
    said = citations.told(lines)
    for made in one.made:
        for cited in made.cited:
            citations.check(cited, said, keys, report)
    for text in one.texts:
        source = text.heading.source if text.heading else None
        if source is not None and source.text.removeprefix("^") not in keys:
            report.error("E302", source, f'the pack names no source "{source.text}"')


def _check_media(pack: Pack, built: list[Built], report: Report) -> None:
    have = {medium.path: medium for medium in pack.media}
    used: set[str] = set()
    for one in built:
        for placed in (placed for text in one.texts for placed in text.placed):
            if placed.path is None:
                continue
            path = placed.path.text
            used.add(path)
            if path not in have:
                hint = _meant(path, have) or ": pictures stand in media/ beside pack.md"
                report.error("E310", placed.path, f'there is no picture "{path}"{hint}')
            elif have[path].kind != "image":
                report.error("E311", placed.path, f'"{path}" is no picture')
    for path in sorted(set(have) - used):
        report.warn("W310", Located.start_of(path), "no reading shows this file")


def _check_earlier_ids(built: list[Built], report: Report) -> None:
    ids = {made.item.id for one in built for made in one.made}
    claimed: set[str] = set()
    for made in (made for one in built for made in one.made):
        was = made.draft.heading.was
        if was is None:
            continue
        if was.text in ids:
            report.error("E111", was, f'"{was.text}" is still the id of a question')
        elif was.text in claimed:
            report.error("E111", was, f'two questions say that they were "{was.text}"')
        claimed.add(was.text)


_SAID = {
    "string_too_long": "{name} is longer than {max_length} characters",
    "too_long": "{name}: more than {max_length} do not fit in a pack",
    "string_too_short": "{name} is empty",
}
_NAMES = {"stem": "the question", "hints": "hint", "sources": "source", "answer": "the answer", "text": "the text"}


def check_lengths(pack: Pack, card: Card, built: list[Built], file: str, report: Report) -> None:
    """Report every text and list that passes a limit of the schema."""
    from lessons.canonical import TooLong, to_json  # what writes a pack alone needs no schema

    try:
        to_json(pack)
    except TooLong as error:
        for path, code, data in error.faults:
            told = _SAID.get(code)
            if told is not None:
                name = _name(path)
                report.error("E404", _place(path, card, built, file), told.format(name=name, **data))
            elif path[0] == "lessons" and not report.failed:
                report.error("E404", _place(path, card, built, file), f"{_name(path)} cannot be stored: {code}")


def _name(path: tuple[str | int, ...]) -> str:
    word = next((str(part) for part in reversed(path) if isinstance(part, str) and part not in ("v", "t")), "text")
    return _NAMES.get(word, word)


def _place(path: tuple[str | int, ...], card: Card, built: list[Built], file: str) -> Located:
    """Where the value of that path stands, as near as is known."""
    top = Located.start_of(file)
    if path[0] != "lessons" or len(path) < 2:
        return card.values.get(str(path[0]).replace("_", "-"), top)
    one = built[int(path[1])]
    if len(path) > 3 and path[2] == "items":
        draft = one.made[int(path[3])].draft
        keys = [str(part).rstrip("s") if part in ("hints", "sources") else str(part) for part in path[4:]]
        fields = (draft.first(key) for key in keys)
        found = next((each for each in fields if each), None)
        return found.value if found else draft.heading.line
    if len(path) > 3 and path[2] == "readings":
        heading = one.texts[int(path[3])].heading
        return heading.line if heading else one.plan.card.where
    return one.plan.card.where
