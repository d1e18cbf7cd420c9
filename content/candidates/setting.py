"""Where does a clause stand, and what has its reader been told before it?"""

import re
from functools import lru_cache

from content.candidates.mark import MARK
from content.candidates.names import Names
from content.candidates.nouns import content_words
from content.candidates.words import word_list
from content.record import record

TOKEN = re.compile(rf"{MARK}|[A-Za-z][\w’'-]*(?:\.(?=[A-Za-z]))?(?:[\w’'-]+\.(?=[A-Z]))*|\d[\w,.]*|[^\w\s]")
_QUICK = re.compile(rf" ?([a-z]++(?= )|{TOKEN.pattern})")
"""The same, with what most tokens are tried first."""
_KINDS = {"FC": "club", "AFC": "club", "F.C.": "club", "CC": "club", "RFC": "club", "Ltd": "company", "plc": "company"}
"""What a sign in a title says that its bearer is."""
_BODIES = word_list("bodies")


@lru_cache(maxsize=256)
def tokens_of(text: str) -> list[str]:
    """The words, figures and signs of a text; not to be changed by the caller."""
    return _QUICK.findall(text)


@lru_cache(maxsize=256)
def _told(title: str, headings: tuple[str, ...]) -> frozenset[str]:
    titles = " ".join((title, *headings))
    signs = titles.split()
    return content_words(titles) | {kind for sign, kind in _KINDS.items() if sign in signs}


@record
class Setting:
    """Where a clause stands: what its reader has been told before it."""

    names: Names
    section: int
    offset: int
    title: str
    headings: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    """The sentences before it in the same paragraph, the nearest first."""
    listed: bool = False
    """Is it of an entry in a list, whose nouns are its own ("Abae. The temple was …")?"""
    end: int = 0
    """Where its sentence ends."""

    @property
    def told(self) -> frozenset[str]:
        """The nouns that title and headings explain."""
        return _told(self.title, self.headings)

    @property
    def is_of_a_body(self) -> bool:
        """Does the title name a body of people ("Harbour Society") and not a thing that some body owns?"""
        return any(word.lower() in _BODIES for word in self.title.split())

    @property
    def is_of_a_thing(self) -> bool:
        """Is the whole text about one thing or body that its title names ("The Story of the Harrowby Tramways")?"""
        return self.names.of_a_thing
