"""What keeps the collector of cycles from looking again and again at what a build holds until it ends?"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Within it cycles are left alone: a build makes hundreds of thousands of values and hardly a cycle among them.

    Looking at them all whenever their number has grown by a quarter is a twentieth of a build.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
