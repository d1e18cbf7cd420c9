"""lectern check, packs, install and items: packs on the command line."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from content.packfile import Parsed
    from storage.database import Database
    from storage.packs import PackCard


@click.command(
    epilog="""\b
Examples:
  lectern check my-pack
  lectern check pack.md --fix        write missing ids into the file
  lectern check pack.zip --json
  lectern check lend-lease           a pack that comes with Lectern

PACK is a folder, a .md or .zip file, or the name of a bundled pack.
"""
)
@click.argument("pack")
@click.option("--json", "as_json", is_flag=True, help="Print the diagnostics as JSON, for editors.")
@click.option("--fix", is_flag=True, help="Write missing ids, plain quotes, arrows and ± into the files.")
def check(pack: str, as_json: bool, fix: bool) -> None:
    """Say everything that is wrong with a pack, with file, line and column. Exit status 1 if there is an error."""
    path = find(pack)
    changed = _fix(path) if fix else ()
    parsed = _load(path)
    if as_json:
        click.echo(json.dumps(_as_json(parsed, changed), ensure_ascii=False, indent=1))
    else:
        for name in changed:
            click.echo(f"mended: {name}")
        for diagnostic in parsed.diagnostics:
            click.echo(diagnostic.text())
        click.echo(summary(parsed))
    if parsed.pack is None:
        raise SystemExit(1)


@click.command(
    epilog="""\b
Examples:
  lectern items lend-lease
  lectern items my-pack --json > items.json

PACK is a folder, a .md or .zip file, or the name of a bundled pack.
"""
)
@click.argument("pack")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list with every field.")
def items(pack: str, as_json: bool) -> None:
    """Print every question of a pack with its options, its key and where it comes from."""
    parsed = _load(find(pack))
    if parsed.pack is None:
        for diagnostic in parsed.diagnostics:
            click.echo(diagnostic.text(), err=True)
        click.echo(summary(parsed), err=True)
        raise SystemExit(1)
    from content.packfile.flat import flat_items

    listed = flat_items(parsed.pack)
    if as_json:
        click.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    for one in listed:
        prompt = one["prompt"].replace("\n", "\n  ")
        click.echo(f"{one['lesson']}/{one['id']} ({one['kind']})\n  {prompt}\n  = {_in_one_line(one['key'])}")
    click.echo(f"{len(listed)} questions", err=True)


@click.command(
    epilog="""\b
Examples:
  lectern packs
  lectern packs --json
  DATABASE_URL=sqlite:///lectern.db lectern packs
"""
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def packs(as_json: bool) -> None:
    """List the packs that are installed."""
    cards = asyncio.run(_with_database(_listed))
    if as_json:
        fields = ("id", "key", "title", "version", "language", "lessons", "items", "status")
        click.echo(json.dumps([{name: getattr(card, name) for name in fields} for card in cards], ensure_ascii=False))
        return
    for card in cards:
        counts = f"{card.lessons} lessons, {card.items} questions"
        click.echo(f"{card.key:<24} {card.version:<8} {card.title}  ({counts}, {card.status})")
    if not cards:
        click.echo("No pack is installed: lectern install PACK, or start the bot once.")


@click.command(
    epilog="""\b
Examples:
  lectern install my-pack
  lectern install pack.zip
  lectern install lend-lease

A pack that is installed already is updated: learners keep their progress on every question that kept its id.
"""
)
@click.argument("pack")
def install(pack: str) -> None:
    """Check a pack and put it on the shelf of the database, for all learners."""
    from bot.actions import shelving
    from bot.clock import Clock

    parsed = _load(find(pack))

    async def put(database: "Database") -> Any:
        return await shelving.install(database, pack, parsed, Clock().now())

    change = asyncio.run(_with_database(put))
    assert parsed.pack is not None
    click.echo(
        f"Installed: {parsed.pack.title} ({parsed.pack.key} {parsed.pack.version}): {_count(change.added)} new, "
        f"{_count(change.changed)} changed, {_count(change.retired)} retired"
    )


def find(pack: str) -> Path:
    """The path of a pack that was named: what is there, else the bundled pack. Raises InputAtFault."""
    from content.packs import bundled, bundled_path

    path = Path(pack)
    if path.exists():
        return path
    if pack in bundled():
        return bundled_path(pack)
    from bot.commands.faults import InputAtFault

    raise InputAtFault(f"There is no pack {pack}: neither a file or folder, nor one of {', '.join(bundled())}.")


def summary(parsed: "Parsed") -> str:
    """One line: how many errors and warnings, and what the pack holds."""
    errors = len(parsed.errors)
    warnings = len(parsed.diagnostics) - errors
    more = f" (and {parsed.more} more)" if parsed.more else ""
    faults = f"{_several(errors, 'error')}, {_several(warnings, 'warning')}{more}"
    if parsed.pack is None:
        return faults
    pack = parsed.pack
    readings = sum(len(lesson.readings) for lesson in pack.lessons)
    asked = sum(len(lesson.items) for lesson in pack.lessons)
    counts = ", ".join(
        _several(number, word)
        for number, word in ((len(pack.lessons), "lesson"), (readings, "reading"), (asked, "question"))
    )
    return f"{pack.key} {pack.version}: {counts}; {faults}"


def _several(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _in_one_line(text: str) -> str:
    return " / ".join(text.splitlines())


def _count(found: Any) -> int:
    return found if isinstance(found, int) else len(found)


def _as_json(parsed: "Parsed", changed: tuple[str, ...]) -> dict[str, Any]:
    return {
        "ok": parsed.pack is not None,
        "mended": list(changed),
        "more": parsed.more,
        "diagnostics": [diagnostic.to_json() for diagnostic in parsed.diagnostics],
    }


def _load(path: Path) -> "Parsed":
    from bot.commands.faults import InputAtFault
    from content.packfile import load

    try:
        return load(path)
    except OSError as error:
        raise InputAtFault(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from None


def _fix(path: Path) -> tuple[str, ...]:
    from bot.commands.faults import InputAtFault
    from content.packfile.archive import BadArchive
    from content.packfile.fix import fix_path

    try:
        return fix_path(path)
    except BadArchive:
        return ()  # what is wrong with it is told by the check that follows
    except OSError as error:
        raise InputAtFault(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from None


async def _listed(database: "Database") -> "list[PackCard]":
    async with database.read() as store:
        return await store.packs.list(public_only=False)


async def _with_database(work: Any) -> Any:
    """Run `work` on the database of the settings, brought up to date and closed in the end."""
    from bot import settings
    from storage.database import Database

    database = Database(settings.load().database_url)
    try:
        await database.migrate()
        return await work(database)
    finally:
        await database.close()
