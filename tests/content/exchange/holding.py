"""What is true of every file that is read, whatever its bytes."""

from content.exchange import BadFile, Imported, read
from content.exchange.sentences import SENTENCES
from content.packfile import parse, write


def told(data: bytes, fmt: str) -> Imported | str:
    """What came of the file, or the code of its refusal."""
    try:
        return read(data, "file", fmt)
    except BadFile as error:
        return error.code


def hold(data: bytes, fmt: str) -> Imported | str:
    """Reads the file and holds what is true of every one: told in known codes, counted, and writable as a pack."""
    found = told(data, fmt)
    if isinstance(found, str):
        assert found in SENTENCES, found
        return found
    report = found.report
    unknown = {note.code for note in (*report.changed, *report.refused)} - set(SENTENCES)
    assert not unknown, unknown
    if found.pack is None:
        assert report.imported == 0
        return found
    assert report.imported == len(list(found.pack.items()))
    again = parse(write(found.pack))
    assert again.pack == found.pack, [one.text() for one in again.diagnostics]
    return found
