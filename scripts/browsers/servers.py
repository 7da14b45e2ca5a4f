"""Gets the web servers that the tests start with the files of scripts/hosting, where there are
none. As root on Debian only; elsewhere the tests say what they miss.

Nginx and Caddy are unpacked into build/, not installed: their packages would start them at once,
and each time the machine does. Apache's program has a package of its own that starts nothing.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from scripts.browsers.debian import is_debian, run
from scripts.runtime.files import BUILD

UNPACKED = BUILD / "servers"
FOLDERS = (*(UNPACKED / each for each in ("usr/sbin", "usr/bin")), "/usr/sbin", "/usr/local/sbin")
# By program: its package.
TO_UNPACK = {"nginx": "nginx", "caddy": "caddy"}
TO_INSTALL = {"apache2": "apache2-bin"}


def server(name: str) -> str | None:
    """The program of a web server, where the machine has it."""
    path = os.pathsep.join([*map(str, FOLDERS), os.environ.get("PATH", "")])
    return shutil.which(name, path=path)


def install() -> None:
    missing = [name for name in (*TO_UNPACK, *TO_INSTALL) if not server(name)]
    if not missing or os.getuid() != 0 or not is_debian():
        return
    print(f"==> Web servers for the tests: {', '.join(missing)}", flush=True)
    run("apt-get", "update", "-qq")
    if to_install := [TO_INSTALL[name] for name in missing if name in TO_INSTALL]:
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *to_install)
    for name in missing:
        if name in TO_UNPACK:
            unpack(TO_UNPACK[name])


def unpack(package: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        # As root, apt would rather read the network as somebody who may not write here.
        command = ["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", package]
        subprocess.run(command, cwd=folder, check=True)
        (archive,) = Path(folder).glob("*.deb")
        run("dpkg-deb", "--extract", str(archive), str(UNPACKED))
