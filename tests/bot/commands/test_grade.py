"""lectern grade, as a teacher tries answers."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import cli
from bot.texts import Texts

PACK = (
    "---\nformat: 1\npack: tiny\nversion: 1.0.0\ntitle: Tiny\nlanguage: en\nlicence: CC0-1.0\n---\n"
    "# A reading {#r}\n\nThe act was signed on 11 March 1941 and cost over $11.3 billion. A tower of 55 m stands.\n\n"
    '## ? How high is it? {#height}\n\nnumber: 55 m\nsource: reading "55 m"\n\n'
    "## ? How much did it cost? {#cost}\n\nnumber: $11.3 billion\nwhy: over $11.3 billion\n"
    'source: reading "over $11.3 billion"\n\n'
    '## ? When was it signed? {#signed}\n\ndate: 1941-03-11\nsource: reading "11 March 1941"\n'
)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.md"
    path.write_text(PACK, encoding="utf-8")
    return path


def graded(pack: Path, *lines: object, arguments: tuple[str, ...] = ("--json",)) -> Result:
    typed = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return CliRunner().invoke(cli, ["grade", str(pack), *arguments], input=typed, prog_name="lectern")


@pytest.mark.parametrize(
    ("item", "answer", "lang", "verdict", "credit"),
    [
        ("height", "55", "en", "exact", 1),
        ("height", "fifty-five metres", "en", "exact", 1),
        ("cost", "11,3 Milliarden Dollar", "de", "exact", 1),
        ("cost", "$11.3 million", "en", "size_slip", 0.25),
        ("cost", "11.3", "en", "missing_scale", 0.5),
        ("cost", "11.3 billion euros", "en", "wrong_unit", 0.25),
        ("cost", "dunno", "en", "unreadable", 0),
        ("cost", "$40 billion", "en", "wrong", 0),
        ("signed", "11 марта 1941", "ru", "exact", 1),
        ("signed", "March 1941", "en", "close", 0.75),
        ("signed", "1941", "en", "near", 0.5),
        ("tiny/signed", "1941-03-11", "en", "exact", 1),
    ],
)
def test_an_answer_is_graded(tiny, item, answer, lang, verdict, credit):
    result = graded(tiny, {"item": item, "answer": answer, "lang": lang})
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert list(told) == ["item", "answer", "verdict", "credit", "message"]
    assert (told["item"], told["answer"]) == (item, answer)
    assert (told["verdict"], told["credit"]) == (verdict, credit)


def test_the_message_says_why_and_the_key_with_its_hedge_in_one_plain_line(tiny):
    told = json.loads(graded(tiny, {"item": "cost", "answer": "11.3 million dollars"}).stdout)
    assert "check thousand, million, billion" in told["message"]
    assert "over $11.3 billion" in told["message"]
    assert not set("<>\n") & set(told["message"])


def test_the_message_is_in_the_language_asked_for(tiny, monkeypatch):
    asked = []
    monkeypatch.setattr("bot.texts.texts", lambda lang: asked.append(lang) or Texts(lang))
    graded(tiny, {"item": "cost", "answer": "5 mio", "lang": "de"}, {"item": "cost", "answer": "5", "lang": "fa"})
    assert asked == ["de", "fa"]


def test_bad_lines_are_told_with_their_number_and_the_others_are_graded(tiny):
    result = graded(
        tiny,
        {"item": "height", "answer": "55"},
        "",
        "{",
        "[1]",
        {"item": "nobody", "answer": "1"},
        {"item": "height"},
        {"item": "height", "answer": "54", "lang": 3},
        {"item": "height", "answer": "56"},
    )
    assert result.exit_code == 1
    assert [json.loads(line)["answer"] for line in result.stdout.splitlines()] == ["55", "56"]
    told = result.stderr.splitlines()
    assert [line.partition(":")[0] for line in told] == ["line 3", "line 4", "line 5", "line 6", "line 7"]
    assert '"nobody"' in told[2]


def test_a_language_without_words_is_graded_in_english(tiny):
    told = json.loads(graded(tiny, {"item": "height", "answer": "55", "lang": "zz"}).stdout)
    assert told["verdict"] == "exact"


def test_nothing_to_grade_is_no_fault(tiny):
    result = graded(tiny, arguments=())
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_pack_at_fault_is_told(tiny):
    tiny.write_text("---\nformat: 1\n---\n", encoding="utf-8")
    result = graded(tiny, {"item": "height", "answer": "55"})
    assert result.exit_code == 1
    assert "error" in result.stderr
