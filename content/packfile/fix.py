"""What can be mended in a pack without asking? Ids are written in; quotes, arrows and ± become the plain ones."""

import re
from collections.abc import Mapping
from pathlib import Path

from content.packfile.archive import read_files
from content.packfile.outline import ID
from content.packfile.parse import parse, rooted
from content.packfile.write import zip_files

_ASKS = re.compile(r"[ ]{0,3}#{1,6}[ \t]*\?")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?:[ \t]|$)")
_PLUS_MINUS = re.compile(r"^((?:number|date|accept|partly|wrong)\s*:.*?)\s*\+\s*/?\s*[-−–]\s*(?=[0-9])", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?<!\\)(?:→|–>|—>)\s*")
_LISTED = re.compile(r"[ ]{0,3}(?:[-*+•–]|[0-9]{1,3}[.)])\s|(?:partly|wrong|earlier|later)\s*:", re.IGNORECASE)
_QUOTED = re.compile(
    r"^(source\s*:\s*(?:reading|\^\S+?)\s*)[“”„«»](.*)[“”„«»](\s*(?:@[0-9]+-[0-9]+)?\s*)$", re.IGNORECASE
)
_ATTRIBUTES = re.compile(r"\{\s*((?:was=|reading=)[^{}]*)\}\s*$")


def fix(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that change, mended. Line ends and everything else stay as they are; a second time, nothing changes."""
    top = _top(files)
    ids: dict[str, dict[int, str]] = {}
    for missing in parse(files).missing_ids:
        ids.setdefault(top + missing.file, {})[missing.line] = missing.id
    changed = {}
    for path, data in files.items():
        if path.lower().endswith(".md"):
            mended = _mend(data, ids.get(path, {}))
            if mended != data:
                changed[path] = mended
    return changed


def fix_path(path: Path) -> tuple[str, ...]:
    """Mend the pack at that path in place; the names of the files that changed. Raises BadArchive and OSError."""
    files = read_files(path)
    changed = fix(files)
    if path.is_dir():
        for name, data in changed.items():
            (path / name).write_bytes(data)
    elif changed and len(files) == 1 and path.suffix.lower() != ".zip":
        path.write_bytes(next(iter(changed.values())))
    elif changed:
        path.write_bytes(zip_files({**files, **changed}))
    return tuple(sorted(changed))


def _top(files: Mapping[str, bytes]) -> str:
    """The folder that holds all files, with its slash; empty where there is none."""
    inner = rooted(files)
    return next((path.removesuffix(name) for name in inner for path in files if files[path] is inner[name]), "")


def _mend(data: bytes, ids: Mapping[int, str]) -> bytes:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    lines = re.split(r"(\r\n|\n|\r)", text)
    asking = False
    for index in range(0, len(lines), 2):
        line = lines[index]
        if _HEADING.match(line) or _ASKS.match(line):
            asking = _ASKS.match(line) is not None
        number = index // 2 + 1
        if number in ids:
            lines[index] = _with_id(line, ids[number])
        elif asking:
            lines[index] = _plain(line)
    return "".join(lines).encode()


def _with_id(line: str, new: str) -> str:
    assert ID.fullmatch(new)
    bare = re.sub(r"[ \t]+#+[ \t]*$", "", line.rstrip())
    attributes = _ATTRIBUTES.search(bare)
    if attributes:
        return f"{bare[: attributes.start()]}{{#{new} {attributes[1].strip()}}}"
    return f"{bare} {{#{new}}}"


def _plain(line: str) -> str:
    line = _PLUS_MINUS.sub(r"\1 ± ", line)
    if _LISTED.match(line):
        line = _ARROW.sub(" -> ", line)
    return _QUOTED.sub(r'\1"\2"\3', line)
