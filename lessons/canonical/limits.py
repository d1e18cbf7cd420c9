"""How long may a text be, and how many of anything may a pack have?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The greatest lengths (characters) and counts that a pack may have."""

    title: int = 200
    line: int = 300
    stem: int = 1000
    context: int = 500
    option: int = 200
    options: int = 12
    feedback: int = 500
    hint: int = 500
    hints: int = 5
    why: int = 2000
    answer: int = 300
    answers: int = 30
    quote: int = 1000
    citations: int = 10
    tag: int = 50
    tags: int = 20
    block: int = 8000
    blocks: int = 500
    readings: int = 100
    items: int = 500
    lessons: int = 200
    sources: int = 500
    citation: int = 1000
    note: int = 2000
    authors: int = 50
    description: int = 4000
    media: int = 500
    runs: int = 1000
    url: int = 2000


LIMITS = Limits()
