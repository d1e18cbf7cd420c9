"""What does a number item know of right and wrong?"""

from dataclasses import dataclass
from decimal import Decimal
from operator import add

from lessons.grading.target import Target, target
from lessons.quantity import Quantity, WrongQuantity
from lessons.typed.figures import Figure, Readings, figures
from lessons.typed.fold import digits
from lessons.typed.habits import clock_told, roman, slash_as_point, without_margin
from lessons.typed.units import is_time


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
    text = without_margin(digits(text))
    if is_time(key.answer.unit):
        text = clock_told(text)
    found = figures(text, code, scales)
    if code.startswith("fa") and (told := slash_as_point(text)):
        other = figures(told, code, scales)
        same = len(found) == len(other)
        return tuple(map(add, found, other)) if same else found or other
    if not found and (value := roman(text)) is not None:
        return ((Figure(Decimal(value), Decimal(1)),),)
    return found
