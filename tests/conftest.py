"""What all tests share: in CI nothing may be skipped, and nothing may reach the network outside this machine."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

settings.register_profile("lectern", deadline=None)  # no test fails because the machine is busy
settings.load_profile("lectern")

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
LONG = Path(__file__).parent / "faults"
BROWSER = Path(__file__).parent / "browser"

# The tests start hundreds of Pythons: what one has compiled, assertions rewritten and all, the others only read.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_configure() -> None:
    """What is told of an exception is its traceback, not a page of coloured frames with every variable.

    While modules are read and tests collected nothing is let go of: the collector of cycles would look in vain.
    """
    for step in structlog.get_config()["processors"]:
        if isinstance(step, structlog.dev.ConsoleRenderer):
            step.exception_formatter = structlog.dev.plain_traceback
    gc.disable()


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the collector need not look at it again."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """In CI a skipped test is a failed one: whatever it needed should have been installed."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be: {report.longrepr}"
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones are dealt out evenly: most of their time they wait, and the short ones fit beside them.

    Those that need a browser come first: what stands first is never stolen, and one process starts one browser.
    """
    long = [item for item in items if item.path.is_relative_to(LONG)]
    short = [item for item in items if not item.path.is_relative_to(LONG)]
    short.sort(key=lambda item: not item.path.is_relative_to(BROWSER))
    share = len(short) // max(1, len(long))
    for place, item in enumerate(long):
        short.insert(place * (share + 1), item)
    items[:] = short
