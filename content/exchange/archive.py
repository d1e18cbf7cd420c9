"""What is in this zip of another program? Only what is asked for is unpacked, within the limits of packs."""

from collections.abc import Iterator
from contextlib import contextmanager

from content import zips
from content.exchange.question import BadFile
from content.packfile import limits

_LIMITS = zips.Limits(
    members=limits.MEMBERS,
    member_bytes=limits.MEMBER_BYTES,
    expanded_bytes=limits.EXPANDED_BYTES,
    ratio=limits.RATIO,
    ratio_from=limits.RATIO_FROM,
    name_characters=400,
)


@contextmanager
def opened(data: bytes) -> Iterator[zips.Zip]:
    """The archive. Raises BadFile, also for what goes wrong while it is read."""
    try:
        with zips.opened(data, _LIMITS) as archive:
            yield archive
    except zips.BadZip as error:
        raise BadFile(f"zip_{error.reason}", words=error.member[:100]) from error


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a zip does."""
    return data.startswith((zips.LOCAL, zips.EMPTY))


def names(data: bytes) -> tuple[str, ...]:
    """The names in the archive, none where it cannot be opened."""
    try:
        with opened(data) as archive:
            return archive.names
    except BadFile:
        return ()
