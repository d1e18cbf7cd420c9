"""Writes the exact versions of all dependencies, the indirect ones too, into pyproject.toml.

uv.lock names registry addresses and is not kept; `constraint-dependencies` does the same work without them. Run it
from the repository's root after changing a dependency:  uv run --no-sync python scripts/pin.py
"""

import re
import subprocess
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
BLOCK = re.compile(r"\n*\[tool\.uv\]\n.*?(?=\n\[|\Z)", re.DOTALL)

PLAIN = ("--no-hashes", "--no-emit-project", "--no-header", "--no-annotate")


def resolution(text: str) -> list[str]:
    """`name==version` of every package of a fresh resolution of that pyproject, for all platforms and extras."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "pyproject.toml")
        project.write_text(text, encoding="utf-8")
        exported = subprocess.run(
            ["uv", "export", "--all-extras", "--all-groups", "--format", "requirements-txt", *PLAIN],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    return sorted({line.strip() for line in exported.splitlines() if "==" in line})


def main() -> None:
    free = BLOCK.sub("", PROJECT.read_text(encoding="utf-8")).rstrip() + "\n"
    pins = resolution(free)
    lines = ",\n".join("    " + _quoted(pin) for pin in pins)
    block = f"\n[tool.uv]\n# Written by scripts/pin.py; not by hand.\nconstraint-dependencies = [\n{lines},\n]\n"
    PROJECT.write_text(free + block, encoding="utf-8")
    print(f"{len(pins)} versions pinned")


def _quoted(pin: str) -> str:
    return "'" + pin + "'" if '"' in pin else '"' + pin + '"'


if __name__ == "__main__":
    main()
