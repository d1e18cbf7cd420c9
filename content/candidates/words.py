"""Which closed word lists do questions need? Read once from `words.toml`."""

import tomllib
from functools import cache
from importlib import resources

from content.gate import words_of

__all__ = ["word_list", "words_of"]


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(text.split()) for name, text in data.items()}


def word_list(name: str) -> frozenset[str]:
    """The word list of that name, lower case."""
    return _lists()[name]
