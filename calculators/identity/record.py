"""What is said of a copy. What is empty is left out wherever it would stand."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Identity:
    name: str
    short_name: str
    address: str = ""
    contact: str = ""
    code: str = ""
    logo: str = ""
    state: str = ""
    hotline: str = ""
    hotline_says: str = ""
    reviewers: str = ""

    @property
    def slug(self) -> str:
        """The name as files and identifiers bear it: "second-mortgage-help"."""
        return "-".join(re.findall("[a-z0-9]+", self.name.lower()))

    @property
    def contact_link(self) -> str:
        """The contact as a link leads to it."""
        return f"mailto:{self.contact}" if "@" in self.contact else self.contact
