"""Questions under two headings get a card under each, where each has text enough."""

from types import SimpleNamespace
from typing import Any

from content.outline import outline
from content.parting import parted
from content.readers import read
from content.readings import Window

_FILLER = "The coast was flat and bare there, and for six weeks the ship met nobody at all. " * 4


def _parted(first: str, second: str) -> tuple[list[Window], dict[int, list[Any]]]:
    """What becomes of one window over both sections with a question on the last sentence of each."""
    text = f"# Anna Orme\n\n## Second voyage\n\n{first}\n\n## Third voyage\n\n{second}\n"
    found = outline(read(text.encode(), "orme.md"))
    units = found.units
    ends = [
        unit
        for unit, after in zip(units, [*units[1:], None], strict=True)
        if after is None or after.section != unit.section
    ]
    asked: list[Any] = [SimpleNamespace(quote=unit.span) for unit in ends]
    return parted(found, [Window(tuple(units))], {0: asked})


def test_each_heading_gets_its_own_card() -> None:
    windows, seated = _parted(_FILLER + "Orme was elected on 29 March 1876.", _FILLER + "Orme left on 12 July 1879.")

    assert [len(group) for group in seated.values()] == [1, 1]
    assert list(seated) == [0, 1]
    assert {unit.section for unit in windows[1].units} == {windows[1].section}
    assert windows[1].section != windows[0].section


def test_a_short_section_is_told_with_its_neighbour() -> None:
    windows, seated = _parted("Orme was elected on 29 March 1876.", _FILLER + "Orme left on 12 July 1879.")

    assert len(windows) == 1
    assert [len(group) for group in seated.values()] == [2]
