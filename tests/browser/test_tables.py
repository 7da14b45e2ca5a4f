"""Pyodide's core in two parts: what the first lacks is asked for, and never read as noughts."""

import itertools
import json

import pytest

from scripts.browsers.engine import Engine
from scripts.runtime.core import NEEDED
from tests.browser.test_engines import LOAD
from tests.conftest import Site

CODECS = {
    "_codecs_cn": ("gb18030", "gbk", "gb2312", "hz"),
    "_codecs_hk": ("big5hkscs",),
    "_codecs_jp": ("shift_jis", "euc_jis_2004"),
    "_codecs_kr": ("euc_kr", "johab"),
    "_codecs_tw": ("big5", "cp950"),
}
# Each takes tables that come with the rest. What they come to is CPython's to say.
WAYS = [
    f"__import__('{module}').getcodec('{name}').encode('\u4e00', 'replace')"
    for module, names in CODECS.items()
    for name in names
] + [
    "__import__('unicodedata').name('\xe9')",
    "__import__('unicodedata').lookup('BALLOT BOX')",
    "__import__('unicodedata').normalize('NFD', '\xe9')",
    "__import__('unicodedata').category('\xe9')",
    "__import__('unicodedata').ucd_3_2_0.category('\u0220')",
]


# What each comes to in a Python of its own, or null where the rest was wanted.
ASK = f"""async (ways) => {{
    const said = [];
    for (const way of ways) {{
        let wanted = false;
        window.getRestOfCore = () => {{
            wanted = true;
            throw new Error("nobody has it");
        }};
        const pyodide = await ({LOAD})();
        if (wanted) throw new Error("A start wants the rest.");
        try {{
            said.push(pyodide.runPython(`ascii(${{way}})`));
        }} catch (error) {{
            if (!wanted) throw error;
            said.push(null);
        }}
    }}
    return said;
}}"""


# The core is the same in each engine.
@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_table_that_is_not_there_yet_is_never_read(engine: Engine, site: Site) -> None:
    engine.goto(f"{site.served}sources/")
    said = dict(zip(WAYS, engine.run(ASK, WAYS), strict=True))
    right = {way: ascii(eval(way)) for way in WAYS}
    assert {way: each for way, each in said.items() if each not in (None, right[way])} == {}
    # If none wanted the rest, this would show nothing.
    assert list(said.values()).count(None) > 10


def test_the_tables_are_many_and_apart() -> None:
    """Were they not known, a start would be heavy, and nothing else would tell."""
    tables = json.loads(NEEDED.read_text("utf-8"))["tables"]
    spans = sorted((start, start + length) for start, length in tables.values())
    assert len(spans) > 30
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
