"""Do two documents tell one thing differently? What the teacher is shown."""

import pytest

from content.build import build
from content.readers import read
from content.report import as_json, text


def told(one: str, other: str) -> list[tuple[str, str, str]]:
    """Relation and words of each pair found in two one-paragraph documents."""
    documents = [read(f"The Games\n\n{words}\n".encode(), name) for name, words in (("a.txt", one), ("b.txt", other))]
    report = build(documents).report
    return [(pair.relation, pair.one.words, pair.other.words) for pair in report.conflicts]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            "At Athens in 1896 some 241 athletes took part in the Games.",
            "In Athens in 1896 the Games saw 280 athletes take part.",
            "differ",
        ),
        (
            "The Alba Bridge was opened in 1931 by Maria Stone.",
            "In 1932 the Alba Bridge was opened to traffic by Maria Stone.",
            "differ",
        ),
        (
            "The Alba Bridge was opened on 4 May 1931 by Maria Stone.",
            "In 1931 the Alba Bridge was opened to traffic by Maria Stone.",
            "agree",
        ),
        (
            "The survey of Alba counted 2,670,371 sheep in the hills.",
            "The survey of Alba counted 2.7 million sheep in the hills.",
            "agree",
        ),
        (
            "The Marshall Plan gave over $12 billion to Europe.",
            "The Marshall Plan gave $13 billion to Europe.",
            "agree",
        ),
        (
            "By 1944 the Soviet Army had received 13,000 tanks from America.",
            "By 1942 the Soviet Army had received 6,000 tanks from America.",
            "scope",
        ),
        (
            "Before the eruption Mount Tambora was 4,300 metres high.",
            "Mount Tambora is 2,850 metres high today.",
            "scope",
        ),
        (
            "Tambora threw out 150 cubic kilometres of rock.",
            "Tambora threw out about 160 cubic kilometres of rock and ash.",
            "differ",
        ),
    ],
)
def test_two_documents_are_compared(one: str, other: str, relation: str) -> None:
    assert relation in {found[0] for found in told(one, other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Alba Bridge was begun in 1923.", "The Alba Bridge was opened in 1931."),
        ("Alba had 40 schools and 300 teachers.", "The Bela Canal carried 40 ships and 280 teachers of Greek."),
        ("The tower is 320 m high.", "The nave is 32 kg heavy."),
    ],
)
def test_other_things_are_not_compared(one: str, other: str) -> None:
    assert told(one, other) == []


def test_one_document_is_not_compared_with_itself() -> None:
    document = read(b"The Games\n\nAlba had 40 schools in 1900. Alba had 50 schools in 1900.\n", "a.txt")
    assert build([document]).report.conflicts == ()


def test_the_report_shows_disagreements() -> None:
    names = ("a.txt", "b.txt")
    words = ("The Alba Bridge was opened in 1931 by Ann Poe.", "The Alba Bridge was opened in 1932 by Ann Poe.")
    report = build([read(f"Alba\n\n{each}\n".encode(), name) for name, each in zip(names, words, strict=True)]).report

    assert "The documents differ, please look:\n  a.txt: “1931” in" in text(report)
    assert as_json(report)["conflicts"][0]["relation"] == "differ"
