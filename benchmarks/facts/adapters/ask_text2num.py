"""What does text2num find? Numbers in words; it knows no digits, no units and no dates."""

# mypy: ignore-errors
# It runs in the rival's own environment, which mypy does not see.

import re

from harness import Entry, figure, run
from text_to_num import Token, find_numbers

TOKEN = re.compile(r"\d[\d,.]*\d|\w+|[^\w\s]")


class Word(Token):
    """A token that remembers where it stands."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end, self.word = match.start(), match.end(), match[0]

    def text(self) -> str:
        """Its word, as the library asks for it."""
        return self.word


def find(text: str, _: str | None) -> list[Entry]:
    """Its numbers, ordinals with our unit for them."""
    words = [Word(match) for match in TOKEN.finditer(text)]
    entries: list[Entry] = []
    for each in find_numbers(words, "en", threshold=0):
        start, end = words[each.start].start, words[each.end - 1].end
        entries.append(figure(text, start, end, each.value, "ordinal" if each.is_ordinal else None))
    return entries


run(find)
