"""In which language is this written, where nobody says? Its letters tell."""

from dataclasses import replace

from content.document import Document

SEEN = 20_000
"""Characters looked at."""


def language_of(text: str) -> str:
    """The language by its letters: "ru" where most are Cyrillic, else "en"."""
    cyrillic = latin = 0
    for mark in text[:SEEN].lower():
        if "а" <= mark <= "я" or mark in "ёіїєґ":
            cyrillic += 1
        elif "a" <= mark <= "z":
            latin += 1
    return "ru" if cyrillic > latin else "en"


def in_its_language(document: Document) -> Document:
    """The document, in the language of its letters where it calls itself English and they are not."""
    if document.language != "en":
        return document
    told = language_of(document.text)
    return document if told == "en" else replace(document, language=told)
