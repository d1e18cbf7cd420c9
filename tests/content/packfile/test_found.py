"""What coverage-guided fuzzing found (tests/fuzz), each in its smallest form."""

from dataclasses import replace

import pytest

from content.packfile import parse, write

CARD = "---\nformat: 1\npack: tiny\nversion: 1.0.0\ntitle: Tiny\nlanguage: en\nlicence: CC0-1.0\n---\n"


@pytest.mark.parametrize("tags", [("//", "a"), ("\\frac",), ("/a/b",), ("\\\\//",), ("a", "//b", "\\c")])
def test_tags_that_begin_with_slashes_come_back(tags):
    pack = parse({"a.md": (CARD + "# A\n\n## ? Is it? {#a}\n\ntruth: yes\n").encode()}).pack
    lesson = pack.lessons[0]
    tagged = replace(pack, lessons=(replace(lesson, items=(replace(lesson.items[0], tags=tags),)),))
    (item,) = parse(write(tagged)).pack.lessons[0].items
    assert item.tags == tags
