"""What stands on printed sheets: the text, how near it comes to the edges, and its fonts."""

from dataclasses import dataclass
from typing import Any

import pypdfium2
from PIL import Image


@dataclass(frozen=True)
class Sheet:
    text: str
    # In points, from the left edge of the paper.
    leftmost: float
    rightmost: float
    width: float


def sheets_of(pdf: bytes) -> list[Sheet]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [read(page) for page in document]


def texts_of(pdf: bytes) -> list[str]:
    return [sheet.text for sheet in sheets_of(pdf)]


def read(page: Any) -> Sheet:
    found = page.get_textpage()
    # A hyphen at a line's end comes as this sign, and its line is joined with the next.
    text = found.get_text_range().replace("\ufffe", "-\n").replace("\r\n", "\n")
    # Boxes of what can be seen: the space that a line breaks at may stand in the margin.
    boxes = [found.get_rect(index) for index in range(found.count_rects())]
    width = page.get_width()
    return Sheet(
        text,
        min((left for left, _, _, _ in boxes), default=width),
        max((right for _, _, right, _ in boxes), default=0),
        width,
    )


def picture_of(pdf: bytes, sheet: int, dots_per_point: float) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        image: Image.Image = document[sheet].render(scale=dots_per_point).to_pil()
    return image


def fonts_of(pdf: bytes) -> set[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [
            text
            for page in document
            for text in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
        ]
        # "ABCDEF+LiberationSans": a part of the font is in the file, under a name of its own.
        return {text.get_font().get_base_name().split("+")[-1] for text in texts}
