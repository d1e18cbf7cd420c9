"""Buttons: whatever is packed fits and comes back; whatever is forged is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import buttons, zones

ROW = 10**15
"""More rows than there will ever be."""
LARGEST = [
    buttons.Answer(ROW, 9999, 11),
    buttons.Done(ROW, 9999),
    buttons.Clear(ROW, 9999),
    buttons.Next(ROW, 9999),
    buttons.Hint(ROW, 9999),
    buttons.GiveUp(ROW, 9999),
    buttons.Undo(ROW, 9999),
    buttons.Reread(ROW, 9999),
    buttons.Report(ROW, 9999, "options"),
    buttons.Missed(ROW, 9999),
    buttons.Stop(ROW, 9999),
    buttons.Snooze(ROW, 9999, 1440),
    buttons.Learn(ROW, 1),
    buttons.Quiz(ROW),
    buttons.Review(),
    buttons.OpenPack(ROW),
    buttons.Remove(ROW),
    buttons.Menu("settings"),
    buttons.Set("zone", max(zones._names(), key=len)),
    buttons.Forget(1),
]


@pytest.mark.parametrize("payload", LARGEST, ids=lambda payload: type(payload).__name__)
def test_every_payload_fits_and_comes_back(payload: buttons.Payload) -> None:
    assert buttons.unpack(buttons.pack(payload)) == payload


def test_every_kind_of_payload_is_tried_above() -> None:
    ours = {kind for kind in buttons.PAYLOADS.values() if kind.__module__ == buttons.__name__}
    assert {type(payload) for payload in LARGEST} == ours
    assert len({kind.code for kind in ours}) == len(LARGEST), "no code is shared"


@pytest.mark.parametrize(
    "data",
    ["", "a", "a:1", "a:1:2:3:4", "a:1:2:x", "a:-1:2:3", "a:1_0:2:3", "a:١:2:3", "Z:1", "a:" + "9" * 40 + ":1:1"],
)
def test_what_is_not_ours_is_refused(data: str) -> None:
    with pytest.raises(buttons.UnknownButton):
        buttons.unpack(data)


@given(st.text(max_size=64))
def test_anything_is_a_payload_or_refused(data: str) -> None:
    payload = None
    with suppress(buttons.UnknownButton):
        payload = buttons.unpack(data)
    assert payload is None or data.startswith(payload.code)
