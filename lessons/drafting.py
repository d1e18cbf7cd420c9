"""What does a teacher decide about a draft? Keep, mend, drop, in which order; a frozen value, changed by functions.

The draft's pack holds every question, the dropped ones too, so that each can be brought back; `final` is the pack as
learners get it. A question's number is its place in the pack: it stands until another pack takes the draft's place
(`rebuilt`).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from lessons.canonical import key_hash
from lessons.items import Item
from lessons.pack import Lesson, Pack

Decision = Literal["kept", "dropped"]
Show = Literal["all", "flagged", "dropped"]
FLAG = "mended_before"
"""The flag of a question that had been mended, and whose sentence the document now words otherwise."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack under review.

    `flags` are the builder's doubts, codes by item id; `at` is the question now looked at (None: all have been);
    `mends` tells by id what a mended question was made from; `before` is the last mended one as it was.
    """

    pack: Pack
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    flags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mends: Mapping[str, str] = field(default_factory=dict)
    show: Show = "all"
    at: str | None = None
    before: Item | None = None
    proposed: Item | None = None
    """A mended question that waits for a second word, since its answer does not stand in its sentence."""
    previous: tuple[Mapping[str, Decision], Mapping[str, str]] | None = None
    """The decisions and mends before another text took this one's place, for the day it is taken back."""

    @property
    def items(self) -> list[Item]:
        """Every question, in the order of teaching."""
        return [item for _, item in self.pack.items()]

    @property
    def ids(self) -> list[str]:
        """The ids of all questions."""
        return [item.id for item in self.items]

    @property
    def dropped(self) -> set[str]:
        """The ids of those that learners shall not see."""
        return {name for name, decision in self.decisions.items() if decision == "dropped"}

    @property
    def undecided(self) -> list[str]:
        """Those that nobody has looked at, in the order of looking."""
        return [name for name in order(self, "all") if name not in self.decisions]

    def item(self, name: str) -> Item | None:
        """The question of that id."""
        return next((item for item in self.items if item.id == name), None)


def order(draft: Draft, show: Show | None = None) -> list[str]:
    """The ids in the order of looking: the flagged ones first; the dropped ones only where they are asked for."""
    show = show or draft.show
    gone = draft.dropped
    if show == "dropped":
        return [name for name in draft.ids if name in gone]
    left = [name for name in draft.ids if name not in gone]
    flagged = [name for name in left if draft.flags.get(name)]
    return flagged if show == "flagged" else [*flagged, *(name for name in left if not draft.flags.get(name))]


def begin(draft: Draft, show: Show = "all") -> Draft:
    """Looking at the questions of that kind, from the first that is undecided."""
    shown = replace(draft, show=show, proposed=None)
    line = order(shown)
    return replace(shown, at=next((name for name in line if name not in draft.decisions), line[0] if line else None))


def keep(draft: Draft, name: str) -> Draft:
    """The question is good, or good after all; on to the next undecided one."""
    line = order(draft)
    kept = replace(draft, decisions={**draft.decisions, name: "kept"}, proposed=None)
    return replace(kept, at=_next(kept, line, name))


def drop(draft: Draft, name: str) -> Draft:
    """Learners shall not see the question; on to the next undecided one."""
    line = order(draft)
    gone = replace(draft, decisions={**draft.decisions, name: "dropped"}, proposed=None)
    return replace(gone, at=_next(gone, line, name))


def keep_rest(draft: Draft) -> Draft:
    """All that nobody has looked at is kept unseen."""
    rest: dict[str, Decision] = dict.fromkeys(draft.undecided, "kept")
    return replace(draft, decisions={**draft.decisions, **rest}, at=None, show="all", proposed=None)


def step(draft: Draft, name: str, by: int) -> Draft:
    """To the neighbour of that question, in the order of looking; past the last, to the end."""
    line = order(draft)
    if name not in line:
        return begin(draft, draft.show)
    place = line.index(name) + by
    return replace(draft, at=line[max(place, 0)] if place < len(line) else None, proposed=None)


def mend(draft: Draft, item: Item) -> Draft:
    """The question of that id now says this; the last one before it can be had back."""
    old = draft.item(item.id)
    assert old is not None
    base = draft.mends.get(item.id) or made_from(old)
    return replace(
        draft,
        pack=_with(draft.pack, item),
        mends={**draft.mends, item.id: base},
        decisions={**draft.decisions, item.id: "kept"},
        before=old,
        at=item.id,
        proposed=None,
    )


def propose(draft: Draft, item: Item | None) -> Draft:
    """The question would say this, but its teacher is asked once more; None: it shall not."""
    return replace(draft, proposed=item)


def added(draft: Draft, pack: Pack, name: str) -> Draft:
    """The draft with that question more, which is kept."""
    return replace(draft, pack=pack, decisions={**draft.decisions, name: "kept"}, at=name, show="all", proposed=None)


def look_at(draft: Draft, name: str) -> Draft:
    """That question is now looked at."""
    return replace(draft, at=name, show="all", proposed=None)


def undo(draft: Draft) -> Draft:
    """The last mended question as it was before."""
    if draft.before is None or draft.item(draft.before.id) is None:
        return draft
    old = draft.before
    mends = dict(draft.mends)
    if mends.get(old.id) == made_from(old):
        del mends[old.id]
    return replace(draft, pack=_with(draft.pack, old), mends=mends, before=None, at=old.id)


def final(draft: Draft) -> Pack:
    """The pack without what was dropped; a reading that taught nothing but dropped questions goes with them."""
    gone = draft.dropped
    lessons = tuple(_left(lesson, gone) for lesson in draft.pack.lessons)
    return replace(draft.pack, lessons=tuple(one for one in lessons if one.items or one.readings))


def rebuilt(draft: Draft, pack: Pack, flags: Mapping[str, tuple[str, ...]]) -> Draft:
    """Another text of the same pack: what was decided and mended holds where the document still says the same.

    A mended question whose sentence now reads otherwise is the builder's again, and flagged.
    """
    mended, mends, doubts = pack, dict[str, str](), dict(flags)
    old = {item.id: item for item in draft.items}
    for _, item in pack.items():
        base = draft.mends.get(item.id)
        if base is None or item.id not in old:
            continue
        if base == made_from(item):
            mended = _with(mended, replace(old[item.id], reading=item.reading, sources=item.sources))
            mends[item.id] = base
        else:
            doubts[item.id] = (FLAG, *doubts.get(item.id, ()))
    ids = {item.id for _, item in pack.items()}
    decisions = {
        name: decision
        for name, decision in draft.decisions.items()
        if name in ids and (decision == "dropped" or _same(old.get(name), mended, name))
    }
    flagged = {name: doubts[name] for name in doubts if name in ids}
    return Draft(mended, decisions, flagged, mends, previous=draft.previous or (draft.decisions, draft.mends))


def replaced(draft: Draft, pack: Pack, flags: Mapping[str, tuple[str, ...]]) -> Draft:
    """A version that was written by hand takes the draft's place: it says what it means.

    What had been decided on a question that still says the same holds, unless it was dropped: it is there again.
    """
    old = {item.id: item for item in draft.items}
    same = {item.id for _, item in pack.items() if item == old.get(item.id)}
    decisions = {name: one for name, one in draft.decisions.items() if name in same and one == "kept"}
    mends = {name: base for name, base in draft.mends.items() if name in {item.id for _, item in pack.items()}}
    return Draft(pack, decisions, flags, mends, previous=draft.previous or (draft.decisions, draft.mends))


def taken_back(draft: Draft, pack: Pack) -> Draft:
    """What learners have stands again, with what had been decided about it."""
    decisions, mends = draft.previous or (draft.decisions, draft.mends)
    return Draft(pack, decisions, {}, mends)


def published(draft: Draft) -> Draft:
    """Learners have all of it now."""
    return replace(draft, previous=None, before=None, proposed=None, at=None)


def made_from(item: Item) -> str:
    """Tells whether the builder would write the question once more: its words, its key and its sentence."""
    quotes = [citation.exact for citation in item.sources if citation.exact]
    said = json.dumps([item.kind, key_hash(item), item.prompt, quotes], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _same(old: Item | None, pack: Pack, name: str) -> bool:
    now = next((item for _, item in pack.items() if item.id == name), None)
    return old is not None and now is not None and made_from(old) == made_from(now)


def _next(draft: Draft, line: list[str], name: str) -> str | None:
    """The next undecided one after that, else the first undecided one, else None: all have been looked at."""
    place = line.index(name) if name in line else -1
    ahead = [*line[place + 1 :], *line[: place + 1]]
    return next((one for one in ahead if one not in draft.decisions), None)


def _with(pack: Pack, item: Item) -> Pack:
    def changed(lesson: Lesson) -> Lesson:
        if all(one.id != item.id for one in lesson.items):
            return lesson
        return replace(lesson, items=tuple(item if one.id == item.id else one for one in lesson.items))

    return replace(pack, lessons=tuple(changed(lesson) for lesson in pack.lessons))


def _left(lesson: Lesson, gone: set[str]) -> Lesson:
    items = tuple(item for item in lesson.items if item.id not in gone)
    taught = {item.reading for item in lesson.items}
    still = {item.reading for item in items}
    readings = tuple(one for one in lesson.readings if one.id in still or one.id not in taught)
    return replace(lesson, items=items, readings=readings)
