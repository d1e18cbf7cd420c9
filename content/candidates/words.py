"""Which closed word lists do questions need? Read once from `words.toml`."""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

_LETTERS = re.compile(r"[a-z]+")


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(text.split()) for name, text in data.items()}


def word_list(name: str) -> frozenset[str]:
    """The word list of that name, lower case."""
    return _lists()[name]


@lru_cache(maxsize=512)
def words_of(line: str) -> frozenset[str]:
    """The words of a clause in small letters, to see at once which patterns have no chance."""
    return frozenset(_LETTERS.findall(line.lower()))
