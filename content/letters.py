"""In which language is this written, where nobody says? Its letters tell."""

import re
from dataclasses import replace

from content.document import Document

SEEN = 20_000
"""Characters looked at."""

_CYRILLIC = re.compile(r"[а-яёіїєґ]")
_LATIN = re.compile(r"[a-z]")


def language_of(text: str) -> str:
    """The language by its letters: "ru" where most are Cyrillic, else "en"."""
    seen = text[:SEEN]
    if seen.isascii() or not _CYRILLIC.search(seen := seen.lower()):
        return "en"
    return "ru" if len(_CYRILLIC.findall(seen)) > len(_LATIN.findall(seen)) else "en"


def in_its_language(document: Document) -> Document:
    """The document, in the language of its letters where it calls itself English and they are not."""
    if document.language != "en":
        return document
    told = language_of(document.text)
    return document if told == "en" else replace(document, language=told)
