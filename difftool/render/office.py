"""An office document (docx) with nothing on it yet: its page, its styles, its archive.

Asked by `table_docx`. Bit for bit the same each time: no date, no name, no compression, whose bytes change with its
library. Knows what its parts look like, and nothing that is written in them.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

__all__ = ["NUMBER", "blank", "made", "packed", "paragraph"]

_PAGE, _MARGINS = (297, 210), (17, 15)  # mm: A4 across; above and below, at the sides
_BLACK, _GREY = "000000", "505050"
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that the format of archives knows
# What the library's template brings along and no reader needs: a picture of it, its styles twice, its lists.
_DROPPED = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects", "/numbering")
_KEPT = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "Table Grid", "No List"})
# What official documents are set in: the face of running text, and that of heads and numbers of clauses.
_FACES = {"zh-Hant": ("新細明體", "微軟正黑體", "zh-TW")}
_SIMPLIFIED = ("宋体", "黑体", "zh-CN")


class _Style(NamedTuple):
    """Describe a style of paragraphs: sizes in half points, spaces in twentieths of a point."""

    size: int = 21
    is_head: bool = False
    is_centred: bool = False
    before: int = 0
    after: int = 0
    colour: str = _BLACK


_STYLES = {
    "Clause Title": _Style(size=32, is_head=True, is_centred=True, after=120),
    "Clause Source": _Style(is_centred=True, colour=_GREY),
    "Clause Head": _Style(is_head=True, is_centred=True, before=40, after=40),
    "Clause Text": _Style(before=20, after=20),
    "Clause Kinds": _Style(size=17, colour=_GREY),
    "Clause Rest": _Style(size=19, is_centred=True, colour=_GREY),
    "Clause Remark": _Style(size=18, before=40, colour=_GREY),
}
NUMBER = "Clause Number"  # the style of the number at the head of a clause


def blank(title: str, language: str, of_text: str) -> "Document":
    """Make a document without a word: A4 across, numbered pages, the styles of a table of clauses.

    `title` and `language` are told in its properties; `of_text` is the language of most of what it will hold.
    """
    import docx  # noqa: PLC0415 - no other format needs it

    document = docx.Document()
    _drop(document)
    _set_styles(document, *_FACES.get(of_text, _SIMPLIFIED))
    _lay_out(document)
    properties = document.core_properties
    properties.title, properties.language, properties.revision = title[:255], language, 1  # no longer one is taken
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    from datetime import datetime  # noqa: PLC0415 - as above

    properties.created = properties.modified = datetime(*_ZIP_EPOCH)  # noqa: DTZ001 - it is no time at all
    return document


def made(name: str, *children: "BaseOxmlElement", **attributes: str) -> "BaseOxmlElement":
    """Make an element of the format's own namespace, its attributes too."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - loaded by then
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415 - as above

    one = OxmlElement(name, {qn(f"w:{key}"): value for key, value in attributes.items()})
    one.extend(children)
    return one


def paragraph(style: str, *runs: "BaseOxmlElement", is_with_next: bool = False) -> "BaseOxmlElement":
    """Make a paragraph in one of the styles of the document."""
    properties = [made("w:pStyle", val=style.replace(" ", ""))]
    properties += [made("w:keepNext")] if is_with_next else []
    return made("w:p", made("w:pPr", *properties), *runs)


def _drop(document: "Document") -> None:
    """Take out of the library's template what is not used."""
    for part in (document.part, document.part.package):
        for name in [name for name, one in part.rels.items() if one.reltype.endswith(_DROPPED)]:
            del part.rels[name]
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.delete()


def _set_styles(document: "Document", song: str, hei: str, language: str) -> None:
    """Set the faces and the spaces of the document, and add the styles of the table."""
    root = document.styles.element
    defaults = root.find(made("w:docDefaults").tag)
    for child in list(defaults):
        defaults.remove(child)
    look = [_faces("Times New Roman", song), made("w:sz", val="21"), made("w:szCs", val="21")]
    look.append(made("w:lang", val="en-US", eastAsia=language, bidi="ar-SA"))
    defaults.append(made("w:rPrDefault", made("w:rPr", *look)))
    # No space is put between Han and digits: a changed number would be underlined with it.
    close = [made(f"w:autoSpace{script}", val="0") for script in ("DE", "DN")]
    spacing = made("w:spacing", after="0", line="288", lineRule="auto")
    defaults.append(made("w:pPrDefault", made("w:pPr", *close, spacing)))
    for name, style in _STYLES.items():
        root.append(_style(name, style, hei))
    number = made("w:style", made("w:name", val=NUMBER), made("w:rPr", _faces("Arial", hei)), type="character")
    root.append(_identified(number, NUMBER))
    for one in document.settings.element.iter(made("w:themeFontLang").tag):
        one.attrib.update(made("w:themeFontLang", val="en-US", eastAsia=language).attrib)


def _style(name: str, style: _Style, hei: str) -> "BaseOxmlElement":
    """Write a style of paragraphs."""
    spacing = made("w:spacing", before=str(style.before), after=str(style.after))
    layout = [spacing, *[made("w:jc", val="center")] * style.is_centred]
    look = [_faces("Arial", hei)] if style.is_head else []
    look += [made("w:color", val=style.colour), made("w:sz", val=str(style.size))]
    parts = [made("w:name", val=name), made("w:basedOn", val="Normal"), made("w:pPr", *layout)]
    return _identified(made("w:style", *parts, made("w:rPr", *look), type="paragraph"), name)


def _identified(style: "BaseOxmlElement", name: str) -> "BaseOxmlElement":
    """Mark a style as ours, and give it the name that paragraphs use."""
    style.attrib.update(made("w:style", customStyle="1", styleId=name.replace(" ", "")).attrib)
    return style


def _faces(latin: str, han: str) -> "BaseOxmlElement":
    return made("w:rFonts", ascii=latin, hAnsi=latin, cs=latin, eastAsia=han)


def _lay_out(document: "Document") -> None:
    """Put the page across, and its number below."""
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - loaded by then
    from docx.shared import Mm  # noqa: PLC0415 - as above

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Mm, _PAGE)
    section.top_margin = section.bottom_margin = Mm(_MARGINS[0])
    section.left_margin = section.right_margin = Mm(_MARGINS[1])
    section.header_distance = section.footer_distance = Mm(_MARGINS[0] / 2)
    section.footer.is_linked_to_previous = False
    footer = section.footer.part.element
    for child in list(footer):
        footer.remove(child)
    shown = made("w:t")
    shown.text = "1"
    footer.append(paragraph("Clause Source", made("w:fldSimple", made("w:r", shown), instr=" PAGE ")))


def packed(document: "Document") -> bytes:
    """Write the archive anew with nothing in it that depends on the day, the system or a release of zlib."""
    from io import BytesIO  # noqa: PLC0415 - loaded by then
    from zipfile import ZipFile, ZipInfo  # noqa: PLC0415 - as above

    written, result = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return result.getvalue()
