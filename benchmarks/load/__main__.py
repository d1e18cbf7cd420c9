"""`python -m benchmarks.load` compares; `--make` builds the rivals' environments first."""

import argparse
import asyncio
import json
import os
import resource
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from aiohttp import web

from benchmarks.load import bots
from benchmarks.load.api import Town, app
from benchmarks.load.bots import CONTENDERS, Contender
from benchmarks.load.people import People

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one bot: closed loop (turns a second, CPU milliseconds a turn, memory), then open loop (p50, p95)."""

    name: str
    turns: int
    turns_per_sec: float
    cpu_ms: float
    rss_mb: float
    open_p50_ms: float
    open_p95_ms: float
    unanswered: int


async def run(contender: Contender, people: int, secs: float, rate: float, open_secs: float, least: int = 0) -> Run:
    """Start the bot, let people press in a closed loop (until there were `least` turns) and then at a rate, end it."""
    town = Town()
    runner = web.AppRunner(app(town), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    with tempfile.TemporaryDirectory() as folder:
        process = bots.start(contender, f"http://127.0.0.1:{port}", Path(folder))
        try:
            return await _measured(contender, town, process, people, secs, rate, open_secs, least)
        except TimeoutError as error:
            log = (Path(folder) / "log.txt").read_text(errors="replace")[-600:]
            raise SystemExit(f"{contender.name} did not answer. Its last words:\n{log}") from error
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            await runner.cleanup()


async def _measured(
    contender: Contender,
    town: Town,
    process: "subprocess.Popen[bytes]",
    number: int,
    secs: float,
    rate: float,
    open_secs: float,
    least: int,
) -> Run:
    async with asyncio.timeout(30):
        await town.polled.wait()
    people = People(town, number)
    await people.start(30)
    await people.press_all(time.monotonic() + min(2.0, secs / 3))  # warm
    people.count.secs.clear()
    began, cpu = time.monotonic(), _cpu_secs(process.pid)
    await people.press_all(began + secs)
    took, used, turns = time.monotonic() - began, _cpu_secs(process.pid) - cpu, len(people.count.secs)
    while len(people.count.secs) < least:
        await people.press_all(time.monotonic() + 1)
    people.count.secs.clear()
    await people.press_at_rate(rate, open_secs)
    waits = people.count.secs
    if people.count.mistakes:
        print(f"  {len(people.count.mistakes)} views without a button, such as: {people.count.mistakes[0]!r}")
    return Run(
        name=contender.name,
        turns=turns,
        turns_per_sec=turns / took,
        cpu_ms=1000 * used / max(1, turns),
        rss_mb=_rss_mb(process.pid),
        open_p50_ms=1000 * median(waits),
        open_p95_ms=1000 * quantiles(waits, n=20)[-1],
        unanswered=people.count.unanswered,
    )


def _cpu_secs(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _rss_mb(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE / 1e6


def table(runs: Sequence[Run]) -> str:
    """A row a bot: medians, with the lowest and highest turns a second, and ratios to bare python-telegram-bot."""
    lines = [
        "| bot | runs | turns/s | CPU ms/turn | RSS MB | p50 ms | p95 ms at the rate | turns ÷ ptb | turns ÷ aiogram |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    by_name = {name: [run for run in runs if run.name == name] for name in dict.fromkeys(run.name for run in runs)}
    speed = {name: median(run.turns_per_sec for run in mine) for name, mine in by_name.items()}
    for name, mine in by_name.items():
        speeds = sorted(run.turns_per_sec for run in mine)
        lines.append(
            f"| {name} | {len(mine)} | {speed[name]:.0f} ({speeds[0]:.0f}-{speeds[-1]:.0f}) "
            f"| {median(r.cpu_ms for r in mine):.2f} | {median(r.rss_mb for r in mine):.0f} "
            f"| {median(r.open_p50_ms for r in mine):.1f} | {median(r.open_p95_ms for r in mine):.1f} "
            f"| {_ratio(speed, name, 'ptb defaults')} | {_ratio(speed, name, 'aiogram')} |"
        )
    return "\n".join(lines)


def _ratio(speed: dict[str, float], name: str, base: str) -> str:
    return f"{speed[name] / speed[base]:.2f}" if base in speed else "–"


def main() -> None:
    """Run what is asked for, interleaved, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--make", action="store_true", help="build the rivals' environments first")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--secs", type=float, default=10.0, help="of the closed loop, a run")
    parser.add_argument("--turns", type=int, default=0, help="of the closed loop at least, before memory is looked at")
    parser.add_argument("--rate", type=float, default=20.0, help="presses a second in the open loop")
    parser.add_argument("--open-secs", type=float, default=10.0)
    parser.add_argument("--only", help="of these bots alone, by commas: " + ", ".join(c.name for c in CONTENDERS))
    parser.add_argument("--json", type=Path, help="write every run there")
    options = parser.parse_args()
    if options.make:
        bots.make()
    wanted = options.only.split(",") if options.only else [c.name for c in CONTENDERS]
    chosen = [c for c in CONTENDERS if c.name in wanted]
    for missing in (c for c in chosen if not bots.installed(c)):
        print(f"{missing.name}: not installed, left out; --make builds it")
    runs: list[Run] = []
    for number in range(options.rounds):
        for contender in (c for c in chosen if bots.installed(c)):
            done = asyncio.run(
                run(contender, options.people, options.secs, options.rate, options.open_secs, options.turns)
            )
            print(f"round {number + 1}: {done}", flush=True)
            runs.append(done)
    print(table(runs))
    if options.json:
        options.json.write_text(json.dumps([asdict(each) for each in runs], indent=1))


if __name__ == "__main__":
    main()
