"""Which tests of a run on several cores go to the same worker, one after another.

(pytest-xdist's own groups are marks, which it cannot read in the node ids of pytest 9.2.)
"""

import re

from xdist.scheduler import LoadScopeScheduling

# These build another site with what a build has kept (copies.py), or keep more: one after another.
BUILD = ("tests/site/test_build.py", "tests/site/test_fork.py", "tests/browser/test_releases.py")
# What each of the others needs is made once for its file; and these read the same pages, which are
# parsed once (site/parsed.py).
READ = {"built", "folds", "lean", "notices", "papers", "shipped", "words"}
SITE = re.compile(r"tests/site/test_(\w+)\.py")
# A browser is started once for all tests of a file; those that only need a page share Chromium.
ENGINE = re.compile(r"(.+)::.*\[(chromium|firefox|webkit)\b")


class Spread(LoadScopeScheduling):  # type: ignore[misc]
    """A worker that has nothing to do gets the next test, or the next that belong together."""

    def _split_scope(self, nodeid: str) -> str:
        return together(nodeid)


def together(nodeid: str) -> str:
    """The same text for tests that belong together."""
    if nodeid.startswith(BUILD):
        return "builds"
    if found := SITE.match(nodeid):
        return "reads" if found[1] in READ else found[0]
    if found := ENGINE.match(nodeid):
        return " ".join(found.groups())
    return nodeid
