"""Fit the rank's weights on judged sheets: `python -m benchmarks.questions.fit FILE.tsv... [--write]`.

Logistic regression with a pull towards the weights in use, since a few hundred verdicts are no match for thirty
features. Printed are the old and the new weight of each feature, how often the judge saw it, and how well old and new
scores part good items from bad ones. `--write` stores them in `content/weights.toml`, where `content.rank` reads them.
"""

import sys
import tomllib
from collections.abc import Iterator
from math import exp, log
from pathlib import Path

from benchmarks.questions.score import Row, judged

WEIGHTS = Path(__file__).parents[2] / "content" / "weights.toml"
PULL, STEP, ROUNDS = 2.0, 0.02, 4000
OFFSET = 1.5
"""The score at which an item is as likely good as bad, before fitting."""

Vector = dict[str, float]


def vector(row: Row) -> Vector:
    """An item's features by name, its template among them."""
    told = (part.partition("=") for part in row["features"].split())
    return {f"template.{row['template']}": 1.0} | {name: float(value) for name, _, value in told}


def weighed(rows: list[Row], weights: Vector) -> list[Row]:
    """The rows that weights can learn from: of a known template, and no wrong key, which a rule has to keep out."""
    return [row for row in rows if f"template.{row['template']}" in weights and "K" not in row["causes"].split()]


def fitted(rows: list[Row], start: Vector) -> tuple[Vector, float]:
    """The weights and the offset that make the verdicts likeliest, pulled towards `start`."""
    weights, offset = dict(start), OFFSET
    cases = [({n: v for n, v in vector(row).items() if n in start}, row["verdict"] == "y") for row in rows]
    for _ in range(ROUNDS):
        slope = {name: PULL * (weights[name] - start[name]) for name in weights}
        down = PULL * (offset - OFFSET)
        for seen, good in cases:
            miss = chance(weights, seen, offset) - good
            down -= miss
            for name, value in seen.items():
                slope[name] += miss * value
        weights = {name: weights[name] - STEP * slope[name] / len(cases) ** 0.5 for name in weights}
        offset -= STEP * down / len(cases) ** 0.5
    return weights, offset


def chance(weights: Vector, seen: Vector, offset: float) -> float:
    """How likely the item is good."""
    points = sum(weights[name] * value for name, value in seen.items()) - offset
    return 1 / (1 + exp(-max(-30.0, min(30.0, points))))


def parted(rows: list[Row], weights: Vector) -> float:
    """The share of pairs of a good and a bad item that the score puts in the right order; 0.5 is blind chance."""
    points = [(_points(weights, vector(row)), row["verdict"] == "y") for row in rows]
    good, bad = [p for p, fine in points if fine], [p for p, fine in points if not fine]
    wins = sum((one > other) + 0.5 * (one == other) for one in good for other in bad)
    return wins / max(1, len(good) * len(bad))


def _points(weights: Vector, seen: Vector) -> float:
    return sum(weights.get(name, 0) * value for name, value in seen.items())


def load() -> dict[str, dict[str, float]]:
    """The tables of the weights in use."""
    return tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))


def report(rows: list[Row], old: Vector, new: Vector, offset: float) -> Iterator[str]:
    """What changed, a feature a line."""
    yield f"{len(rows)} items; parts good from bad: {parted(rows, old):.2f} before, {parted(rows, new):.2f} after"
    seen = [vector(row) for row in rows]
    for name in new:
        yield f"{name:<26} {old[name]:>6.2f} -> {new[name]:>6.2f}   seen {sum(name in one for one in seen)} times"
    loss = -sum(
        log(max(1e-9, p if row["verdict"] == "y" else 1 - p))
        for row, one in zip(rows, seen, strict=True)
        for p in [chance(new, {n: v for n, v in one.items() if n in new}, offset)]
    )
    for cut in (0.0, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0):
        kept = [row["verdict"] == "y" for row, one in zip(rows, seen, strict=True) if _points(new, one) >= cut]
        yield f"cut at {cut:.1f}: {sum(kept)} good of {len(kept)} kept"
    yield f"even chance at a score of {offset:.2f}; loss a verdict {loss / len(rows):.3f}"


def write(new: Vector) -> None:
    """Replaces the numbers of the file and leaves its words alone."""
    lines, table = [], ""
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            table = line.strip("[]")
        name, equals, rest = line.partition(" = ")
        key = f"template.{name}" if table == "templates" else name
        note = rest.partition("#")[2]
        fits = bool(equals) and table in ("templates", "features") and key in new
        lines.append(f"{name} = {new[key]:.2f}{'  #' + note if note else ''}" if fits else line)
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Fits, prints and, where asked to, writes."""
    tables = load()
    old = {f"template.{name}": value for name, value in tables["templates"].items()} | tables["features"]
    rows = weighed(judged(Path(name) for name in arguments if name != "--write"), old)
    new, offset = fitted(rows, old)
    sys.stdout.write("\n".join(report(rows, old, new, offset)) + "\n")
    if "--write" in arguments:
        write(new)


if __name__ == "__main__":
    main(sys.argv[1:])
