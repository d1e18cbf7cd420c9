"""Do others notice that somebody floods the bot? Twenty learners by turns in peace and beside one who floods it.

python benchmarks/flood.py                 each flood four times for ten seconds, by turns with as much peace
"""

import asyncio
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
from aiohttp import web

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.load import bots
from benchmarks.load.api import Town, app, message, person
from benchmarks.load.people import Count, People

LEARNERS, A_SECOND = 20, 10.0
"""Ten presses a second of twenty people: each reads for two seconds."""
FLOODER = 7
FLOOD_A_SECOND = 200
ARTICLE = Path(__file__).parents[1] / "tests" / "documents" / "bridge.txt"

Update = dict[str, Any]


def words(number: int) -> Update:
    """A monster: as many letters as Telegram lets through, with what a grader might stumble on."""
    return {"message": _said(number) | {"text": ("1" * 50 + " million and 1/3 \u2067٣ " * 200)[:4096]}}


def presses(number: int) -> Update:
    """A button that nobody drew."""
    return {
        "callback_query": {
            "id": str(number),
            "from": person(FLOODER),
            "chat_instance": "1",
            "data": f"a:{number}:0:1",
            "message": _said(number),
        }
    }


def documents(number: int) -> Update:
    """Another file each time: so many are to be fetched and built."""
    file = {"file_id": f"f{number}", "file_unique_id": f"f{number}", "file_name": f"{number}.txt", "file_size": 4000}
    said = _said(number)
    del said["text"]
    return {"message": said | {"document": file}}


FLOODS: dict[str, Callable[[int], Update]] = {"words": words, "presses": presses, "documents": documents}


def _said(number: int) -> Update:
    return message(FLOODER, 10_000_000 + number, "x", person(FLOODER)) | {"date": int(time.time())}


async def flood(town: Town, made: Callable[[int], Update], numbers: Iterator[int]) -> None:
    """Until it is cancelled."""
    while True:
        for _ in range(FLOOD_A_SECOND // 20):
            town.put(made(next(numbers)))
        await asyncio.sleep(0.05)


async def run(times: int, secs: float) -> None:
    """The bot as a process, and what people see of it."""
    town = Town(file=ARTICLE.read_bytes())
    runner = web.AppRunner(app(town))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    with tempfile.TemporaryDirectory() as folder:
        address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        process = bots.start(
            bots.CONTENDERS[0], address, Path(folder), LECTERN_RATE="1000", LECTERN_TEACHING="everyone"
        )
        try:
            people = People(town, LEARNERS)
            await asyncio.wait_for(town.polled.wait(), 60)
            await people.start(60)
            await _phases(town, people, process.pid, times, secs)
        finally:
            process.terminate()
            process.wait(20)
            await runner.cleanup()


async def _phases(town: Town, people: People, pid: int, times: int, secs: float) -> None:
    counts: dict[str, Count] = defaultdict(Count)
    spent: dict[str, float] = defaultdict(float)
    numbers = iter(range(1, 10**9))
    kinds: list[tuple[str, Callable[[int], Update] | None]] = [("peace", None), *FLOODS.items()]
    for turn in range(times + 1):
        at = turn % len(kinds)  # quizzes end at the same time for all: not always beside the same flood
        for name, made in kinds[at:] + kinds[:at]:
            people.count = counts[name] if turn else Count()  # the first time everything is new
            before = _cpu(pid)
            flooding = asyncio.create_task(flood(town, made, numbers)) if made else None
            await people.press_at_rate(A_SECOND, secs)
            if flooding is not None:
                flooding.cancel()
            spent[name] += (_cpu(pid) - before) if turn else 0.0
            await asyncio.sleep(1)
    click.echo(f"{LEARNERS} learners, {A_SECOND:g} presses a second; one floods with {FLOOD_A_SECOND} updates a second")
    for name, count in counts.items():
        click.echo(
            f"{name:<10} {len(count.secs):>5} answers, median {_share(count.secs, 0.5):6.1f} ms, "
            f"p95 {_share(count.secs, 0.95):6.1f} ms, unanswered {count.unanswered}, "
            f"processor {spent[name] / (times * secs):.0%} of a core"
        )


def _share(found: list[float], share: float) -> float:
    return sorted(found)[int(len(found) * share)] * 1000 if found else float("nan")


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@click.command()
@click.option("--times", default=4, show_default=True)
@click.option("--secs", default=10.0, show_default=True)
def main(times: int, secs: float) -> None:
    """Flood a bot; then compare what others saw."""
    asyncio.run(run(times, secs))


if __name__ == "__main__":
    main()
