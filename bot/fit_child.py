"""How are a learner's own parameters found? By the optional package fsrs-rs-python, in a process of its own.

`python -m bot.fit_child` reads the courses as JSON from standard input and writes the parameters, or null.
"""

import importlib
import importlib.util
import json
import sys
from collections.abc import Sequence

from content.confined import asked
from lessons.personal import Course

PACKAGE = "fsrs_rs_python"
CLOCK_SECS = 60.0
MOST_ITEMS = 60_000
"""Prefixes of courses that one fit takes in; the newest courses are left out beyond that."""


def is_installed() -> bool:
    """Whether the optional package is there."""
    return importlib.util.find_spec(PACKAGE) is not None


def fitted(courses: list[Course]) -> Sequence[float] | None:
    """The parameters for these courses, from a child process; None where it fails or takes too long."""
    said, _ = asked(("-m", "bot.fit_child"), json.dumps(courses).encode(), CLOCK_SECS)
    try:
        answer = json.loads(said)
    except ValueError:
        return None
    return [float(one) for one in answer] if isinstance(answer, list) else None


def compute(courses: list[Course]) -> list[float]:
    """The parameters, by the package, in this process."""
    package = importlib.import_module(PACKAGE)
    items = []
    for course in courses:
        reviews = [package.FSRSReview(grade, days) for grade, days in course]
        items += [package.FSRSItem(reviews[: end + 1]) for end in range(1, len(reviews))]
    return [float(one) for one in package.FSRS([]).compute_parameters(items[:MOST_ITEMS])]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(compute(json.load(sys.stdin))))
