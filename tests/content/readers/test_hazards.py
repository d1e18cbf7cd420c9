"""Hostile documents: each test builds the attack, and it ends in one clear sentence."""

import io
import struct
import zipfile

import docx
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from bot.commands.faults import document_sentence
from bot.render.uploads import FAULTS, fault_sentence
from bot.texts import texts
from content import errors, limits
from content.child import read as read_in_child
from content.errors import (
    Damaged,
    DocumentError,
    Empty,
    Encrypted,
    Macros,
    Scanned,
    TooLarge,
    TooLong,
    TooManyPages,
    Unsafe,
    Unsupported,
)
from content.readers import read
from tests.content.readers.printing import drawn

ONE_PIXEL = b"BT ET q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q"  # a picture over the whole page


def refused(data: bytes, name: str, kind: type[DocumentError]) -> DocumentError:
    """The error, which has a sentence for the terminal and one for the chat."""
    with pytest.raises(kind) as caught:
        read(data, name)
    assert type(caught.value) is kind
    assert caught.value.name == name
    told = document_sentence(caught.value)
    assert told.endswith(".")
    assert "{" not in told
    assert len(fault_sentence(kind.__name__, vars(caught.value), texts("en"))) > 20
    return caught.value


@pytest.fixture
def word() -> bytes:
    made = docx.Document()
    made.add_paragraph("It took 300 ships in 1850.")
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@pytest.fixture
def open_text(sample) -> bytes:
    return sample("parish.odt")


@pytest.fixture
def book(sample) -> bytes:
    return sample("parish.epub")


def test_every_error_has_its_sentences():
    kinds = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, DocumentError)]
    for kind in kinds:
        if kind is not DocumentError:
            assert document_sentence(kind("a.pdf")).endswith(".")
            assert kind.__name__ in FAULTS


# Zips


def test_a_bomb_is_not_unpacked(open_text, changed):
    bomb = b"<office>" + b" " * 15_000_000
    error = refused(changed(open_text, {"content.xml": bomb}), "a.odt", Unsafe)
    assert error.reason in {"ratio", "large"}


def test_a_member_over_the_limit_is_not_unpacked(word, changed):
    assert refused(changed(word, {"word/document.xml": b"\0" * 20_000_001}), "a.docx", Unsafe).reason in {
        "ratio",
        "large",
    }


@pytest.mark.parametrize("claimed", [10, 5_000_000, 0])
def test_a_forged_size_is_not_believed(zipped, claimed):
    data = bytearray(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a>text</a>" * 50}))
    central = data.rfind(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", claimed)
    refused(bytes(data), "a.odt", Damaged)


@pytest.mark.parametrize(
    "name", ["../content.xml", "/etc/passwd", "a\\b.xml", "word/../../x", "C:/x", "con.xml", "a\nb"]
)
def test_names_that_lead_out_are_refused(open_text, changed, name):
    assert refused(changed(open_text, {name: b"x"}), "a.odt", Unsafe).reason == "name"


def test_a_link_inside_is_refused(open_text):
    target = io.BytesIO(open_text)
    with zipfile.ZipFile(target, "a") as archive:
        link = zipfile.ZipInfo("Pictures/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert refused(target.getvalue(), "a.odt", Unsafe).reason == "link"


def test_names_that_differ_in_case_alone_are_refused(word, changed):
    assert refused(changed(word, {"WORD/document.XML": b"x"}), "a.docx", Unsafe).reason == "twice"


def test_more_than_two_thousand_files_are_refused(zipped):
    assert refused(zipped({f"word/{n}.xml": b"" for n in range(2001)}), "a.docx", Unsafe).reason == "members"


def test_a_zip_in_place_of_the_text_is_refused(word, changed):
    assert refused(changed(word, {"word/document.xml": word}), "a.docx", Unsafe).reason == "nested"


def test_a_zip_of_documents_is_refused_with_what_to_do(zipped, word):
    assert refused(zipped({"a.docx": word}, zipfile.ZIP_STORED), "all.zip", Unsupported).format == "zip"


@pytest.mark.parametrize("keep", [4, 60, 900, -30])
@pytest.mark.parametrize("ending", ["docx", "odt", "epub"])
def test_half_a_file_is_refused(sample, ending, keep):
    refused(sample(f"parish.{ending}")[:keep], f"a.{ending}", Damaged)


@pytest.mark.parametrize("ending", ["docx", "odt", "epub"])
def test_a_locked_zip_is_refused(sample, ending):
    data = bytearray(sample(f"parish.{ending}"))
    for at in range(len(data) - 4):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    refused(bytes(data), f"a.{ending}", Encrypted)


# XML

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [LAUGHS, OUTSIDE, '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">'])
@pytest.mark.parametrize(
    ("ending", "member"),
    [
        *(("docx", "word/document.xml"), ("docx", "word/styles.xml"), ("docx", "word/header9.xml")),
        *(("odt", "content.xml"), ("odt", "styles.xml"), ("epub", "META-INF/container.xml")),
    ],
)
def test_entities_are_refused(sample, changed, ending, member, head):
    data = changed(sample(f"parish.{ending}"), {member: f'<?xml version="1.0"?>{head}<a>&x;</a>'})
    assert refused(data, f"a.{ending}", Unsafe).reason == "entities"


def test_entities_in_utf_16_are_refused_too(open_text, changed):
    data = changed(open_text, {"content.xml": f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<a/>'.encode("utf-16")})
    assert refused(data, "a.odt", Unsafe).reason == "entities"


@pytest.mark.parametrize(("ending", "member"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_deep_nesting_is_refused(sample, changed, ending, member):
    data = changed(sample(f"parish.{ending}"), {member: "<a>" * 50_000 + "</a>" * 50_000})
    assert refused(data, f"a.{ending}", Unsafe).reason == "depth"


@pytest.mark.parametrize(("ending", "member"), [("docx", "word/document.xml"), ("odt", "content.xml")])
@pytest.mark.parametrize("content", ["", "<a>", "no xml at all", "<a></b>", "\0\0\0"])
def test_what_is_no_xml_is_refused(sample, changed, ending, member, content):
    refused(changed(sample(f"parish.{ending}"), {member: content}), f"a.{ending}", Damaged)


def test_deep_pages_of_a_book_and_of_the_web_end():
    page = "<div>" * 30_000 + "It took 300 ships in 1850." + "</div>" * 30_000
    assert "300 ships" in read(f"<body>{page}</body>".encode(), "a.html").text


# Rights and macros


def test_a_book_with_rights_management_is_refused(book, changed):
    locked = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData
    xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptionMethod
    Algorithm="{}"/></e:EncryptedData></encryption>"""
    aes = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
    refused(changed(book, {"META-INF/encryption.xml": locked.format(aes)}), "a.epub", Encrypted)
    refused(changed(book, {"META-INF/rights.xml": "<rights/>"}), "a.epub", Encrypted)
    fonts = "http://www.idpf.org/2008/embedding"
    assert read(changed(book, {"META-INF/encryption.xml": locked.format(fonts)}), "a.epub").title


def test_a_locked_open_document_is_refused(open_text, changed):
    manifest = (
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    refused(changed(open_text, {"META-INF/manifest.xml": manifest}), "a.odt", Encrypted)


@pytest.mark.parametrize("ending", ["xlsx", "pptx"])
def test_macros_in_other_office_files_are_named_first(zipped, ending):
    folder = {"xlsx": "xl", "pptx": "ppt"}[ending]
    refused(zipped({f"{folder}/vbaProject.bin": b"x"}), f"a.{ending}", Macros)
    assert refused(zipped({f"{folder}/main.xml": b"x"}), f"a.{ending}", Unsupported).format == ending


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"{\\rtf1 It took 300 ships}", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"GIF89a", "image"),
        (b"BM\x00\x00\x00\x00", "image"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07", "rar"),
        (b"\x28\xb5\x2f\xfd\x00", "zstd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "WordDocument".encode("utf-16-le"), "doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "Workbook".encode("utf-16-le"), "xls"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "binary"),
        (b"AT&TFORM\x00\x00", "djvu"),
    ],
)
def test_other_formats_are_refused_by_their_content(data, form):
    assert refused(data, "notes.txt", Unsupported).format == form


def test_too_many_bytes_and_letters_are_refused():
    refused(b"a" * (limits.DOCUMENT_BYTES + 1), "a.txt", TooLarge)
    refused(b"It took 300 ships. " * 110_000, "a.txt", TooLong)
    refused(b"<body>" + b"<p>It took 300 ships.</p>" * 110_000, "a.html", TooLong)
    refused(b"", "a.txt", Empty)
    refused(b"<html><body><script>1</script></body></html>", "a.html", Empty)


def test_one_line_of_half_a_million_words_ends():
    text = b"It took 300 ships in 1850 " * 20_000
    assert len(read(text, "a.txt").text) == len(text)
    assert read(text, "a.md").text


# PDF


def pdf(*objects: bytes, root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, trailer, start)
    return bytes(out)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), extra, content)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /F 12 Tf 72 700 Td (It took 300 ships in 1850, and many more in other years.) Tj ET"


def page(content: bytes, catalog: bytes = b"", parts: bytes = b"", *more: bytes) -> bytes:
    """A PDF of one page."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
        + parts
        + b">>",
        stream(content),
        FONT,
        *more,
    )


def test_ten_thousand_pages_are_refused():
    kids = b" ".join(b"%d 0 R" % (4 + n) for n in range(10_000))
    sheets = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * 10_000
    tree = b"<</Type/Pages/Count 10000/Kids[" + kids + b"]>>"
    error = refused(pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, FONT, *sheets), "a.pdf", TooManyPages)
    assert (error.pages, error.limit) == (10_000, 300)


def test_a_count_of_pages_that_lies_does_no_harm():
    kids = pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 200>>")
    with pytest.raises(DocumentError):
        read(kids, "a.pdf")


def test_programs_and_attachments_in_a_pdf_are_never_run_and_told():
    script = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);while\\(1\\){})>>/Names<</EmbeddedFiles<</Names[(a.exe)"
    script += b"<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>]>>>>"
    launch = b"/AA<</O<</S/Launch/F(/bin/sh)>>>>"
    document = read(page(TEXT, script, launch, stream(b"MZ", b"/Type/EmbeddedFile")), "a.pdf")
    assert document.text == "It took 300 ships in 1850, and many more in other years."
    assert dict(document.warnings)["attachments"] == "1"


def test_a_pdf_with_a_password_is_refused():
    data = drawn(lambda canvas: canvas.drawString(72, 700, "It took 300 ships."), encrypt=StandardEncryption("key"))
    refused(data, "a.pdf", Encrypted)


def test_a_pdf_locked_against_printing_alone_is_read():
    lock = StandardEncryption("", ownerPassword="key", canPrint=0)
    assert read(drawn(lambda canvas: canvas.drawString(72, 700, "It took 300 ships."), encrypt=lock), "a.pdf").text


def test_a_broken_table_of_places_is_mended_or_refused():
    whole = page(TEXT)
    assert "300 ships" in read(whole.replace(b"startxref\n", b"startxref\n9"), "a.pdf").text
    refused(whole[:40], "a.pdf", Damaged)
    refused(b"%PDF-1.7\nnothing", "a.pdf", Damaged)


def test_a_scan_is_refused_and_a_picture_page_told():
    picture = page(ONE_PIXEL)
    error = refused(picture, "a.pdf", Scanned)
    assert (error.pages, error.first) == (1, 1)


def test_a_page_without_letters_is_empty():
    refused(page(b"0 0 100 100 re f"), "a.pdf", Empty)


def test_letters_without_a_meaning_are_refused():
    codes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    table = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <E000> endbfrange"
    data = page(TEXT, b"", b"", stream(table)).replace(FONT, codes)
    assert refused(data, "a.pdf", Damaged).reason == "letters"


def test_a_pdf_that_unfolds_to_gigabytes_ends_in_the_child():
    import zlib

    packer = zlib.compressobj(9)
    folded = b"".join(packer.compress(b"0 0 m 1 1 l S " * 70_000) for _ in range(300)) + packer.flush()
    data = pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        stream(folded, b"/Filter/FlateDecode"),
    )
    assert len(data) < 3_000_000
    with pytest.raises(DocumentError):
        read_in_child(data, "a.pdf", clock_secs=2)
