"""Does every sentence say why it was asked or not?"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import cli
from content.build import build
from content.explain import explained, text
from content.readers import read
from content.report import WORDS

TEXT = (
    "The Harbour Bridge\n\nThe Harbour Bridge was opened in 1932 by Jack Lang. Nobody had built a wider one.\n\n"
    "It may be closed in 2031. Between 1,400 and 1,600 men worked on the Harbour Bridge.\n"
)
SAMPLES = sorted((Path(__file__).parents[1] / "documents").glob("build-*"))


def test_each_sentence_says_what_became_of_its_facts() -> None:
    built = build([read(TEXT.encode(), "bridge.txt")])

    told = list(explained(built.looked, built.pack))

    assert [len(each.outcomes) for each in told][:2] == [1, 0]
    assert told[0].outcomes[0].asked == ("In what year was the Harbour Bridge opened by Jack Lang?",)
    assert all(outcome.code in WORDS for each in told[1:] for outcome in each.outcomes)
    assert "no figure or date" in text(told)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_every_fact_in_a_sentence_is_accounted_for(sample: Path) -> None:
    built = build([read(sample.read_bytes(), sample.name)])

    told = list(explained(built.looked, built.pack))

    (looked,) = built.looked
    assert sum(len(each.outcomes) for each in told) == sum(
        looked.outline.at(fact.span.start) is not None for fact in looked.facts
    )
    assert all(bool(one.asked) != (one.code in WORDS) for each in told for one in each.outcomes)


def test_the_command_explains_without_writing(tmp_path: Path) -> None:
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, encoding="utf-8")

    plain = CliRunner().invoke(cli, ["build", str(file), "--explain"], prog_name="lectern")
    told = CliRunner().invoke(cli, ["build", str(file), "--explain", "--json"], prog_name="lectern")

    assert plain.exit_code == told.exit_code == 0
    assert "asked as “In what year was the Harbour Bridge opened by Jack Lang?”" in plain.stdout
    assert "skipped," in plain.stdout
    assert json.loads(told.stdout)["sentences"][0]["facts"][0]["asked"]
    assert [path.name for path in tmp_path.iterdir()] == ["bridge.txt"]


def test_without_explain_a_place_to_write_to_is_needed(tmp_path: Path) -> None:
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, encoding="utf-8")

    assert CliRunner().invoke(cli, ["build", str(file)], prog_name="lectern").exit_code == 2
