"""How does a language print what the rules read? Its tokens, and which of its words play the rules' roles.

The rules ask for a few small words by their role: "and", "from", "to", "century", "million". English words are their
own roles; another language says in `[roles]` of its data which words play them, so that no rule is written twice.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

NUMBER = (
    r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?"
    r"|\d+(?:\.\d+){2,}|\d+,\d+(?!\d)(?!,\d)|\d+(?:\.\d+)?"
)
"""Numbers where the comma is the decimal sign."""
MARKED = r"(?:[^\W\d_][\u0300-\u036f]?)+(?:[’'](?:[^\W\d_][\u0300-\u036f]?)+)*"
"""A word whose letters may carry marks of their own (NFD, stress marks)."""
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Tongue:
    """`roles` maps printed words to roles. `small_names`: months begin with a small letter.

    `after_year` stand behind a year and belong to it; behind one to three digits only the `sure` (as printed) do.
    `endings` and `decade_endings` stand behind digits and a hyphen. `half_more` is "and a half". `token` is None where
    the tokens are those of English.
    """

    token: re.Pattern[str] | None = None
    roles: dict[str, str] = field(default_factory=dict)
    folds: dict[int, str] = field(default_factory=dict)
    small_names: bool = False
    after_year: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    decade_endings: frozenset[str] = frozenset()
    half_more: str = ""
    romans: dict[str, int] = field(default_factory=dict)

    def fold(self, printed: str) -> str:
        """A printed word in the form in which the data have it: small letters, one spelling, no spaces."""
        whole = printed if printed.isascii() else normalize("NFC", printed)
        return "".join(whole.lower().replace("’", "'").translate(self.folds).split())

    def tell(self, kind: str, printed: str) -> str:
        """A token as the rules read it: its role where it plays one; decimal points in numbers."""
        if kind == "n":
            return printed.replace(",", ".")
        if kind != "w":
            return printed
        word = self.fold(printed)
        return self.roles.get(word) or word.replace(".", "")

    def phrase(self, words: str) -> str:
        """A phrase of the data as the rules read it."""
        if self.token is None:
            return words
        return " ".join(self.tell(match.lastgroup or "p", match.group()) for match in self.token.finditer(words))


ENGLISH = Tongue()


def tongue(table: dict[str, Any], roles: dict[str, list[str]]) -> Tongue:
    """The tongue that a language's `[tongue]` and `[roles]` describe."""
    folds = str.maketrans({"\u0301": "", **table.get("folds", {})})
    bare = Tongue(folds=folds)
    return Tongue(
        token=_token(table, comma=table.get("comma", False)),
        roles={bare.fold(word): role for role, words in roles.items() for word in words},
        folds=folds,
        small_names=table.get("small_names", False),
        after_year=frozenset(table["after_year"]),
        sure=frozenset(table["sure"]),
        endings=frozenset(table["endings"]),
        decade_endings=frozenset(table["decade_endings"]),
        half_more=bare.fold(table["half_more"]),
        romans={_roman(number): number for number in range(1, table.get("romans", 0) + 1)},
    )


def _token(table: dict[str, Any], *, comma: bool) -> re.Pattern[str]:
    """The tokens of a language that reads some phrases as one word, some only before a number or a small letter."""
    from content.facts.line import NUMBERS, REST, SKIPPED

    joined = _phrases(table["phrases"])
    numbered, worded = _phrases(table.get("before_numbers", [])), _phrases(table.get("before_words", []))
    special = rf"(?:{joined})(?!\w)|(?:{numbered})(?=\s?\d)|(?:{worded})(?=\s?[^\W\d_A-ZА-ЯЁ])"
    return re.compile(
        rf"(?P<x>{SKIPPED})|(?P<n>{NUMBER if comma else NUMBERS})|(?P<w>{special}|{MARKED})|(?P<p>{REST})"
    )


def _phrases(phrases: list[str]) -> str:
    return "|".join(map(_phrase, sorted(phrases, key=len, reverse=True))) or r"(?!)"


def _phrase(phrase: str) -> str:
    first, *others = (re.escape(piece) for piece in phrase.split())
    spaced = r"\s{0,2}" if "." in phrase else r"\s{1,2}"
    capital = f"[{first[0]}{first[0].upper()}]{first[1:]}" if first[1:2].isalpha() else first
    return spaced.join((capital, *others))


def _roman(number: int) -> str:
    text = ""
    for value, letters in ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text
