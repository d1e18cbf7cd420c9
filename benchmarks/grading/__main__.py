"""python -m benchmarks.grading [SET ...] [--unfair]: how many typed answers are graded as a fair teacher would?"""

import sys

from benchmarks.grading.table import Judged, judged, rows
from benchmarks.questions.score import wilson


def main(arguments: list[str]) -> int:
    """A line for each set; with --unfair also each answer that is not graded, or not told, as it should be."""
    wanted = {argument for argument in arguments if not argument.startswith("-")}
    sets: dict[str, list[Judged]] = {}
    for one in judged([row for row in rows() if not wanted or row.set in wanted]):
        sets.setdefault(one.row.set, []).append(one)
    print(f"{'set':<10}{'answers':>8}{'verdict fair':>24}{'and reason right':>24}")
    for name, found in sets.items():
        print(f"{name:<10}{len(found):>8}{_share(found, 'fair'):>24}{_share(found, 'told'):>24}")
    if "--unfair" in arguments:
        for one in (one for found in sets.values() for one in found if not one.told):
            row = one.row
            asked = f"{'|'.join(row.verdicts)}/{'|'.join(row.reasons)}"
            print(f"{row.item:<13} {row.lang} {row.answer!r:<50} {one.verdict}/{one.reason}, fair: {asked}")
    return 0


def _share(found: list[Judged], what: str) -> str:
    good = sum(getattr(one, what) for one in found)
    low, high = wilson(good, len(found))
    return f"{good} {good / len(found):.1%} ({low:.0%}–{high:.0%})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
