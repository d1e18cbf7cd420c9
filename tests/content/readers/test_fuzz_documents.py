"""Whatever comes, a reader answers with a document or with its own errors, soon, and its blocks fit its text."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.document import Document
from content.errors import DocumentError
from content.readers import read
from tests.content.readers.printing import flowing

SAMPLES = Path(__file__).parents[2] / "documents"
HEADS = (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"{\\rtf", b"\xff\xfe")
XML_PARTS = {
    "docx": ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"),
    "odt": ("content.xml", "styles.xml", "meta.xml"),
    "epub": ("META-INF/container.xml", "EPUB/content.opf", "EPUB/text/ch001.xhtml"),
}
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def survives(data: bytes, name: str) -> None:
    try:
        document = read(data, name)
    except DocumentError:
        return
    fits(document, len(data))


def fits(document: Document, size: int) -> None:
    end = 0
    for section in document.sections:
        for block in section.blocks:
            assert end <= block.span.start < block.span.end <= len(document.text)
            end = block.span.end
    assert len(document.text) <= max(2_100_000, 2 * size)


def mutated(data: bytes, edits: list[tuple[float, bytes, int]]) -> bytes:
    """The bytes with stretches replaced, put in or taken out at those places."""
    changed = bytearray(data)
    for place, new, gone in edits:
        at = int(place * len(changed))
        changed[at : at + gone] = new
    return bytes(changed)


EDITS = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.one_of(
            st.binary(max_size=12),
            st.sampled_from(
                [b"<", b">", b"</", b"/>", b"&", b"&#0;", b"-1", b"99999999999", b"\xff\xfe", b"0 0 R", b"<<"]
            ),
        ),
        st.integers(0, 12),
    ),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.html"])
@given(head=st.sampled_from(HEADS), data=st.binary(max_size=400))
@FEW
def test_random_bytes(name, head, data):
    survives(head + data, name)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    found = {ending: (SAMPLES / f"parish.{ending}").read_bytes() for ending in XML_PARTS}
    long = "It took 300 ships in 1850, and 10<super>23</super> atoms. " * 20
    return found | {"pdf": flowing("A harbour", long, long), "html": (SAMPLES / "same.html").read_bytes()}


@pytest.mark.parametrize("ending", ["docx", "odt", "epub", "pdf", "html"])
@given(edits=EDITS)
@FEW
def test_changed_files(files, ending, edits):
    survives(mutated(files[ending], edits), f"a.{ending}")


@pytest.mark.parametrize("ending", list(XML_PARTS))
@given(edits=EDITS, part=st.integers(0, 3))
@FEW
def test_changed_parts_of_zipped_files(files, ending, edits, part):
    member = XML_PARTS[ending][part % len(XML_PARTS[ending])]
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(files[ending])) as old, zipfile.ZipFile(target, "w") as new:
        assert member in old.namelist()
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutated(content, edits) if name == member else content)
    survives(target.getvalue(), f"a.{ending}")


TAGS = st.sampled_from(
    [
        *("p", "div", "ul", "ol", "li", "table", "tr", "td", "h1", "h3", "sup", "sub", "a", "nav", "aside"),
        *("math", "msup", "mn", "blockquote", "span", "section", "br", "hr", "b"),
    ]
)


def _element(made: tuple[str, list[str]]) -> str:
    return f"<{made[0]}>{''.join(made[1])}</{made[0]}>"


PAGES = st.recursive(
    st.text(alphabet="ab1 .,²³\u00a0&<", max_size=8).map(
        lambda words: words.replace("&", "&amp;").replace("<", "&lt;")
    ),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ),
    max_leaves=25,
)


@given(page=PAGES)
@settings(max_examples=150, deadline=None)
def test_pages_of_any_shape(page):
    survives(f"<body>{page}</body>".encode(), "a.html")
