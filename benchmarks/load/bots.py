"""Which bots are compared, and how is each started? Ours as `lectern run`; others in environments of their own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from benchmarks.load.api import TOKEN

RIVALS = Path(__file__).parent / "rivals"
PACKAGES = {
    "ptb": ("python-telegram-bot==22.8", "aiohttp==3.14.5"),
    "sqlmodel": ("python-telegram-bot==22.8", "sqlmodel==0.0.50", "sqlalchemy[asyncio]", "aiosqlite"),
    "aiogram": ("aiogram>=3.20,<4",),
}


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot in the comparison: its environment ("" is ours), its script with arguments, where ours is not meant."""

    name: str
    environment: str
    script: tuple[str, ...] = ()


CONTENDERS = (
    Contender("lectern", ""),
    Contender("ptb defaults", "ptb", ("ptb.py", "default")),
    Contender("ptb aiohttp", "ptb", ("ptb.py", "aiohttp")),
    Contender("ptb aiohttp side by side", "ptb", ("ptb.py", "aiohttp side by side")),
    Contender("ptb sqlmodel", "sqlmodel", ("ptb_sqlmodel.py",)),
    Contender("aiogram", "aiogram", ("bare_aiogram.py",)),
)


def home() -> Path:
    """Where the environments are: $LECTERN_RIVALS, or a folder in the user's cache."""
    told = os.environ.get("LECTERN_RIVALS")
    return (Path(told) if told else user_cache_path("lectern") / "rivals") / "load"


def make() -> None:
    """An environment for each kind of rival, with uv; none is a dependency of ours."""
    home().mkdir(parents=True, exist_ok=True)
    for name, packages in PACKAGES.items():
        folder = home() / name
        made = subprocess.run(["uv", "venv", "-q", "--clear", "--python", "3.11", str(folder)], check=False)
        install = ["uv", "pip", "install", "-q", "--no-config", "--python", str(folder / "bin" / "python"), *packages]
        filled = subprocess.run(install, check=False)
        print(f"{name}: {'ready' if made.returncode == filled.returncode == 0 else 'could not be built'}")


def installed(contender: Contender) -> bool:
    """Whether its environment is there."""
    return not contender.environment or _python(contender).exists()


def start(contender: Contender, api: str, folder: Path, **settings: str) -> subprocess.Popen[bytes]:
    """The bot as a process that polls `api`; what it writes goes to a file in `folder`. `settings` are for ours."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    if not contender.environment:
        environment |= {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api,
            "DATABASE_URL": f"sqlite:///{(folder / 'lectern.db').as_posix()}",
            "LECTERN_RATE": "0",
            "LECTERN_LOG": "warning",
        } | settings
        command = [sys.executable, "-m", "bot", "run"]
    else:
        script, *arguments = contender.script
        last = arguments or [str(folder / "rows.db")]
        command = [str(_python(contender)), str(RIVALS / script), api, TOKEN, *last]
    with (folder / "log.txt").open("wb") as log:
        return subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)


def _python(contender: Contender) -> Path:
    return home() / contender.environment / "bin" / "python"
