"""How is a score told? One table for all programs, one by class, and the errors sorted by class."""

from collections.abc import Iterator, Mapping

from benchmarks.facts.classes import DATES, FIGURES
from benchmarks.facts.score import Score

_ROWS = (
    ("dates, value F1", "date value"),
    ("dates, strict span F1", "date strict"),
    ("figures, value F1", "figure value"),
    ("figures, number F1", "figure number"),
    ("figures, strict span F1", "figure strict"),
)
_FLAGS = (("approximate right", "approximate"), ("bound right", "bound"), ("early, mid, late right", "part"))


def table(scores: Mapping[str, Score], speeds: Mapping[str, float]) -> Iterator[str]:
    """The table of a half, in Markdown: a column a program; – where it finds nothing of the kind."""
    yield "| | " + " | ".join(scores) + " |"
    yield "|---|" + "---|" * len(scores)
    for title, name in _ROWS:
        yield _row(title, [f"{each[name].f1:.1f}" if each[name].found else "–" for each in scores.values()])
    context = [_share(each, "year from context") for each in scores.values()]
    yield _row("year from context, recall", context)
    for title, name in _FLAGS:
        yield _row(title, [_share(each, name) for each in scores.values()])
    yield _row("traps taken", [f"{each.taken} of {each.traps}" for each in scores.values()])
    yield _row("characters a second", [f"{speeds[name]:,.0f}" if name in speeds else "–" for name in scores])


def by_class(score: Score) -> Iterator[str]:
    """A row a class: expected, value recall, value F1 (an extra or wrong fact counts against the class it claimed)."""
    yield "| class | expected | value recall | value F1 |"
    yield "|---|---|---|---|"
    for title in (*DATES, *FIGURES):
        tally = score[f"value of {title}"]
        if tally.expected or tally.found:
            yield f"| {title} | {tally.expected} | {tally.recall:.1f} | {tally.f1:.1f} |"


def errors(score: Score) -> Iterator[str]:
    """Each error in a line or two, sorted by class and fault."""
    heading = ""
    for error in sorted(score.errors, key=lambda each: (each.of, each.fault, each.document)):
        if heading != f"{error.of}: {error.fault}":
            heading = f"{error.of}: {error.fault}"
            yield f"\n{heading}"
        told = " -> ".join(each for each in (error.expected, error.got) if each)
        yield f"  {error.document}: …{error.context}…\n      {told}"


def _share(score: Score, name: str) -> str:
    tally = score[name]
    return f"{tally.recall:.1f} ({tally.right} of {tally.expected})" if tally.expected else "–"


def _row(title: str, cells: list[str]) -> str:
    return f"| {title} | " + " | ".join(cells) + " |"
