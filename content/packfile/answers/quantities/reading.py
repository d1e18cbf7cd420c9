"""How is a figure read, with its tolerance and whether it is about right only?"""

import re
from dataclasses import replace

from content.packfile.answers.numerals import BadNumeral
from content.packfile.answers.quantities.figure import BadQuantity, Read, figure
from content.packfile.answers.quantities.tolerance import FIGURES, beginning, with_tolerance
from content.packfile.answers.quantities.words import Words, words_of

_ABOUT = re.compile(r"(?:~|≈|about|around|approximately|roughly|circa|ca\.|c\.)\s*", re.IGNORECASE)


def read_quantity(text: str, language_code: str = "en") -> Read:
    """The figure written there. Raises BadQuantity; its codes are those of `number_fault`."""
    words = words_of(language_code)
    try:
        return _read(text, words)
    except BadNumeral as error:
        raise BadQuantity(error.code, error.at) from None


def _read(text: str, words: Words) -> Read:
    about = _ABOUT.match(text)
    begin = about.end() if about and not FIGURES.match(text) else 0
    tolerance_from = beginning(text, begin)
    read = figure(text, begin, len(text) if tolerance_from is None else tolerance_from, words)
    quantity = replace(read.quantity, approximate=begin > 0)
    if tolerance_from is not None:
        quantity = with_tolerance(quantity, text, tolerance_from, words)
    return replace(read, quantity=quantity)
