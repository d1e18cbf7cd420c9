"""What must come out of the two documents that the project began with, and what must not."""

from pathlib import Path

import pytest

from content.build import Built, build
from content.readers import read

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def built(name: str) -> Built:
    file = SEEDS / name
    if not file.exists():
        pytest.skip("the two documents of ../shared/seeds are not here")
    return build([read(file.read_bytes(), name)])


def test_the_supply_list_and_the_three_plain_facts_are_asked() -> None:
    pack = built("000_39aad4225c19529e.txt").pack

    keys = [item.key for _, item in pack.items() if item.kind != "match"]

    listed = [
        "400,000",
        "14,000",
        "8,000",
        "13,000",
        "1.5 million",
        "15 million",
        "107,000",
        "2.7 million",
        "4.5 million",
    ]
    assert [key for key in keys if key in listed] == listed
    assert {"1941", "1945", "11.3 billion dollars"} <= set(keys)
    assert len(keys) == 12
    assert pack.notice


def test_the_missing_source_and_the_money_of_today_are_not_asked() -> None:
    built_pack = built("000_39aad4225c19529e.txt")

    assert not {"60,000", "180 billion dollars"} & {item.key for _, item in built_pack.pack.items()}
    codes = {skipped.code for skipped in built_pack.report.skipped}
    assert {"broken_attribution", "rebased_money"} <= codes


def test_the_side_list_gives_no_question_and_the_report_names_it() -> None:
    built_pack = built("002_eccf781555f45b1d.txt")

    keys = [item.key for _, item in built_pack.pack.items()]
    assert keys == ["June 11", "June 4", "20-year"]
    index = next(skipped for skipped in built_pack.report.skipped if skipped.code == "dated_index")
    assert index.count >= 37
