"""How the property tests draw: the same numbers in every run, everywhere; chance has its own runs.

scripts/test --random      new numbers each time, ten times as many
scripts/test --quick       the same ones each time, a tenth as many
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any
from unittest import mock

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import providers

# No clock decides (a slow machine is no mistake), and nothing is remembered from other runs.
by_no_clock = settings(
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=100,
)
settings.register_profile("same", by_no_clock, derandomize=True)
settings.register_profile("few", settings.get_profile("same"), max_examples=10)
settings.register_profile("random", by_no_clock, max_examples=1000, print_blob=True)
# For tests/test_mistakes.py: that a test fails is all it wants to know, not the simplest case.
settings.register_profile(
    "any-failure-will-do",
    settings.get_profile("same"),
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile("same")

# So many draws of a test, its named examples first, count for what is covered: to measure all of
# them would take four times as long.
MEASURED = 30


def draws(count: int) -> settings:
    """So many draws for a test in the usual run; fewer or more of them under another profile."""
    return settings(max_examples=max(1, count * settings().max_examples // 100))


def from_the_test_alone() -> None:
    """Hypothesis also draws numbers that stand in the modules which happen to be loaded: what one
    test draws would change with the tests beside it, with edits elsewhere, even with the name of
    the project's folder."""
    mock.patch.object(providers, "is_local_module_file", return_value=False).start()


@contextmanager
def measured_at_first(
    test: Any, pause: Callable[[], None], resume: Callable[[], None]
) -> Iterator[None]:
    """While the block runs `test`, coverage pauses after MEASURED draws."""
    inner, count = test.hypothesis.inner_test, 0

    # What is drawn depends on the test's name and text, which are its own this way.
    @wraps(inner)
    def counted(*arguments: object, **named: object) -> object:
        nonlocal count
        count += 1
        if count == MEASURED + 1:
            pause()
        return inner(*arguments, **named)

    test.hypothesis.inner_test = counted
    try:
        yield
    finally:
        test.hypothesis.inner_test = inner
        if count > MEASURED:
            resume()
