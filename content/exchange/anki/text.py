"""How are Anki's notes as text read? Lines `#key:value` at the top, then rows as in CSV."""

import re
from dataclasses import dataclass, field, replace

from content.exchange.anki.cards import card, cloze, numbers_of
from content.exchange.clean import decoded
from content.exchange.question import BadFile, Entry, Found, Question, Refuse
from content.exchange.report import Note
from content.exchange.table.cells import Row, rows, separator_of

_HEADER = re.compile(r"#([A-Za-z ]{2,20}):(.*)")
_KNOWN = {
    "separator", "html", "tags", "columns", "notetype", "deck", "notetype column", "deck column", "tags column",
    "guid column", "match scope", "if matches", "name",
}  # fmt: skip
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}


@dataclass(slots=True)
class _Header:
    values: dict[str, str] = field(default_factory=dict)
    lines: int = 0

    def column(self, name: str) -> int | None:
        """The index of the column that holds that, from 0."""
        found = self.values.get(f"{name} column", "").strip()
        return int(found) - 1 if re.fullmatch(r"[1-9][0-9]?", found) else None


def looks_like(text: str) -> bool:
    """Whether the first line is one of Anki's own."""
    first = re.match(r"\s*#([A-Za-z ]{2,20}):", text)
    return first is not None and first[1].strip().casefold() in _KNOWN - {"name"}


def read(data: bytes) -> Found:
    """Every card of every note. Raises BadFile where there is none."""
    text, notes = decoded(data)
    header = _header(text)
    body = "\n".join(text.split("\n")[header.lines :])
    named = header.values.get("separator", "").strip()
    separator = _SEPARATORS.get(named.casefold(), named[:1] if named else separator_of(body))
    entries: list[Entry] = []
    for row in rows(body, separator or "\t", first_line=header.lines + 1):
        if row:
            entries += _entries(row, header)
    if not entries:
        raise BadFile("no_question")
    odd = [Note("unknown_header", data={"words": key}) for key in header.values if key not in _KNOWN]
    return Found(tuple(entries), title=_last(header.values.get("deck", "")), notes=(*notes, *odd))


def _header(text: str) -> _Header:
    header = _Header()
    for line in text.split("\n"):
        found = _HEADER.fullmatch(line.lstrip("\ufeff"))
        tags = line.startswith("tags:") and not header.values.get("tags")
        if found:
            header.values.setdefault(found[1].strip().casefold(), found[2].strip("\r\n"))
        elif tags:
            header.values["tags"] = line.removeprefix("tags:")
        elif not line.startswith("#"):
            break
        header.lines += 1
    return header


def _entries(row: Row, header: _Header) -> list[Entry]:
    places = {name: header.column(name) for name in ("guid", "tags", "deck", "notetype")}
    cells = list(row.cells)

    def cell(name: str, default: str = "") -> str:
        place = places[name]
        return cells[place].strip() if place is not None and place < len(cells) else default

    fields = [one for at, one in enumerate(cells) if at not in places.values()]
    plain = header.values.get("html", "").strip().casefold() == "false"
    fields = [_escaped(one) for one in fields] if plain else fields
    tags = f"{header.values.get('tags', '')} {cell('tags')}".split()
    deck = cell("deck", header.values.get("deck", "").strip())
    shell = Question("card", "", line=row.line, id=cell("guid") or None, section=deck, tags=tuple(tags))
    name = " ".join(fields)[:80]
    try:
        if row.fault:
            raise Refuse(row.fault)
        return _asked(shell, fields)
    except Refuse as refusal:
        return [refusal.note(row.line, name)]


def _asked(shell: Question, fields: list[str]) -> list[Entry]:
    front, *rest = [*fields, ""]
    if numbers_of(front):
        found = list(cloze(shell, front, tuple(rest)))
        several = len(found) > 1 and shell.id is not None
        return [replace(one, id=f"{shell.id}-{number}") if several else one for number, one in found]
    filled = [one for one in rest if one.strip()]
    if not filled:
        raise Refuse("empty_card")
    return [card(shell, front, filled[0], tuple(filled[1:]))]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")


def _last(deck: str) -> str:
    return deck.rpartition("::")[2].strip()
