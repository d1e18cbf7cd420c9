"""How is a figure written in a pack? `11.3 billion USD ± 0.1 billion`, `$5`, `50..60 m`, `~ 400 000 vehicles`."""

from content.packfile.answers.quantities.figure import BadQuantity, Read
from content.packfile.answers.quantities.reading import read_quantity
from content.packfile.answers.quantities.writing import plain_quantity_text, quantity_text

__all__ = ["BadQuantity", "Read", "plain_quantity_text", "quantity_text", "read_quantity"]
