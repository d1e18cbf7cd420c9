"""Questions under two headings get a card under each, where each has text enough."""

from content.build import build
from content.readers import read

_SECOND = (
    "The Orla sailed from Riga with forty men and two years of stores. She was the largest ship that the yard "
    "had built, and the crew had been chosen from three hundred who had asked to go. The voyage was quiet "
    "until the autumn. The winter was spent in a bay that nobody had entered before, and the ice let the ship "
    "go only in June. Snow fell on every day of May, and the men read the same nine books to each other until "
    "they knew them. The charts that were drawn there were used for a hundred years and more by whalers and by"
    " the navy. Two of the men had learned to paint in that time, and one of them sold what he had made to a "
    "museum in Oslo."
)
_TAIL = "\n\nAnna Orme was elected to the Royal Society of Riga on 29 March 1876."
_THIRD = (
    "\n\n## The third voyage\n\nThe Orla left Plymouth on 12 July 1879. Anna Orme wanted to reach the mouth of"
    " the river before the frost, and she bought dogs and sledges on the way. The coast was flat and bare, and"
    " for six weeks the ship met nobody. At the end of August a wall of ice stopped her, twelve feet high and "
    "without a gap, and she turned back to the south. The crew were glad, for the stores had run low and the "
    "salt meat had gone bad.\n"
)


def test_a_tail_is_told_with_its_own_section() -> None:
    text = f"# Anna Orme\n\n## The second voyage\n\n{_SECOND}{_TAIL}{_THIRD}"
    pack = build([read(text.encode(), "orme.md")]).pack
    readings = [reading for lesson in pack.lessons for reading in lesson.readings]

    assert [reading.title for reading in readings] == ["The second voyage", "The third voyage"]
    assert not any(block.kind == "heading" for reading in readings for block in reading.blocks)
