"""Enter verdicts: `python -m benchmarks.questions.mark SHEET.tsv JUDGED.tsv < NOTES`.

A line of notes is "number codes: note" for an item that is not acceptable; every item without a line is.
"""

import csv
import re
import sys
from pathlib import Path

_NOTE = re.compile(r"^(\d+) ([GAUCWDSKH ]+?)(?:: *(.*))?$")


def mark(sheet: Path, judged: Path, notes: list[str]) -> int:
    """Writes the judged sheet and returns how many items were turned down."""
    found = [_NOTE.match(line.strip()) for line in notes if line.strip()]
    if None in found:
        raise SystemExit(f"not understood: {notes[found.index(None)]}")
    down = {match[1]: (match[2].strip(), match[3] or "") for match in found if match}
    with sheet.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    for row in rows:
        row["verdict"] = "n" if row["number"] in down else "y"
        row["causes"], row["note"] = down.get(row["number"], ("", ""))
    text = ["\t".join(columns), *("\t".join(row[name] for name in columns) for row in rows)]
    judged.write_text("\n".join(text) + "\n", encoding="utf-8")
    return len(down)


if __name__ == "__main__":
    sys.stdout.write(f"{mark(Path(sys.argv[1]), Path(sys.argv[2]), sys.stdin.readlines())} turned down\n")
