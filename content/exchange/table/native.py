"""How is a row of our own table an item? Its cells are the lines of the pack format, read by the same parser."""

import re
from collections.abc import Mapping

from content.exchange.question import Refuse
from content.packfile import parse
from content.packfile.write_items import item_lines, safe_start
from lessons.items import CompareItem, Item

LISTED = ("choice", "order", "match", "first")
ANSWERS = ("number", "estimate", "date", "text", "truth")
FIELDS = (
    "accept", "partly", "wrong", "decoys", "shown", "unit", "precision", "calendar", "context", "hint", "why", "level",
    "tags",
)  # fmt: skip
KINDS = frozenset((*LISTED, *ANSWERS))
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
_CARD = "---\nformat: 1\npack: row\nversion: 1.0.0\ntitle: Row\nlanguage: {language}\nlicence: CC0-1.0\n---\n"
_COMMA = re.compile(r"(-?[0-9]+),([0-9]{1,2}|[0-9]{4,})(?![0-9,.])")
_HEADING = re.compile(r"## \? (?P<stem>.*) \{#(?P<id>[a-z0-9-]+)(?: was=(?P<was>[a-z0-9-]+))?[^{}]*\}", re.DOTALL)


def item_of(cells: Mapping[str, str], language: str, *, comma: bool) -> Item:
    """The item of a row whose `kind` is one of ours. Raises Refuse with what the pack's parser says of it."""
    if not cells.get("question", "").strip():
        raise Refuse("no_question")
    parsed = parse({"row.md": (_CARD.format(language=language) + "\n".join(_lines(cells, comma)) + "\n").encode()})
    if parsed.pack is None:
        first = parsed.errors[0]
        raise Refuse("native", words=f"{first.message}{f' ({first.hint})' if first.hint else ''}")
    items = [item for _, item in parsed.pack.items()]
    if len(items) != 1 or any(lesson.readings for lesson in parsed.pack.lessons):
        raise Refuse("native", words="a cell holds a question of its own")
    return items[0]


def _lines(cells: Mapping[str, str], comma: bool) -> list[str]:
    kind = cells["kind"].strip().casefold()
    stem = [part for one in cells["question"].split("\n") if (part := " ".join(one.split()))]
    marks = [f"#{cells['id'].strip()}"] if _ID.fullmatch(cells.get("id", "").strip()) else []
    marks += [f"was={cells['was'].strip()}"] if _ID.fullmatch(cells.get("was", "").strip()) else []
    lines = [f"## ? {stem[0]}" + (f" {{{' '.join(marks)}}}" if marks else "")]
    for paragraph in stem[1:]:
        lines += ["", safe_start(paragraph, keys=True)]
    lines.append("")
    answer = cells.get("answer", "")
    if kind in LISTED:
        lines += list(_listed(kind, answer, cells.get("wrong", "")))
    else:
        plain = " ".join(answer.split())
        if comma and kind == "number":
            plain = _COMMA.sub(r"\1.\2", plain)
        lines.append(f"{kind}: {plain}")
    for name in FIELDS:
        if name == "wrong" and kind in LISTED:
            continue
        for part in cells.get(name, "").split("\n"):
            if part.strip():
                lines.append(f"{name}: {' '.join(part.split())}")
    return lines


def _listed(kind: str, answer: str, wrong: str) -> list[str]:
    lines = [line.strip() for line in answer.split("\n") if line.strip()]
    if kind == "first":
        return lines
    if kind == "choice" and not any(re.match(r"(?:- )?\[[ xX]?\]", line) for line in lines):
        right = [part.strip() for line in lines for part in line.split(";") if part.strip()]
        other = [part.strip() for part in re.split(r"[;\n]", wrong) if part.strip()]
        lines = [f"[x] {one}" for one in right] + [f"[ ] {one}" for one in other]
    found = []
    for number, line in enumerate(lines, 1):
        if line.startswith(">") and kind == "choice":
            found.append(f"  {line}")
        elif kind == "order":
            found.append(line if re.match(r"[0-9]{1,3}[.)]\s", line) else f"{number}. {line}")
        else:
            found.append(line if line.startswith("- ") else f"- {line}")
    return found


def cells_of(item: Item, language: str) -> dict[str, str]:
    """The cells of an item: what `item_of` reads as the same one, but for its sources and its reading."""
    item = item.as_match if isinstance(item, CompareItem) else item
    cells: dict[str, list[str]] = {}
    lines = item_lines(item, language)
    cut = lines.index("", 1) if "" in lines[1:] else len(lines)
    heading = _HEADING.fullmatch(lines[0])
    assert heading is not None
    cells["id"], cells["was"] = [heading["id"]], [heading["was"] or ""]
    stem, rest = [heading["stem"]], lines[cut + 1 :]
    paragraphs = item.prompt.count("\n")
    for _ in range(paragraphs):
        stem.append(rest[0])
        rest = rest[2:] if rest[1:2] == [""] else rest[1:]
    cells["question"] = stem
    for line in rest:
        _sort(line, cells)
    kind = next((one for one in ANSWERS if one in cells), None) or item.kind
    answer = cells.pop(kind, cells.get("list", []))
    cells.pop("list", None)
    return {"kind": kind, "answer": "\n".join(answer), **{name: "\n".join(found) for name, found in cells.items()}}


def _sort(line: str, cells: dict[str, list[str]]) -> None:
    """Put a line of the pack format into the cell of its field, list lines into the answer's."""
    keyed = re.match(r"([a-z]+): ?(.*)", line, re.DOTALL)
    if keyed and keyed[1] in (*ANSWERS, *FIELDS):
        cells.setdefault(keyed[1], []).append(keyed[2])
    elif keyed and keyed[1] in ("earlier", "later"):
        cells.setdefault("list", []).append(line)
    elif line.strip() and not (keyed and keyed[1] == "source"):
        cells.setdefault("list", []).append(line.strip())
