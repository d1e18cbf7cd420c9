"""Which candidates share a reading, and which of them would cue each other?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from content.candidates.candidate import Candidate
from content.flaws import LIST_TEMPLATES
from content.rank import score
from content.readings import Window
from content.shown import key_in
from content.source import Source

MOST_STATED, MOST_LISTED = 4, 9
"""Questions a reading can carry: on its sentences, and on the entries of its list."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sound candidate that was not taken, and why."""

    candidate: Candidate
    code: str


def seat(
    source: Source, windows: Sequence[Window], candidates: Iterable[Candidate]
) -> tuple[dict[int, list[Candidate]], list[Dropped]]:
    """The candidates of each window, in the order of the text, and those that found no seat."""
    starts = [window.span.start for window in windows]
    groups: dict[int, list[Candidate]] = {}
    dropped: list[Dropped] = []
    for candidate in _once(candidates, dropped):
        groups.setdefault(bisect_right(starts, candidate.quote.start) - 1, []).append(candidate)
    seated: dict[int, list[Candidate]] = {}
    for number, group in sorted(groups.items()):
        seated[number], others = settled(source, group)
        dropped += others
    return seated, dropped


def settled(source: Source, group: Iterable[Candidate]) -> tuple[list[Candidate], list[Dropped]]:
    """The best questions that go together on one card, in the order of the text, and the others."""
    dropped: list[Dropped] = []
    ranked = sorted(group, key=lambda made: (-score(made, source.year), made.span))
    return sorted(_seated(ranked, dropped), key=lambda made: made.span), dropped


def _once(candidates: Iterable[Candidate], dropped: list[Dropped]) -> Iterator[Candidate]:
    """Each fact once, however often the document tells it."""
    told: dict[str, list[frozenset[str]]] = {}
    for candidate in candidates:
        words = frozenset(candidate.label.split())
        before = told.setdefault(candidate.key, [])
        if any(len(words & other) * 2 >= min(len(words), len(other)) for other in before):
            dropped.append(Dropped(candidate, "duplicate"))
            continue
        before.append(words)
        yield candidate


def _seated(ranked: Sequence[Candidate], dropped: list[Dropped]) -> Iterator[Candidate]:
    kept: list[Candidate] = []
    stated = listed = 0
    for candidate in ranked:
        in_list = candidate.template in LIST_TEMPLATES
        if (listed if in_list else stated) >= (MOST_LISTED if in_list else MOST_STATED):
            dropped.append(Dropped(candidate, "enough"))
        elif any(key_in(candidate.key, other.stem) or key_in(other.key, candidate.stem) for other in kept):
            dropped.append(Dropped(candidate, "cue"))
        else:
            kept.append(candidate)
            listed, stated = (listed + in_list, stated + (not in_list))
            yield candidate
