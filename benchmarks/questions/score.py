"""Score judged sheets: `python -m benchmarks.questions.score FILE.tsv...`, with Wilson 95 % intervals."""

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from math import sqrt
from pathlib import Path

Row = dict[str, str]


def judged(files: Iterable[Path]) -> list[Row]:
    """The rows that bear a verdict."""
    rows: list[Row] = []
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            rows += [
                row | {"round": file.stem} for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            ]
    return [row for row in rows if row["verdict"] in ("y", "n")]


def wilson(good: int, count: int, z: float = 1.96) -> tuple[float, float]:
    """The interval of a share; 0 to 1 where nothing was counted."""
    if not count:
        return (0.0, 1.0)
    share, extra = good / count, z * z / count
    middle, reach = share + extra / 2, z * sqrt(share * (1 - share) / count + extra / (4 * count))
    return ((middle - reach) / (1 + extra), (middle + reach) / (1 + extra))


def table(rows: list[Row], by: Callable[[Row], str]) -> Iterator[str]:
    """A line for each group: accepted, judged, share and interval."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(by(row), []).append(row)
    for name, group in sorted(groups.items()):
        good = sum(row["verdict"] == "y" for row in group)
        low, high = wilson(good, len(group))
        yield f"  {name:<28} {good:>4} / {len(group):<4} {good / len(group):>4.0%}  ({low:.0%} to {high:.0%})"


def main(files: list[str]) -> None:
    """Prints the share over all, by round, template and document, and the main causes."""
    rows = judged(Path(file) for file in files)
    causes: dict[str, int] = {}
    for row in rows:
        if row["verdict"] == "n":
            main_cause = (row["causes"].split() or ["?"])[0]
            causes[main_cause] = causes.get(main_cause, 0) + 1
    lines = ["All:", *table(rows, lambda row: "all")]
    for title in ("round", "template", "document"):
        lines += [f"By {title}:", *table(rows, lambda row, title=title: row[title])]  # type: ignore[misc]
    lines += ["Main cause:", *(f"  {code}: {count}" for code, count in sorted(causes.items(), key=lambda c: -c[1]))]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
