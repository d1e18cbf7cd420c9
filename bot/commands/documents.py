"""lectern extract and lectern build: from documents to facts and packs, on the command line."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from bot.commands.faults import InputAtFault, document_sentence

LONGEST = 20_000_000
"""Bytes of a document that are read."""


@click.command(
    epilog="""\b
Examples:
  lectern extract report.txt
  lectern extract report.txt --json > facts.json
"""
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list instead of a table.")
def extract(file: Path, as_json: bool) -> None:
    """Print every figure and date of a document, with its value and its place."""
    from content.facts.listing import listing

    facts = listing(read_document(file))
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False, indent=1))
        return
    for fact in facts:
        click.echo(f"{fact['start']:>7}  {fact['kind']:<6}  {fact['text']:<32}  {_value(fact['value'])}")
    plural = "" if len(facts) == 1 else "s"
    click.echo(f"{len(facts)} fact{plural}", err=True)


def _value(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value or "year unknown")
    high = f" to {value['number_high']:,}" if value.get("number_high") is not None else ""
    about = "about " if value.get("approximate") else ""
    return f"{about}{value['number']:,}{high} {value.get('unit') or ''}".rstrip()


@click.command(
    epilog="""\b
Examples:
  lectern build article.txt -o article-pack
  lectern build one.md two.html -o pack.zip --title "Two views"
  lectern build article.txt -o pack --json
  lectern build article.txt --explain        say of each sentence why it was asked or not; writes nothing
"""
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The pack: a folder, .zip or .md.")
@click.option("--title", help="The pack's title; else the first document's.")
@click.option("--json", "as_json", is_flag=True, help="Print the build report as JSON.")
@click.option("--explain", is_flag=True, help="Say of each sentence why it was asked or not; -o may be left out.")
def build(files: tuple[Path, ...], output: Path | None, title: str | None, as_json: bool, explain: bool) -> None:
    """Make a pack of readings and questions from documents, and print what was asked and what was skipped."""
    from content import build as builder
    from content import packfile
    from content.errors import DocumentError, NothingToAsk, NothingToTeach
    from content.uncollected import uncollected

    if output is None and not explain:
        raise click.UsageError("Missing option '-o' / '--output': where is the pack to be written?")
    with progress("Building") as told, uncollected():
        documents = [read_document(file) for file in files]
        try:
            built = builder.build(documents, title=title, on_progress=told)
        except DocumentError as error:
            raise InputAtFault(f"{error.name or files[0]}: {document_sentence(error)}") from error
    _tell(built, as_json=as_json, explain=explain)
    if not built.report.items:
        nothing = NothingToAsk(facts=built.report.facts) if built.report.facts else NothingToTeach()
        raise InputAtFault(f"{files[0]}: nothing was written. {document_sentence(nothing)}")
    if output is None:
        return
    packfile.save(built.pack, output)
    if not as_json:
        click.echo(f"Written: {output}")


def _tell(built: Any, *, as_json: bool, explain: bool) -> None:
    """Print the report, and before it each sentence with its reasons if that was asked for."""
    from content import explain as explaining
    from content import report

    sentences = list(explaining.explained(built.looked, built.pack)) if explain else []
    if as_json:
        told = report.as_json(built.report) | ({"sentences": explaining.as_json(sentences)} if explain else {})
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    if explain:
        click.echo(explaining.text(sentences))
        click.echo()
    click.echo(report.text(built.report))


def read_document(file: Path) -> Any:
    """The document of that file; raises InputAtFault with one sentence that names the file."""
    from content import child
    from content.errors import DocumentError

    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= LONGEST else b""
    except OSError as error:
        raise InputAtFault(f"{file}: cannot be read ({error.strerror}).") from error
    if size > LONGEST:
        raise InputAtFault(
            f"{file}: {size // 1_000_000} MB is too large; {LONGEST // 1_000_000} MB is the most. Send it in parts."
        )
    try:
        return child.read(data, file.name)
    except DocumentError as error:
        raise InputAtFault(f"{file}: {document_sentence(error)}") from error


@contextmanager
def progress(title: str) -> Iterator[Callable[[str, float], None]]:
    """A bar on standard error where that is a terminal; what is told to it is the stage and its share from 0 to 1."""
    if not sys.stderr.isatty():
        yield lambda stage, share: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=1.0)
        yield lambda stage, share: bar.update(task, description=f"{title}: {stage}", completed=share)
