"""What does a number item know of right and wrong?"""

from dataclasses import dataclass

from lessons.grading.target import Target, target
from lessons.quantity import Quantity, WrongQuantity
from lessons.typed.figures import Readings, figures


@dataclass(frozen=True, slots=True)
class FigureKey:
    """All that a number item knows of right and wrong. `prompt` may name the size beside the gap."""

    answer: Quantity
    accept: tuple[Quantity, ...] = ()
    partly: tuple[WrongQuantity, ...] = ()
    wrong: tuple[WrongQuantity, ...] = ()
    unit_only: bool = False
    prompt: str = ""

    @property
    def targets(self) -> tuple[Target, ...]:
        """The answer, then what else is accepted."""
        return (target(self.answer), *(target(other) for other in self.accept))


def read(text: str, code: str, key: FigureKey) -> tuple[Readings, ...]:
    """The figures in an answer to that key, its size words meaning what they mean there."""
    scales: dict[str, int] = {}
    for one in key.targets:
        scales |= one.scales
    return figures(text, code, scales)
