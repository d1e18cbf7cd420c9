"""How is a Russian or Ukrainian word typed on a keyboard that has Latin letters only? "avgusta", "tysyach"."""

CODES = ("ru", "uk")
"""The languages of which words are also known by Latin letters, to those who write them."""

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


def in_latin(words: dict[str, int], code: str) -> dict[str, int]:
    """The same words in Latin letters, where they are typed so; those of a letter or two would be mistaken."""
    if code[:2] not in CODES:
        return {}
    told = {word.lower().translate(_LETTERS): value for word, value in words.items()}
    return {word: value for word, value in told.items() if len(word) > 2 and word.isascii()}
