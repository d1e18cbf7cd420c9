"""Do the questions of one card stand under two headings? Then each heading that has text enough gets its own card."""

from collections.abc import Sequence

from content.candidates.candidate import Candidate
from content.framing import FEWEST
from content.outline import Outline
from content.readings import Window


def parted(
    outline: Outline, every: Sequence[Window], seated: dict[int, list[Candidate]]
) -> tuple[list[Window], dict[int, list[Candidate]]]:
    """The windows, those that part one behind them all so that no other changes its number, and their questions."""
    words: dict[int, int] = {}
    for unit in outline.units:
        words[unit.section] = words.get(unit.section, 0) + unit.words
    windows, found = list(every), dict[int, list[Candidate]]()
    for number, candidates in seated.items():
        for section, group in _by_section(outline, candidates, words).items():
            if section is None or section == every[number].section:
                found[number] = group
                continue
            windows.append(Window(tuple(unit for unit in every[number].units if unit.section == section)))
            found[len(windows) - 1] = group
    return windows, found


def _by_section(
    outline: Outline, candidates: list[Candidate], words: dict[int, int]
) -> dict[int | None, list[Candidate]]:
    """The questions by the section of their sentence; all under None where they stand in one, or one is too short."""
    found: dict[int | None, list[Candidate]] = {}
    for candidate in candidates:
        found.setdefault(outline.units[outline.at(candidate.quote.start) or 0].section, []).append(candidate)
    short = any(section is not None and words[section] < FEWEST for section in found)
    return {None: candidates} if len(found) == 1 or short else found
