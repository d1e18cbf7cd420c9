"""What is a run of styled text? The few styles a lesson needs, apart from any markup language."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["text", "strong", "em", "code", "link"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `href` is set on links only."""

    text: str
    style: Style = "text"
    href: str | None = None


Rich = tuple[Run, ...]


def rich(text: str) -> Rich:
    """Plain text as rich text; the empty string is the empty tuple."""
    return (Run(text),) if text else ()


def plain(runs: Rich) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)
