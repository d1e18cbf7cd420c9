"""What is a fact? A figure or a date, its value, what it says something of, and the words that say it."""

from typing import Literal

from content.document import Span
from content.record import record

Bound = Literal["at_least", "more_than", "at_most", "less_than"]
Part = Literal["early", "mid", "late"]


@record
class DateValue:
    """`edtf` by ISO 8601-2 (`1942-06-11`, `193X`, `1941/1945`, `1941-21`, `-0479`), None where no year can be known.

    `month` and `day` stay known where `edtf` is None ("on June 4"). `needs_context`: the year or day was taken from
    elsewhere in the document. `ambiguous`: day and month could be exchanged.
    """

    edtf: str | None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    approximate: bool = False
    needs_context: bool = False
    ambiguous: bool = False


@record
class FigureValue:
    """`number` as an exact decimal string ("11300000000"); `number_high` for a range.

    `unit` is an ISO 4217 code, `%`, a measure's singular English name, `ordinal`, or the counted noun phrase in the
    singular; None where nothing is named.
    """

    number: str
    number_high: str | None = None
    unit: str | None = None
    approximate: bool = False
    bound: Bound | None = None


@record
class Fact:
    """One statement with a figure or date in it.

    `span` holds exactly the fact's words. `sentence` is the sentence around it. `counted` is the noun phrase as
    printed ("pairs of army boots"); `hedge` the words that qualify it ("over", "an estimated"). `section` indexes
    `Document.sections`; `group` is shared by the facts of one list, with `lead_in` the span of the words before it.
    `flags` are codes of `questions.md` section 8 ("broken_attribution", "rebased_money", "stale", "forecast",
    "charged", "attributed", "hedged"), and "anaphoric" ("the two governments").
    """

    kind: Literal["date", "figure"]
    span: Span
    value: DateValue | FigureValue
    sentence: Span
    section: int
    counted: str | None = None
    hedge: str | None = None
    group: int | None = None
    lead_in: Span | None = None
    flags: tuple[str, ...] = ()
    in_junk: bool = False
    """The fact stands in a block that the reader left out (an index, an outline); nothing is to be asked of it."""
