"""How is a pack written by hand? The Markdown format of `docs/pack-format.md`: read, diagnosed, written."""

from content.packfile.archive import is_pack, load, loads
from content.packfile.diagnostics import Diagnostic
from content.packfile.parse import Parsed, parse
from content.packfile.write import NoRoomForMedia, save, write, write_single, write_zip

__all__ = [
    "Diagnostic",
    "NoRoomForMedia",
    "Parsed",
    "is_pack",
    "load",
    "loads",
    "parse",
    "save",
    "write",
    "write_single",
    "write_zip",
]
