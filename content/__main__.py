"""Print the pack that documents become: `python -m content FILE...`, the quickest way to see what a change did."""

import sys
from pathlib import Path

from content.build import build
from content.child import read
from content.report import text
from content.showing import shown


def main(names: list[str]) -> int:
    """Read, build, print; nothing is written."""
    documents = [read(Path(name).read_bytes(), Path(name).name) for name in names]
    built = build(documents)
    sys.stdout.write(shown(built.pack) + "\n" + text(built.report) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
