"""Which packs come with the program? Folders beside this file, as a teacher would write them."""

from pathlib import Path

from lessons.errors import PackNotFound

_HERE = Path(__file__).parent


def bundled() -> tuple[str, ...]:
    """The names of the bundled packs, in alphabetical order."""
    return tuple(sorted(folder.name for folder in _HERE.iterdir() if (folder / "pack.md").is_file()))


def bundled_path(name: str) -> Path:
    """The folder of that bundled pack. Raises PackNotFound."""
    if name not in bundled():
        raise PackNotFound(name)
    return _HERE / name
