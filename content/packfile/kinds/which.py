"""Which kind of question is a draft, and do its fields go with it?"""

from content.packfile.answers.choices import is_sourced
from content.packfile.answers.lists import arrow
from content.packfile.kinds.making import Making
from content.packfile.located import Located

_COMMON = ("context", "hint", "why", "source", "level", "tags")
_ALLOWED = {
    "number": ("accept", "partly", "wrong", "decoys", "shown", "unit"),
    "estimate": ("shown",),
    "date": ("accept", "partly", "wrong", "decoys", "shown", "precision", "calendar"),
    "text": ("accept", "partly", "wrong", "decoys"),
}
_REPEATED = ("hint", "source", "accept", "partly", "wrong", "decoys", "tags")


def kind_of(making: Making) -> str | None:
    """The kind that the one answer line or list makes; None where there is none, or several, which is reported."""
    draft = making.draft
    blocks: list[tuple[str, Located]] = [
        (one.key, one.name) for one in draft.fields if one.key in ("number", "estimate", "date", "text", "truth")
    ]
    event = [one for one in draft.fields if one.key in ("earlier", "later")]
    if event:
        blocks.append(("first", event[0].name))
    if draft.entries:
        kind = _list_kind(making)
        if kind is None:
            return None
        blocks.append((kind, draft.entries[0].whole))
    if not blocks:
        _missing_answer(making)
        return None
    for _, place in blocks[1:]:
        making.report.error("E103", place, "this is a second answer: a question has exactly one answer line or list")
    return blocks[0][0] if len(blocks) == 1 else None


def check_fields(making: Making, kind: str) -> None:
    """Report each field that does not go with the kind, stands twice or is empty."""
    answers = ("earlier", "later") if kind == "first" else (kind,)
    allowed = (*_COMMON, *_ALLOWED.get(kind, ()), *answers)
    seen: set[str] = set()
    for one in making.draft.fields:
        if one.key not in allowed:
            making.report.error("E108", one.name, f"{one.key}: does not go with a {_named(kind)} question")
        elif one.key in seen and one.key not in _REPEATED:
            making.report.error("E115", one.name, f"{one.key}: stands here twice")
        elif not one.value.text:
            making.report.error("E116", one.name, f"nothing stands behind {one.key}:")
        seen.add(one.key)


def _missing_answer(making: Making) -> None:
    message = (
        "this question has no answer: write number:, date:, text: or truth: below it, or a list of - [ ] and - [x]"
    )
    making.report.error("E102", making.draft.heading.line, message)


def _list_kind(making: Making) -> str | None:
    entries = making.draft.entries
    marks = {entry.mark for entry in entries}
    if marks <= {"right", "open"}:
        return "choice"
    if marks == {"number"}:
        return "order"
    if marks == {"bullet"}:
        if all(arrow(entry.whole)[1] is not None for entry in entries):
            return "compare" if any(is_sourced(entry) for entry in entries) else "match"
        bare = next(entry for entry in entries if arrow(entry.whole)[1] is None)
        message = "begin each answer with - [ ] or - [x], or join two things with ->"
        making.report.error("E114", bare.whole, message)
        return None
    odd = next(entry for entry in entries if entry.mark != entries[0].mark)
    making.report.error("E114", odd.whole, "a list is of one kind: all - [ ] and - [x], all 1. 2. 3., or all with ->")
    return None


def _named(kind: str) -> str:
    return {"first": "which-came-first", "truth": "true-or-false"}.get(kind, kind)
