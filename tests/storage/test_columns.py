from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.memory import Memory
from storage.columns import MemoryJson, micros, moment

MOMENTS = st.datetimes(timezones=st.just(UTC))


@given(MOMENTS)
def test_a_moment_comes_back_to_the_microsecond(at: datetime) -> None:
    assert moment(micros(at)) == at
    assert moment(micros(at)).tzinfo is UTC


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_numbers(one: datetime, other: datetime) -> None:
    assert (micros(one) < micros(other)) == (one < other)


def test_a_moment_of_another_zone_is_the_same_moment() -> None:
    at = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=5)))
    assert moment(micros(at)) == at


def test_a_naive_datetime_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        micros(datetime(2026, 3, 1))  # noqa: DTZ001 - the very mistake


@given(
    st.builds(
        Memory, st.floats(0.001, 4e4), st.floats(1, 10), MOMENTS, MOMENTS, st.integers(1, 999), st.integers(0, 99)
    )
)
def test_a_memory_comes_back_bit_for_bit(memory: Memory) -> None:
    column = MemoryJson()
    kept = column.process_bind_param(memory, None)  # type: ignore[arg-type]
    assert column.process_result_value(kept, None) == memory  # type: ignore[arg-type]
