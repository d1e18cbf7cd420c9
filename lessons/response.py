"""What can a learner answer with? A tap or typed words; every item takes both."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tap:
    """Options chosen, as indices into the item's `options`, in the order tapped."""

    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, and the language (BCP 47) in which its numbers and dates are first read."""

    text: str
    language: str = "en"


Response = Tap | Typed
