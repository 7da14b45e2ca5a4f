"""Writes licenses.txt, every license in full, and the fragment of the page of notices.

Only texts from here and from locked packages, so that every machine writes the same.
"""

from html import escape
from pathlib import Path

from scripts.runtime.files import ROOT
from scripts.site.shipped import Part, parts

OURS = {
    "The code of this site (MIT)": "LICENSE",
    "The words of this site (CC BY 4.0)": "LICENSE-content",
}


def write(site: Path) -> None:
    texts = {title: (ROOT / name).read_text("utf-8") for title, name in OURS.items()}
    texts |= {heading(part): part.text for part in parts()}
    written = [f"{title}\n{'=' * 72}\n\n{text.strip()}\n" for title, text in texts.items()]
    (site / "licenses.txt").write_text("\n\n".join(written), encoding="utf-8")


def heading(part: Part) -> str:
    return (
        f"{part.name} {part.number}".strip() + f" ({part.license})\n"
        f"In: {part.where}\nSource: {part.source}\nChanged here: {part.changed}"
    )


def notices() -> str:
    """A list for the page: one line of HTML."""
    rows = "".join(
        f"<li><strong>{escape(f'{part.name} {part.number}'.strip())}</strong>, "
        f'{escape(part.license)}. <a href="{escape(part.source)}" rel="noreferrer">Its source</a>. '
        f"Changed here: {escape(part.changed[0].lower() + part.changed[1:])}</li>"
        for part in parts()
    )
    return f"<ul>{rows}</ul>"
