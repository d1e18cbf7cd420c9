"""lectern import and lectern export: questions from and for other programs, on the command line."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.faults import InputAtFault
from content.exchange.formats import FORMATS

if TYPE_CHECKING:
    from content.exchange import Imported
    from lessons.pack import Pack

READ = [name for name, one in FORMATS.items() if one.reads]
WRITTEN = [name for name, one in FORMATS.items() if one.writes]


@click.command(
    "import",
    epilog="""\b
Examples:
  lectern import quiz.gift -o my-pack
  lectern import deck.apkg -o deck.zip
  lectern import cards.txt --from quizlet -o cards.md
  lectern import export.xml -o my-pack --json > report.json

The pack is a folder, .zip or .md; docs/exchange.md tells what each format keeps and loses.
""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "fmt", type=click.Choice(READ), help="The format; else it is found out.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The pack to write.")
@click.option("--language", help="The language of the questions, as en or pt-BR; else it is told by their letters.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def import_(file: Path, fmt: str | None, output: Path, language: str | None, as_json: bool) -> None:
    """Make a pack of another program's questions, and say of each what changed and what was refused."""
    found = _imported(file, fmt, language)
    if as_json:
        click.echo(json.dumps(found.report.to_json(), ensure_ascii=False, indent=1))
    else:
        click.echo(found.report.text())
    if found.pack is None:
        raise InputAtFault(f"{file}: nothing was written: nothing in it could be taken over.")
    _save(found.pack, output)
    if not as_json:
        click.echo(f"Written: {output}")


@click.command(
    epilog="""\b
Examples:
  lectern export my-pack --to gift -o quiz.gift
  lectern export lend-lease --to apkg -o lend-lease.apkg
  lectern export my-pack.zip --to pdf -o sheet.pdf
  lectern export my-pack --to csv -o table.csv --json

PACK is a folder, a .md or .zip file, or the name of a bundled pack.
"""
)
@click.argument("pack")
@click.option("--to", "fmt", required=True, type=click.Choice(WRITTEN), help="The format to write.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def export(pack: str, fmt: str, output: Path, as_json: bool) -> None:
    """Write a pack for another program, and say what each question loses there."""
    from bot.clock import Clock
    from bot.commands.packs import _load, find, summary
    from content.exchange import BadFile
    from content.exchange.writing import write

    parsed = _load(find(pack))
    if parsed.pack is None:
        for diagnostic in parsed.diagnostics:
            click.echo(diagnostic.text(), err=True)
        raise InputAtFault(summary(parsed))
    try:
        written = write(parsed.pack, fmt, now=Clock().now())
    except BadFile as error:
        raise InputAtFault(f"{pack}: {_sentence(error)}") from None
    _put(output, written.data)
    if as_json:
        click.echo(json.dumps(written.report.to_json(), ensure_ascii=False, indent=1))
        return
    click.echo(written.report.text())
    click.echo(f"Written: {output}")


def _imported(file: Path, fmt: str | None, language: str | None) -> "Imported":
    """What is in the file, read in a child process. Raises InputAtFault with one sentence."""
    from content.exchange import BadFile, child

    if file.is_dir():
        return _folder(file)
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= _longest() else b""
    except OSError as error:
        raise InputAtFault(f"{file}: cannot be read ({(error.strerror or str(error)).lower()}).") from None
    if size > _longest():
        raise InputAtFault(f"{file}: larger than {_longest() // 1_000_000} MB.")
    try:
        return child.read(data, file.name, fmt, language=language)
    except BadFile as error:
        raise InputAtFault(f"{file}: {_sentence(error)}") from None


def _folder(folder: Path) -> "Imported":
    """A pack of our own that is not zipped."""
    from content.exchange.reading import native
    from content.packfile import load

    try:
        return native(load(folder))
    except OSError as error:
        raise InputAtFault(f"{folder}: cannot be read ({(error.strerror or str(error)).lower()}).") from None


def _longest() -> int:
    from content.packfile import limits

    return limits.UPLOAD_BYTES


def _sentence(error: Any) -> str:
    from content.exchange.sentences import sentence

    advice = "; if you know it, name it with --from" if error.code == "unknown" else ""
    return f"{sentence(error.code, '', error.data)}{advice}."


def _save(pack: "Pack", output: Path) -> None:
    from content.packfile import NoRoomForMedia, save

    try:
        save(pack, output)
    except NoRoomForMedia:
        raise InputAtFault(f"{output}: one .md file has no room for pictures; write a folder or a .zip.") from None
    except OSError as error:
        raise InputAtFault(f"{output}: cannot be written ({(error.strerror or str(error)).lower()}).") from None


def _put(output: Path, data: bytes) -> None:
    try:
        output.write_bytes(data)
    except OSError as error:
        raise InputAtFault(f"{output}: cannot be written ({(error.strerror or str(error)).lower()}).") from None
