"""A teacher's buttons: whatever is packed fits and comes back."""

import pytest

from bot import buttons
from bot import teaching_buttons as teaching
from content.exchange import FORMATS

ROW = 10**15
LARGEST: list[buttons.Payload] = [
    teaching.Invite(),
    teaching.Dismiss(ROW),
    teaching.Sheet(ROW),
    teaching.Look(ROW, "flagged"),
    teaching.Judge(ROW, 99999, 99999, "keep"),
    teaching.Mend(ROW, 99999, 99999, "tolerance"),
    teaching.UndoMend(ROW, 99999),
    teaching.Sure(ROW, 99999, 1),
    teaching.Publish(ROW, "private"),
    teaching.AsFile(ROW, max(FORMATS, key=len)),
    teaching.Delete(ROW, 1),
    teaching.Await(ROW, "correct"),
    teaching.Corrects(ROW, ROW),
    teaching.Separate(ROW, 99999),
    teaching.Diff(ROW),
    teaching.Apply(ROW, 99999),
    teaching.TakeBack(ROW, 99999),
    teaching.Disagree(ROW),
    teaching.Offered(ROW, 1),
    teaching.Decide(ROW, "retire"),
    teaching.Write(ROW),
    teaching.Skip(),
    teaching.Authors(ROW, 1),
    teaching.DropAuthor(ROW, ROW),
    teaching.Reported(ROW),
]


@pytest.mark.parametrize("payload", LARGEST, ids=lambda payload: type(payload).__name__)
def test_every_payload_fits_and_comes_back(payload: buttons.Payload) -> None:
    assert buttons.unpack(buttons.pack(payload)) == payload


def test_every_kind_of_payload_is_tried_above() -> None:
    ours = {kind for kind in buttons.PAYLOADS.values() if kind.__module__ == teaching.__name__}
    assert {type(payload) for payload in LARGEST} == ours
    assert all(kind.code.startswith("t") for kind in ours)
