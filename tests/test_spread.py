"""Which tests share a worker."""

from tests.spread import together


def test_what_builds_and_what_shares_a_browser_stays_together() -> None:
    built, preview = "tests/site/test_built.py::test_a", "tests/site/test_preview.py::test_b[x]"
    assert together(built) == together(preview)
    first, second = (f"tests/browser/test_x.py::test_{name}[webkit-a/b::c]" for name in "ab")
    assert together(first) == together(second)
    assert together(first) != together(first.replace("webkit", "firefox"))
    assert together(first) != together(first.replace("test_x", "test_y"))
    alone = "tests/browser/test_x.py::test_a[payment]"
    assert together(alone) == alone
