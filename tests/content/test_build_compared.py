"""Where two documents of a pack differ, learners are asked which says which."""

from content.build import build
from content.packfile import parse, write
from content.readers import read
from lessons.items import CompareItem

ONE = """The Alba Bridge

The Alba Bridge was opened in 1931 by Maria Stone. The bridge is 420 metres long. It was built by 300 workers.
"""
OTHER = """A history of Alba

In 1932 the Alba Bridge was opened to traffic by Maria Stone. The town had 12,000 inhabitants in 1950.
"""


def compared(*texts: str) -> list[CompareItem]:
    documents = [read(text.encode(), f"{name}.txt") for name, text in zip("ab", texts, strict=False)]
    pack = build(documents).pack
    return [item for _, item in pack.items() if isinstance(item, CompareItem)]


def test_two_documents_that_differ_make_a_comparison() -> None:
    (item,) = compared(ONE, OTHER)
    assert [claim.right for claim in item.answer] == ["1931", "1932"]
    assert [claim.left for claim in item.answer] == ["The Alba Bridge", "A history of Alba"]
    assert "opened in … by Maria Stone" in item.prompt
    for claim, cited in zip(item.answer, item.sources, strict=True):
        assert cited.ref == claim.source
        assert cited.exact is not None
        assert claim.right in cited.exact


def test_one_document_and_two_that_agree_make_none() -> None:
    assert compared(ONE) == []
    assert compared(ONE, OTHER.replace("1932", "1931")) == []


def test_the_same_documents_give_the_same_pack_and_it_is_read_again() -> None:
    documents = [read(text.encode(), f"{name}.txt") for name, text in zip("ab", (ONE, OTHER), strict=True)]
    pack = build(documents).pack
    assert build(documents).pack == pack
    parsed = parse(write(pack))
    assert parsed.pack is not None, parsed.diagnostics
    again = [item for _, item in parsed.pack.items() if isinstance(item, CompareItem)]
    assert [item.answer for item in again] == [item.answer for _, item in pack.items() if isinstance(item, CompareItem)]
