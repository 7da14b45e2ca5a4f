"""Which tests share a worker."""

from tests.spread import together


def test_what_builds_and_what_shares_pages_or_a_browser_stays_together() -> None:
    build, fork = "tests/site/test_build.py::test_a", "tests/site/test_fork.py::test_b[x]"
    assert together(build) == together(fork) == together("tests/browser/test_releases.py::test_a")
    built, folds = "tests/site/test_built.py::test_a", "tests/site/test_folds.py::test_b[x]"
    assert together(built) == together(folds) != together(build)
    preview = "tests/site/test_preview.py::test_a"
    assert together(preview) == together(preview.replace("test_a", "test_b[x]"))
    assert together(preview) not in {together(built), together(build)}
    first, second = (f"tests/browser/test_x.py::test_{name}[webkit-a/b::c]" for name in "ab")
    assert together(first) == together(second)
    assert together(first) != together(first.replace("webkit", "firefox"))
    assert together(first) != together(first.replace("test_x", "test_y"))
    alone = "tests/browser/test_x.py::test_a[payment]"
    assert together(alone) == alone
