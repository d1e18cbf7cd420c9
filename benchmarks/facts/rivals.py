"""What do others find? (to come)"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.facts.gold import Annotated

RIVALS: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rival found, by the document's name, and its characters a second."""

    found: dict[str, list[dict[str, Any]]]
    speed: float


def run(name: str, documents: Sequence[Annotated]) -> Outcome | None:
    """What that rival finds, None where it is not installed."""
    return None
