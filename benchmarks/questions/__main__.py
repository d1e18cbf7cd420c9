"""`python -m benchmarks.questions [--now] [--new OUT]`: the whole evaluation in one command.

Without an option: what the judge found, round by round, at first sight. `--now` builds every document with the tree as
it stands and tells what is known of the questions it asks today; `--new OUT` also writes a sheet of those that nobody
has judged yet.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.questions.corpus import Entry, entries, sheets
from benchmarks.questions.now import Now, now
from benchmarks.questions.score import Row, judged, table, wilson
from benchmarks.questions.sheet import write

KINDS = {"list": "list", "table": "list", "match": "list", "cloze": "cloze", "order": "pair", "first": "pair"}
"""What a template's name begins with, and the kind it counts as; all others are questions proper."""


def kind(row: Row) -> str:
    """List, cloze, pair or question."""
    return KINDS.get(row["template"].partition("_")[0], "question")


def first_sight(rows: list[Row], corpus: list[Entry]) -> Iterator[str]:
    """The fresh figures: every round judged before its failures were used."""
    genres = {(entry.round, entry.document): entry.genre for entry in corpus}
    yield "Acceptable at first sight (all seven lines of the rubric), Wilson 95 %:"
    yield from table(rows, lambda row: "all")
    yield "by round:"
    for name in dict.fromkeys(row["round"] for row in rows):
        yield from table([row for row in rows if row["round"] == name], lambda row: row["round"])
    yield "by judge:"
    yield from table(
        rows, lambda row: f"rounds {'1 to 5' if int(row['round'].partition('-')[2]) < 6 else '6 and later'}"
    )
    yield "by kind:"
    yield from table(rows, kind)
    yield "by genre:"
    yield from table(rows, lambda row: genres[row["round"], row["document"]])
    wrong = [row for row in rows if {"K", "H"} & set(row["causes"].split())]
    yield f"wrong key or harmful: {len(wrong)}" + "".join(f"\n  {row['round']}: {row['stem'][:90]}" for row in wrong)
    yield "main cause of a refusal:"
    causes = [row["causes"].split()[0] for row in rows if row["verdict"] == "n"]
    yield from (f"  {code}  {causes.count(code)}" for code in sorted(set(causes), key=causes.count, reverse=True))


def yields(asked: dict[tuple[str, str], int], corpus: list[Entry]) -> Iterator[str]:
    """Questions in a thousand words by genre, and how many documents were asked nothing."""
    yield "yield (questions in 1,000 words) and abstentions, by genre:"
    for genre in sorted({entry.genre for entry in corpus}):
        mine = [entry for entry in corpus if entry.genre == genre]
        counts = [asked.get((entry.round, entry.document), 0) for entry in mine]
        words = sum(entry.words for entry in mine)
        silent = f"{counts.count(0)} of {len(mine)} documents asked nothing"
        yield f"  {genre:<12} {1000 * sum(counts) / words:>5.1f}   {silent}"


def today(found: list[Now]) -> Iterator[str]:
    """What is known of the questions of the present tree, and what the change did to the judged ones."""
    known = [row for each in found for row in each.known]
    gone = [row for each in found for row in each.gone]
    fresh = sum(len(each.fresh) for each in found)
    good, lost = (sum(row["verdict"] == "y" for row in part) for part in (known, gone))
    low, high = wilson(good, len(known))
    yield f"Asked today: {len(known) + fresh}; judged before: {len(known)}; not judged yet: {fresh}"
    yield f"acceptable among the judged: {good} / {len(known)}  ({low:.0%} to {high:.0%}); these rules have seen them"
    yield f"asked no more, or otherwise: {len(gone) - lost} bad, {lost} good"
    worst = [row for row in known if {"K", "H"} & set(row["causes"].split())]
    yield f"wrong keys still asked: {len(worst)}" + "".join(f"\n  {row['stem'][:90]}" for row in worst)


def main(arguments: list[str]) -> None:
    """Prints it."""
    corpus, rows = list(entries()), judged(sheets())
    counts: dict[tuple[str, str], int] = {}
    if "--now" not in arguments and "--new" not in arguments:
        for row in rows:
            counts[row["round"], row["document"]] = counts.get((row["round"], row["document"]), 0) + 1
        lines = [*first_sight(rows, corpus), *yields(counts, corpus)]
    else:
        found = list(now(corpus, rows))
        counts = {(one.entry.round, one.entry.document): len(one.known) + len(one.fresh) for one in found}
        lines = [*today(found), *yields(counts, corpus)]
        if "--new" in arguments:
            out = Path(arguments[arguments.index("--new") + 1])
            write([each for one in found for each in one.fresh], out, "new")
            lines.append(f"written: {out / 'new.txt'}, {out / 'new.tsv'}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
