"""Whatever is sent: a value comes back, soon."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.packfile import loads, parse
from content.packfile.answers.dates import BadDate, read_date
from content.packfile.answers.quantities import BadQuantity, read_quantity
from content.packfile.fix import fix
from content.packfile.inline import inline
from lessons.rich import plain

CARD = "---\nformat: 1\npack: tiny\nversion: 1.0.0\ntitle: Tiny\nlanguage: en\nlicence: CC0-1.0\n---\n"

pieces = st.sampled_from(
    [
        "\n", "\n\n", "  ", "\t", "# ", "## ", "#### ", "## ? ", "##?", "{#a}", "{#b was=a}", "{#", "}",
        "number: ", "date: ", "text: ", "truth: true", "estimate: ", "earlier: ", "later: ", "accept: ",
        "partly: ", "wrong: ", "decoys: ", "why: ", "source: ", "reading \"", "\"", "^k", "[^k]: ",
        "  title: ", "- [ ] ", "- [x] ", "- ", "1. ", "2) ", " -> ", "→", "; ", "±", "+-", "5", "1,567",
        "6.02e23", "10^", "..", "%", "billion", "$", "~", "3 sf", "280 BC", "1941", "1942-06-11", "/",
        "193X", "4 June", "____", "*", "**", "_", "`", "[", "](", "https://a.b", ")", "![", "<!--", "-->",
        "---\n", "lesson: x\n", "> ", "\\", "\u202e", "\u2028", "é", "e\u0301", "\u0000", "\r", "\ufeff",
        "shown: ", "unit: only", "tags: a", "precision: day", "calendar: julian", "level: 3", "wörd", "日本",
    ]
)  # fmt: skip
texts = st.lists(pieces | st.text(max_size=6), max_size=60).map("".join)
quick = settings(max_examples=200, deadline=2000, suppress_health_check=[HealthCheck.too_slow])


@given(texts)
@quick
def test_any_text_is_a_pack_or_has_faults(text):
    parsed = parse({"a.md": (CARD + text).encode("utf-8", "replace")})
    assert (parsed.pack is None) == bool(parsed.errors)
    for one in parsed.diagnostics:
        assert one.line >= 1
        assert one.column >= 1
        assert one.text()


@given(texts)
@quick
def test_mending_twice_is_mending_once(text):
    files = {"a.md": (CARD + text).encode("utf-8", "replace")}
    files |= fix(files)
    assert fix(files) == {}


@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.zip", "", "\\", "x/"]))
@quick
def test_any_bytes_are_taken(data, name):
    assert loads(data, name).pack is None or name


@given(st.binary(max_size=200))
@quick
def test_any_bytes_behind_a_zips_mark_are_taken(data):
    assert loads(b"PK\x03\x04" + data, "a.zip").pack is None


@given(texts)
@quick
def test_any_words_have_runs(text):
    assert len(plain(inline(text))) <= len(text)


@given(texts)
@quick
def test_a_figure_or_a_reason(text):
    with suppress(BadQuantity):
        assert read_quantity(text).quantity.written


@given(texts)
@quick
def test_a_date_or_a_reason(text):
    with suppress(BadDate):
        assert read_date(text).edtf


HEAVY = {
    "stars": "# a\n" + ("*a " * 2500 + "\n\n") * 40,
    "brackets": "# a\n" + ("[" * 3000 + "](http://a)\n\n") * 60,
    "headings": "# a\n" * 29_000,
    "questions": "## ? q\nnumber: 1\n" * 14_000,
    "options": "# a\n## ? b\n" + "- [ ] a\n" * 29_000,
    "quotations": "# a\n" + "hello world foo " * 450 + '\n\n## ? b\ntruth: yes\nsource: reading "helo world foo"' * 500,
    "spaces": "# a\n## ? b\n" + ("number: 1" + " " * 9000 + "x\n") * 50,
    "footnotes": "[^a]: b\n" * 29_000,
    "fences": "---\nlesson: a\n---\n" * 9_000,
}  # fmt: skip


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", HEAVY)
def test_no_text_takes_long(name):
    assert parse({"a.md": (CARD + HEAVY[name]).encode()}).diagnostics is not None
