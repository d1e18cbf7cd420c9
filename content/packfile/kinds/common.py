"""What has every item, whatever its kind? Stem, id, hints, level and the like."""

import hashlib
import re
from typing import Any

from content.packfile.citations import Cited
from content.packfile.inline import inline, words
from content.packfile.kinds.making import Making
from content.packfile.located import Located
from lessons.items import BLANK
from lessons.rich import Rich, Run, plain
from lessons.source import Position


def stem_of(making: Making) -> Rich:
    """The words of the question; without any, which is reported, ()."""
    found: list[Run] = []
    for paragraph in making.draft.stem:
        runs = inline(re.sub(r"_{3,}", BLANK, paragraph.text))
        found += [Run("\n"), *runs] if found and runs else runs
    if not found:
        making.report.error("E112", making.draft.heading.line, "this question has no words: write them behind the ?")
    return _joined(found)


def common_fields(making: Making, stem: Rich, kind: str, citations: tuple[Cited, ...]) -> dict[str, Any]:
    """The fields that all items have, by their names in the domain."""
    draft, heading = making.draft, making.draft.heading
    line, column = heading.line.at()
    return {
        "id": heading.id.text if heading.id else _derived_id(kind, plain(stem)),
        "stem": stem,
        "context": making.value("context"),
        "hints": tuple(words(one.value.text) for one in draft.all("hint") if one.value.text),
        "why": making.value("why"),
        "sources": tuple(one.citation for one in citations),
        "level": _level(making),
        "tags": tuple(word for one in draft.all("tags") for word in _commas(one.value)),
        "was": heading.was.text if heading.was else None,
        "position": Position(heading.line.file, line, column),
    }


def _joined(runs: list[Run]) -> Rich:
    """Line breaks join the plain text beside them, so that equal stems are equal values."""
    joined: list[Run] = []
    for run in runs:
        if joined and run.style == joined[-1].style == "text":
            joined[-1] = Run(joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _derived_id(kind: str, stem: str) -> str:
    """The id of an item that was given none: the same as long as its kind and its words stay."""
    folded = " ".join(stem.casefold().split())
    return "q-" + hashlib.sha256(f"{kind}\n{folded}".encode()).hexdigest()[:10]


def _commas(value: Located) -> list[str]:
    """The words between commas; a backslash before the first says that its slash begins a word, and no address."""
    text = re.sub(r"^\\(?=[/\\])", "", value.text)
    return [word for word in (part.strip() for part in re.split(r"[,;]", text)) if word]


def _level(making: Making) -> int | None:
    found = making.draft.first("level")
    if found is None or not found.value.text:
        return None
    if re.fullmatch(r"[1-5]", found.value.text):
        return int(found.value.text)
    making.report.error("E263", found.value, "the level is a number from 1 (easy) to 5")
    return None
