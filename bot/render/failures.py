"""Which sentence goes with what was refused?"""

from lessons.errors import ClassFull, LecternError, NotAllowed, NotFound, NothingToAsk, NothingToUndo

SENTENCES: tuple[tuple[type[LecternError], str], ...] = (
    (NothingToUndo, "nothing_to_undo"),
    (NothingToAsk, "nothing_to_ask"),
    (ClassFull, "class_full"),
    (NotAllowed, "not_allowed"),
    (NotFound, "not_found"),
)
"""The notice for each refusal; the first that fits is taken."""


NOT_ALLOWED = {"teach": "not_a_teacher", "own": "not_the_owner", "pack": "not_your_pack", "class": "not_your_class"} | {
    "join": "no_such_class"
}
"""What is said where more can be said than "not allowed", by the action that was refused."""


def sentence_code(error: LecternError) -> str:
    """The code of the notice that tells a person about this refusal."""
    if isinstance(error, NotAllowed) and error.action in NOT_ALLOWED:
        return NOT_ALLOWED[error.action]
    return next((code for kind, code in SENTENCES if isinstance(error, kind)), "old_button")
