"""How right is a typed date? Every fair reading is held against the key; the best for the learner counts.

| verdict | credit | when |
| --- | --- | --- |
| exact | 1 | all parts asked for are right; inside the author's margin |
| close | 0.75 | one part not said; one day off; a year inside the decade or the years asked for |
| near | 0.5 | year alone of a full date; a year off; month and year right, day not; one end of a stretch |
| size_slip | 0.25 | the decade alone; year right, month wrong |
| wrong | 0 | anything else |
| unreadable | 0 | no date, or several; asked again |
"""

from lessons.grading.date.grading import grade_date
from lessons.grading.date.key import DateKey
from lessons.grading.date.spelling import spelled_out

__all__ = ["DateKey", "grade_date", "spelled_out"]
