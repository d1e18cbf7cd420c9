"""What is said on the command line when the input is at fault? One sentence, exit status 1."""

from typing import Any

import click

SENTENCES = {
    "Unsupported": "This kind of file ({format}) cannot be read; save it as .docx, .pdf, .txt or .md.",
    "Unsupported:doc": "This is an old Word document; open it and save it as .docx.",
    "Unsupported:rtf": "Rich text cannot be read; open it in a word processor and save it as .docx or .odt.",
    "Unsupported:xls": "A spreadsheet is no text; copy what is to be learned into a document and save it as .docx.",
    "Unsupported:xlsx": "A spreadsheet is no text; copy what is to be learned into a document and save it as .docx.",
    "Unsupported:ods": "A spreadsheet is no text; copy what is to be learned into a document and save it as .odt.",
    "Unsupported:ppt": "Slides cannot be read in this form; save them as PDF.",
    "Unsupported:pptx": "Slides cannot be read in this form; save them as PDF.",
    "Unsupported:odp": "Slides cannot be read in this form; save them as PDF.",
    "Unsupported:djvu": "This is a book of pictures; let a program recognise the text, and save it as PDF.",
    "Unsupported:image": "A picture holds no letters to read; type its text, or let a program recognise it.",
    "Unsupported:zip": "This is an archive; unpack it and take the documents one by one.",
    "Unsupported:gzip": "This is an archive; unpack it and take the documents one by one.",
    "Unsupported:rar": "This is an archive; unpack it and take the documents one by one.",
    "Unsupported:7z": "This is an archive; unpack it and take the documents one by one.",
    "Unsupported:zstd": "This is an archive; unpack it and take the documents one by one.",
    "Damaged": "The file is damaged or is no text ({reason}); open it, save it again, and retry.",
    "Damaged:truncated": "The file is damaged or cut short; open it in its own program, save it again, and retry.",
    "Damaged:letters": "The letters of this PDF have no meaning that can be read; save its text as .docx or .txt.",
    "Unsafe": "The file is packed in a way that could do harm ({reason}); open it in its own program, save it anew.",
    "Unsafe:entities": "The file's XML defines entities of its own, as attacks do; save it anew in a word processor.",
    "Unsafe:depth": "The file's XML is nested too deeply; save it anew in a word processor.",
    "Encrypted": "The file is locked; save a copy without a password or copy protection.",
    "Macros": "The file carries macros (programs); save it without them as .{save_as}.",
    "Scanned": "This is a scan: {pages} of its pages, from page {first}, are pictures without letters. Let a program"
    " recognise the text (OCR), or type it.",
    "TooLarge": "The file is too large; send it in parts.",
    "TooManyPages": "{pages} pages are too many; {limit} are the most. Save it in parts.",
    "TooLong": "The text is longer than {limit} characters; save it in parts.",
    "Crashed": "The reader stumbled over this file; save its text as .txt and retry.",
    "Empty": "There are no words in it.",
    "NothingToTeach": "There is text, but no figure or date in it.",
    "NothingToAsk": "Figures and dates were found ({facts}), but none in a sentence that can be asked by itself;"
    " --explain tells of each why.",
}
"""What is said of each fault of a document; the chat says the same by `render.notices`."""


def document_sentence(error: Exception) -> str:
    """What is the matter with a document, and what to do."""
    data: dict[str, Any] = vars(error)
    name = type(error).__name__
    closer = f"{name}:{data.get('format') or data.get('reason')}"
    return SENTENCES.get(closer, SENTENCES[name]).format(**data)


class InputAtFault(click.ClickException):
    """The input cannot be used; `message` is one sentence that says what to do. Click prints it and exits with 1."""

    exit_code = 1

    def show(self, file: object = None) -> None:
        """Prints the sentence on standard error."""
        click.echo(self.format_message(), err=True)
