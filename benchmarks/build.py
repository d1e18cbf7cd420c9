"""How fast is the whole build, and what does it take? `python -m benchmarks.build [FILE ...]`

Builds, on one core, the documents of `benchmarks/questions` and `tests/documents` one by one, the same joined into one
long document, those of the first folder joined, a quarter of these (a long text must not be dearer by the megabyte than
a short one), one of about 3,000 words, and the joined text five times in one pack; or the files named (`--together`: as
one pack). Prints seconds a stage, megabytes of text a second (the first build of the process is told apart: it loads
rules and tables), what `lectern build` of a line costs from start to end, and the highest memory the process had. The
second build of a text is quicker, since its words are known: `--times 1` is what a user waits for.
`--profile` prints the functions that take the time.
"""

import argparse
import cProfile
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from content.build import build
from content.document import Document
from content.errors import DocumentError
from content.readers import read

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "benchmarks" / "questions" / "documents", ROOT / "tests" / "documents")
STAGES = ("readers", "facts", "questions", "readings", "lessons")
MEGABYTE = 1_000_000
SHORT_WORDS = 3000
Texts = Sequence[tuple[str, bytes]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    options = _parser().parse_args(arguments)
    first = timed([("first.txt", b"The bridge was opened in 1931. It cost $60 million.")])
    named = [(path.name, path.read_bytes()) for path in options.files]
    sets = {path.name: [text] for path, text in zip(options.files, named, strict=True)} or _own()
    packs = {f"{len(named)} in one pack": named} if options.together and named else {}
    if not named:
        packs = {"5 times in one pack": [(f"{number}.txt", sets["questions joined"][0][1]) for number in range(5)]}
    if options.profile:
        _profiled(lambda: [timed(texts) for texts in sets.values()])
        return
    lines = [
        f"{'':<22}{'kB':>7}{'words':>8}" + "".join(f"{stage:>11}" for stage in STAGES) + f"{'total s':>10}{'MB/s':>7}"
    ]
    for name, texts in sets.items():
        best = min((timed(texts) for _ in range(options.times)), key=lambda spent: sum(spent.values()))
        lines.append(_row(name, texts, best))
    lines += [_row(name, texts, packed(texts)) for name, texts in packs.items()]
    print("\n".join(lines))
    print(f"\nfirst build of the process: {sum(first.values()):.2f} s; highest memory: {_memory():.0f} MB")
    print(f"`lectern build` of one line: {_started():.2f} s")


def timed(texts: Texts) -> dict[str, float]:
    """Seconds of processor time that each stage takes over all of these documents, each built alone."""
    spent = dict.fromkeys(STAGES, 0.0)
    for name, data in texts:
        began = time.process_time()
        try:
            document = read(data, name)
        except DocumentError:
            continue
        spent["readers"] += time.process_time() - began
        _build([document], spent)
    return spent


def packed(texts: Texts) -> dict[str, float]:
    """The same for one pack of all of these documents."""
    spent = dict.fromkeys(STAGES, 0.0)
    began = time.process_time()
    documents = [read(data, name) for name, data in texts]
    spent["readers"] += time.process_time() - began
    _build(documents, spent)
    return spent


def _build(documents: Sequence[Document], spent: dict[str, float]) -> None:
    current, since = "facts", time.process_time()

    def tell(stage: str, share: float) -> None:
        nonlocal current, since
        now = time.process_time()
        spent[current] += now - since
        current, since = (stage if stage in spent else "lessons"), now

    build(documents, on_progress=tell)
    tell("done", 1.0)


def _row(name: str, texts: Texts, spent: dict[str, float]) -> str:
    size, total = sum(len(data) for _, data in texts), sum(spent.values())
    words = sum(len(data.split()) for _, data in texts)
    stages = "".join(f"{spent[stage]:>11.3f}" for stage in STAGES)
    return (
        f"{name[:21]:<22}{size / 1000:>7.0f}{words:>8}{stages}{total:>10.3f}{size / MEGABYTE / max(total, 1e-9):>7.2f}"
    )


def _own() -> dict[str, Texts]:
    """The documents of the repository: one by one, as one, and the first of about 3,000 words."""
    files = [
        file for folder in FOLDERS for file in sorted(folder.rglob("*")) if file.suffix in {".txt", ".md", ".html"}
    ]
    apart = [(file.name, file.read_bytes()) for file in files]
    plain = [read(data, name).text for name, data in apart]
    asked = [text for file, text in zip(files, plain, strict=True) if FOLDERS[0] in file.parents]
    return {
        f"{len(apart)} documents": apart,
        "joined into one": [("joined.txt", _joined(plain))],
        "questions joined": [("questions.txt", _joined(asked))],
        "a quarter of those": [("quarter.txt", _joined(asked[: len(asked) // 4]))],
        f"{SHORT_WORDS} words": [("short.txt", _joined(_up_to(plain, SHORT_WORDS)))],
    }


def _joined(texts: Iterable[str]) -> bytes:
    return "\n\n".join(texts).encode()


def _up_to(texts: Iterable[str], words: int) -> list[str]:
    kept: list[str] = []
    for text in texts:
        if sum(len(each.split()) for each in kept) >= words:
            break
        kept.append(text)
    return kept


def _started() -> float:
    """Processor seconds of `lectern build`, compiled before, on a document of one line; NaN where nobody tells."""
    try:
        import resource
    except ImportError:
        return float("nan")
    with tempfile.TemporaryDirectory() as folder:
        line = Path(folder) / "line.txt"
        line.write_text("The bridge was opened in 1931.\n", encoding="utf-8")
        command = (sys.executable, "-m", "bot", "build", str(line), "-o", str(Path(folder) / "pack"))
        for _ in range(2):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _memory() -> float:
    """The highest resident memory of this process, in megabytes."""
    try:
        import resource
    except ImportError:
        return float("nan")
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return highest / (1e6 if sys.platform == "darwin" else 1e3)


def _profiled(work: Callable[[], object]) -> None:
    profile = cProfile.Profile()
    profile.runcall(work)
    pstats.Stats(profile).sort_stats("tottime").print_stats(45)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="documents to build instead of our own")
    parser.add_argument("--times", type=int, default=3, help="the fastest of so many runs is told")
    parser.add_argument("--together", action="store_true", help="build the documents named as one pack as well")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    return parser


if __name__ == "__main__":
    main()
