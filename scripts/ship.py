"""Makes what MkDocs has built ready for a host: the last step of scripts/build."""

import sys
from pathlib import Path

from scripts import offline
from scripts.compress import compress


def main(site: Path) -> None:
    code = offline.name_by_content(site)
    offline.stamp(site, code)
    offline.list_files(site, code)
    compress(site)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
