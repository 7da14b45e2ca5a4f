"""The colors of the look: each pair that is used can be read; what is written is what is used."""

import re

import pytest

from tests.conftest import ROOT

TOKENS = (ROOT / "docs/assets/css/tokens.css").read_text(encoding="utf-8")
LOOK = (ROOT / "docs/about/decisions/look.md").read_text(encoding="utf-8")
GROUNDS = ("paper", "card", "sand")
# WCAG 2.2, 1.4.3 and 1.4.6: words; 1.4.11: the frame of a box that is filled in.
LEAST = {"ink": 7.0, "soft": 4.5, "action": 4.5, "rust": 4.5}


def colors(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


LIGHT, *DARK = (colors(each) for each in re.findall(r"[^{]*\{([^{}]*--paper:[^{}]*)\}", TOKENS))


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, of #rrggbb."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_wcags() -> None:
    """Black on white is 21; WebAIM's example: #777777 on white is 4.48."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_dark_is_the_same_by_choice_and_by_device() -> None:
    assert len(DARK) == 2 and DARK[0] == DARK[1]
    assert DARK[0].keys() == LIGHT.keys()


@pytest.mark.parametrize("scheme", [LIGHT, DARK[0]], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(scheme: dict[str, str]) -> None:
    for role, least in LEAST.items():
        for ground in GROUNDS:
            assert contrast(scheme[role], scheme[ground]) >= least, (role, ground)
    assert contrast(scheme["on-action"], scheme["action"]) >= 4.5
    # The step that is shown, and the name that comes with a number.
    assert contrast(scheme["paper"], scheme["ink"]) >= 7


def test_the_written_table_is_the_file() -> None:
    rows = re.findall(r"^\| (\w+) \| [^|]+ \| `(#\w+)` \| `(#\w+)` \|$", LOOK, re.MULTILINE)
    assert {role for role, *_ in rows} == LIGHT.keys() - {"on-action"}
    for role, light, dark in rows:
        assert (LIGHT[role], DARK[0][role]) == (light, dark), role


def test_styles_take_their_colors_from_the_tokens() -> None:
    """A letter is white paper in dark too, and paper has its own ink."""
    for name in ("bar", "site", "calculator", "door"):
        style = (ROOT / f"docs/assets/css/{name}.css").read_text(encoding="utf-8")
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)", style), name
