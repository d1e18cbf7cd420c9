"""Word processors' documents, made by python-docx: what is read, what is left out, and what is told."""

import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from content.document import Document
from content.errors import Encrypted, Macros
from content.readers import read

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read_back(made: Any) -> Document:
    target = io.BytesIO()
    made.save(target)
    return read(target.getvalue(), "a.docx")


def test_headings_lists_tables_and_powers(prose, kinds):
    made = docx.Document()
    made.core_properties.author = "A. Keeper"
    made.add_heading("The harbour", 0)
    made.add_heading("Ships", 1)
    paragraph = made.add_paragraph("It held 10")
    paragraph.add_run("23").font.superscript = True
    paragraph.add_run(" atoms of H")
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run("O in 1850.")
    made.add_paragraph("310 tons of coal", "List Bullet")
    made.add_paragraph("12 tons of slate", "List Number")
    table = made.add_table(2, 2)
    for cell, words in zip(table._cells, ["Year", "Ships", "1850", "1,200"], strict=True):
        cell.text = words
    document = read_back(made)
    assert (document.title, document.author) == ("The harbour", "A. Keeper")
    assert kinds(document) == [
        ("title", 1, "The harbour"),
        ("heading", 1, "Ships"),
        ("paragraph", 0, "It held 10²³ atoms of H₂O in 1850."),
        ("bullet", 1, "310 tons of coal"),
        ("bullet", 1, "12 tons of slate"),
        ("row", 0, "Year | Ships"),
        ("row", 0, "1850 | 1,200"),
    ]


def test_a_power_that_is_only_raised_or_styled_is_still_a_power(prose):
    made = docx.Document()
    style = made.styles.add_style("Aloft", 2)
    style.font.superscript = True
    paragraph = made.add_paragraph("It held 10")
    run = paragraph.add_run("23")
    run._r.get_or_add_rPr().append(parse_xml(f'<w:position {W} w:val="8"/>'))
    paragraph.add_run(" atoms and 10")
    paragraph.add_run("6", "Aloft")
    paragraph.add_run(" grains.")
    assert prose(read_back(made)) == "It held 10²³ atoms and 10⁶ grains."


def test_a_formula_is_kept_as_words(prose):
    made = docx.Document()
    paragraph = made.add_paragraph("It held ")
    part = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    paragraph._p.append(
        parse_xml(
            f"<m:oMath {part}><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e>"
            "<m:sup><m:r><m:t>23</m:t></m:r></m:sup></m:sSup><m:r><m:t>=</m:t></m:r>"
            "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
            "</m:oMath>"
        )
    )
    assert prose(read_back(made)) == "It held 10²³=1/2"


def test_tracked_changes_boxes_hidden_words_and_heads_are_told(prose):
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "The harbour office, 1999"
    paragraph = made.add_paragraph("The mill cost ")
    paragraph._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>900</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {W}><w:r><w:t>800</w:t></w:r></w:ins>"))
    paragraph.add_run(" pounds.")
    paragraph.add_run("Nobody sees 77 ghosts.").font.hidden = True
    box = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    box += "<w:p><w:r><w:t>Aside: 55 gulls.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    made.add_paragraph("It stood.")._p.append(parse_xml(f"<w:r {W}>{box}</w:r>"))
    document = read_back(made)
    assert prose(document) == "The mill cost 800 pounds.\nIt stood."
    assert dict(document.warnings) == {"tracked_changes": "2", "text_box": "1", "hidden": "1", "running_head": "1"}
    assert {"Aside: 55 gulls.", "Nobody sees 77 ghosts.", "The harbour office, 1999"} <= set(document.text.split("\n"))


def test_bold_lines_are_the_headings_where_there_are_no_others(kinds):
    made = docx.Document()
    for heading, text in (("The harbour", "It took 300 ships."), ("The mill", "It had 6 wheels.")):
        made.add_paragraph().add_run(heading).bold = True
        made.add_paragraph(text)
    document = read_back(made)
    assert document.title == "The harbour"
    assert kinds(document)[2] == ("heading", 2, "The mill")


def saved(made: Any) -> bytes:
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@pytest.fixture
def plain() -> bytes:
    made = docx.Document()
    made.add_paragraph("It took 300 ships in 1850.")
    return saved(made)


def test_links_and_pictures_outside_are_never_followed(plain, changed, prose):
    relations = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
     Target="file:///etc/passwd" TargetMode="External"/>
    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
     Target="../../../../etc/passwd"/></Relationships>"""
    drawing = f"""<w:document {W}><w:body><w:p><w:r><w:t>It took 300 ships.</w:t></w:r><w:r>
    <w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"
     xmlns:r="{R}" r:id="rId1"/></w:pict></w:r><w:hyperlink xmlns:r="{R}" r:id="rId9"><w:r><w:t> See 1850.</w:t></w:r>
    </w:hyperlink></w:p>
    </w:body></w:document>"""
    data = changed(plain, {"word/_rels/document.xml.rels": relations, "word/document.xml": drawing})
    assert prose(read(data, "a.docx")) == "It took 300 ships. See 1850."


@pytest.mark.parametrize("member", ["word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaData.xml"])
def test_macros_are_refused(plain, changed, member):
    with pytest.raises(Macros) as caught:
        read(changed(plain, {member: b"\0"}), "a.docx")
    assert caught.value.save_as == "docx"


def test_a_document_that_calls_itself_a_macro_file_is_refused(plain, changed):
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName='
    types += '"/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    with pytest.raises(Macros):
        read(changed(plain, {"[Content_Types].xml": types}), "a.docm")


def test_a_document_with_a_password_is_refused():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Encrypted):
        read(data, "a.docx")
