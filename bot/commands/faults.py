"""What is said on the command line when the input is at fault? One sentence, exit status 1."""

from typing import Any

import click

SENTENCES = {
    "Unsupported": "This kind of file ({format}) cannot be read yet; save it as text, Markdown or HTML.",
    "Damaged": "The file is damaged or is no text ({reason}); open it, save it again as UTF-8 text, and retry.",
    "Encrypted": "The file is locked; save a copy without a password.",
    "TooLarge": "The file is too large; send it in parts.",
    "Empty": "There are no words in it.",
    "NothingToTeach": "There is text, but no figure or date in it that a question could rest on.",
}
"""What is said of each fault of a document; the chat says the same by `render.notices`."""


def document_sentence(error: Exception) -> str:
    """What is the matter with a document, and what to do."""
    data: dict[str, Any] = vars(error)
    return SENTENCES[type(error).__name__].format(**data)


class InputAtFault(click.ClickException):
    """The input cannot be used; `message` is one sentence that says what to do. Click prints it and exits with 1."""

    exit_code = 1

    def show(self, file: object = None) -> None:
        """Prints the sentence on standard error."""
        click.echo(self.format_message(), err=True)
