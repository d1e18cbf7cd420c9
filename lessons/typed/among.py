"""How do people say "seven in ten"? The words between the two, and the seven alone where it is what is asked."""

import re

_WORDS = (
    *("in", "out of", "of", "of every", "in every", "out of every", "from", "per"),
    *("von", "aus", "unter", "из", "с", "на", "из каждых", "з", "із", "зі", "з кожних", "на кожних", "на каждые"),
    *("sur", "de", "de cada", "por cada", "entre", "em", "em cada", "dentre", "dari", "dari setiap", "از", "از هر"),
)
AMONG = frozenset(_WORDS)
"""Folded words between the part and the whole."""
AMONG_WHOLE_FIRST = frozenset(("में से", "मे से"))
"""Between the whole and the part: Hindi names the ten first."""
TO_ONE = frozenset(
    (
        ":",
        "to",
        "zu",
        "к",
        "до",
        "à",
        "a",
        "para",
        "banding",
        "به",
        "against",
        "contre",
        "gegen",
        "contra",
        "против",
        "проти",
    )
)
"""Between the two sides of "three to one"."""

_TENS = (
    *("ten", "hundred", "a hundred", "twenty", "five", "zehn", "hundert", "десяти", "ста", "сотни", "dix", "cent"),
    *("diez", "cien", "dez", "cem", "sepuluh", "seratus", "ده", "صد"),
)
_OF_MANY = re.compile(
    rf"\s*(\d[\d.,]*|[^\W\d_]+)\s+(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\s+(?:every\s+)?"
    rf"(?:\d+|{'|'.join(_TENS)})\s*[.!?]*$",
    re.IGNORECASE,
)


_EACH = re.compile(
    r"\s*(?:every|each|каждый|каждая|каждое|каждого|кажд[ую]ю|кожен|кожний|кожна|кожного|jede[rsnm]?|cada|setiap|هر|हर)\s+(.+)",
    re.IGNORECASE,
)
_OF_HOW_MANY = re.compile(
    r"\b(?:in|of|of every|in every)\s+(?:a\s+)?(five|ten|twenty|hundred|thousand|5|10|20|100|1,?000)\b", re.I
)
_HOW_MANY = {"five": 5, "ten": 10, "twenty": 20, "hundred": 100, "thousand": 1000}


_PART = re.compile(
    r"\s*(.+?)\s+(?:part|teil|partie|parte|часть|доля|доли|часті|частина|частину|हिस्सा|भाग|bagian)", re.IGNORECASE
)


def each(text: str) -> str | None:
    """ "tenth" for "every tenth" and "the tenth part"; None for anything else."""
    bare = text.strip(" .!")
    found = _EACH.fullmatch(bare) or _PART.fullmatch(bare)
    return found[1] if found else None


def of_how_many(prompt: str) -> int | None:
    """The ten of "How many children in ten …?"."""
    found = _OF_HOW_MANY.search(prompt)
    return None if found is None else _HOW_MANY.get(found[1].lower()) or int(found[1].replace(",", ""))


def part_alone(text: str) -> str:
    """ "7" for "7 in 10"; the text itself where it is nothing of the kind."""
    found = _OF_MANY.match(text)
    return found[1] if found else text
