"""What stands for the fact in a clause, wherever its words stood?"""

MARK = "\ue000"
"""Stands for the fact in a clause, wherever its words stood."""


def capital(line: str) -> str:
    """The line with a capital at its start."""
    return line[:1].upper() + line[1:]
