"""Any bytes as GIFT: a pack that can be written and read again and a report of every question, or a code."""

import sys
from pathlib import Path

import atheris  # type: ignore[import-not-found]

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["content", "lessons"]):
    from content.exchange.gift.blocks import blocks
    from content.exchange.gift.read import looks_like
    from tests.content.exchange.holding import hold

from tests.fuzz.running import SAMPLES, run

PIECES = [
    b"::A:: Why? {=b ~c}\n\nD {T#no#yes}\n", b"$CATEGORY: $course$/top/Sea\n\nHow tall? {#55:2}\n",
    b"// [id:a] [tag:b]\nWhich? {~%50%a ~%50%b#c ~%-100%d}\n", b"Pair {=a -> b =c -> d = -> e}\n",
    b"It is {=one =%50%two#half} here.\n####\n", b"[html]<p>10<sup>23</sup> \\{x\\}</p> {#=1e3:1 =%50%5..6#y}\n",
    b"<<<<<<< HEAD\nx {=a}\n=======\ny {=b}\n>>>>>>> other\n",
]  # fmt: skip


def target(data: bytes) -> None:
    """One file: read, and asked whether it looks like GIFT."""
    found = hold(data, "gift")
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    looks_like(text)
    if not isinstance(found, str) and b"\xff" not in data and not data.startswith((b"\xfe", b"\xff")):
        assert found.report.found + found.report.readings == sum(1 for _ in blocks(text)) or _reencoded(data)


def _reencoded(data: bytes) -> bool:
    """Whether the file is no UTF-8, so that its lines may be others than those counted here."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return True
    return False


if __name__ == "__main__":
    run(target, [(SAMPLES / "lights.gift").read_bytes(), *PIECES])
