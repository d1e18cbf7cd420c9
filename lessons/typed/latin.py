"""How is a Russian, Ukrainian or Hindi word typed in Latin letters? "avgusta", "tysyach", "pachas hazaar"."""

import tomllib
from functools import cache
from importlib import resources

CODES = ("ru", "uk")
"""The languages of which words are typed letter by letter, by those who write them."""

_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуфхыэіґ", "abvgdeziklmnoprstufhyeig", strict=True)),
        "ё": "e",
        "ж": "zh",
        "й": "y",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "ї": "yi",
        "є": "ye",
    }
)


@cache
def _hindi() -> dict[str, list[str]]:
    file = resources.files(__package__) / "hindi_in_latin.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def in_latin(words: dict[str, int], code: str) -> dict[str, int]:
    """The same words in Latin letters, where they are typed so; those of a letter or two would be mistaken."""
    if code[:2] == "hi":
        return {spelling: value for word, value in words.items() for spelling in _hindi().get(word, ())}
    if code[:2] not in CODES:
        return {}
    told = {word.lower().translate(_LETTERS): value for word, value in words.items()}
    return {word: value for word, value in told.items() if len(word) > 2 and word.isascii()}
