"""`python -m benchmarks.facts`: scores Lectern, and the rivals that are installed, on both halves."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.facts import ours, report, rivals
from benchmarks.facts.gold import HALVES, Annotated, load
from benchmarks.facts.score import Score, score


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table a half; with --errors what went wrong in the open one."""
    options = _parser().parse_args(arguments)
    for half in [options.half] if options.half else HALVES:
        documents = load([half])
        print(f"\n## {half}: {_size(documents)}\n")
        scores = {"Lectern": score(documents, {each.name: ours.find(each) for each in documents})}
        speeds = {"Lectern": ours.speed(documents)} if options.speed and documents else {}
        if options.rivals:
            _add_rivals(documents, scores, speeds)
        print("\n".join(report.table(scores, speeds)))
        print("\n" + "\n".join(report.by_class(scores[options.of])))
        if options.errors and half in {"open", options.half}:
            print("\n".join(report.errors(scores[options.of])))
        if options.json:
            _dump(options.json, half, documents)


def _add_rivals(documents: list[Annotated], scores: dict[str, Score], speeds: dict[str, float]) -> None:
    for name in rivals.RIVALS:
        try:
            outcome = rivals.run(name, documents)
        except rivals.RivalFailed as failed:
            print(f"{name}: failed: {failed.args[1]}\n")
            continue
        if outcome is None:
            print(f"{name}: not installed (python -m benchmarks.facts.rivals --make)\n")
            continue
        scores[name] = score(documents, outcome.found)
        speeds[name] = outcome.speed


def _size(documents: Sequence[Annotated]) -> str:
    facts = sum(len(document.facts) for document in documents)
    traps = sum(len(document.traps) for document in documents)
    words = sum(len(document.text.split()) for document in documents)
    return f"{len(documents)} documents, {words} words, {facts} facts, {traps} traps"


def _dump(folder: Path, half: str, documents: Sequence[Annotated]) -> None:
    """What Lectern found, a JSON file a document: for those who score by other means."""
    (folder / half).mkdir(parents=True, exist_ok=True)
    for document in documents:
        entries = json.dumps(ours.find(document), ensure_ascii=False, indent=1)
        (folder / half / f"{document.name}.json").write_text(entries + "\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.facts", description=__doc__)
    parser.add_argument("half", nargs="?", choices=HALVES, help="one half alone")
    parser.add_argument("--errors", action="store_true", help="list what went wrong (in aside only if it is named)")
    parser.add_argument("--of", default="Lectern", choices=("Lectern", *rivals.RIVALS), help="whose classes and errors")
    parser.add_argument("--no-rivals", dest="rivals", action="store_false", help="Lectern alone")
    parser.add_argument("--no-speed", dest="speed", action="store_false", help="do not measure the speed")
    parser.add_argument("--json", type=Path, metavar="FOLDER", help="write what was found there")
    return parser


if __name__ == "__main__":
    main()
