"""How right is a typed figure? Every fair reading is held against the key; the best for the learner counts.

| verdict | credit | when |
| --- | --- | --- |
| exact | 1 | equal, within 0.5 %, or equal when rounded to the digits shown; inside the author's tolerance |
| close | 0.75 | within 5 %; a range at most 25 % wide that holds the key |
| near | 0.5 | within 10 %; within twice the author's tolerance; an answer the author calls partly right |
| missing_scale | 0.5 | right but for the size word; asked for once |
| size_slip | 0.25 | right digits, wrong power of ten |
| wrong_unit | 0.25 | right number in a unit of another kind |
| wrong | 0 | anything else; whole numbers up to 20 must be exact |
| unreadable | 0 | no figure, or several; asked again |
"""

from lessons.grading.figure.grading import grade_figure
from lessons.grading.figure.key import FigureKey, read

__all__ = ["FigureKey", "grade_figure", "read"]
