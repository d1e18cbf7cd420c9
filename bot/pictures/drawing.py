"""How does a picture's process speak? JSON comes in, a PNG goes out; it ends with 1 where letters are missing."""

import json
import sys
from collections.abc import Callable
from typing import Any

from bot.pictures.letters import can_be_written


def serve(png: Callable[[dict[str, Any]], bytes]) -> None:
    """Draws what standard input asks for."""
    wanted = json.load(sys.stdin)
    if not can_be_written(wanted):
        sys.exit(1)
    sys.stdout.buffer.write(png(wanted))
