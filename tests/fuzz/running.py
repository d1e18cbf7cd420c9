"""How does a target run? Started with seeds, limits on time and memory, and a place for what it finds."""

import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "documents" / "exchange"
PACKS = ROOT / "content" / "packs"
LIMITS = ("-timeout=5", "-rss_limit_mb=1500", "-max_len=20000")


def run(target: Callable[[bytes], None], seeds: Iterable[bytes]) -> None:
    """Feeds the target until an option such as -max_total_time ends it; a file named instead is run once.

    Options given on the command line come after ours, and win.
    """
    import atheris  # type: ignore[import-not-found]

    given = sys.argv[1:]
    place = Path(tempfile.mkdtemp(prefix="lectern-fuzz-"))
    (place / "corpus").mkdir()
    for number, seed in enumerate(seeds):
        (place / "corpus" / f"seed-{number}").write_bytes(seed)
    found = [f"-artifact_prefix={place}/found-"]
    corpus = [] if any(not one.startswith("-") for one in given) else [str(place / "corpus")]
    print(f"corpus and findings: {place}")
    atheris.Setup([sys.argv[0], *LIMITS, *found, *given, *corpus], target)
    atheris.Fuzz()
