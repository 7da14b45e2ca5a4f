"""How hard words are to read: the grade of Flesch and Kincaid."""

import re
from collections.abc import Sequence

HARDEST_GRADE = 8


def grade(sentences: Sequence[Sequence[str]]) -> float:
    """The US school grade of sentences, each a list of its words."""
    words = [word for sentence in sentences for word in sentence]
    long = len(words) / len(sentences)
    return 0.39 * long + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end: close enough for a grade."""
    word = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
