"""What is a question before it is chosen? Stem, key and all that judging it needs."""

from typing import Literal

from content.document import Span
from content.facts.fact import Fact
from content.measured import Measure
from content.record import record

Asked = Literal["year", "month", "day", "month_day", "decade", "era", "figure"]
"""What the key says; "month" has its year, "month_day" has none, "era" is a year BC."""


@record
class Candidate:
    """`stem` asks, `key` answers and is `document[span]` to the letter; `quote` spans the words shown as proof.

    `line` is the statement behind the stem with `MARK` for the key; `label` holds the words that tell this fact from
    others. `cost` is what resolving references had to trust. `hedge` qualifies the key in the source ("over").
    """

    fact: Fact
    template: str
    stem: str
    key: str
    span: Span
    quote: Span
    line: str
    label: str
    asked: Asked
    context: str | None = None
    cost: float = 0.0
    hedge: str | None = None
    siblings: tuple[Fact, ...] = ()
    event: str | None = None
    """The statement without its date, where it stands word for word in the document and could be put in order."""
    thing: str | None = None
    """What the figure of a list entry counts, as printed."""
    measure: Measure | None = None
    """What a table's heads say of the unit and the size of the key, which is a bare figure."""

    def asking(self, template: str, stem: str, event: str | None = None) -> "Candidate":
        """The same fact, asked with that stem."""
        return Candidate(
            self.fact,
            template,
            stem,
            self.key,
            self.span,
            self.quote,
            self.line,
            self.label,
            self.asked,
            self.context,
            self.cost,
            self.hedge,
            self.siblings,
            event,
            self.thing,
            self.measure,
        )
