"""Serves the site on 127.0.0.1: watched and reloaded, or exactly as built (--built)."""

import argparse
import subprocess
import sys

from scripts.runtime.files import ROOT
from scripts.site.host import refuse_busy_port, static_server
from scripts.site.preview import serve_watched


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--built", action="store_true", help="serve site/ as it would be shipped")
    chosen = parser.parse_args()
    address = f"http://127.0.0.1:{chosen.port}/"
    try:
        refuse_busy_port(chosen.port)
        if chosen.built:
            subprocess.run([ROOT / "scripts" / "build", "--site-url", address], check=True)
            server = static_server(ROOT / "site", chosen.port)
            print(f"Serving the built site at {address} (Ctrl+C stops)", flush=True)
            server.serve_forever()
        serve_watched(chosen.port, address)
    except OSError as error:
        sys.exit(f"Port {chosen.port} cannot be used ({error.strerror}): try --port with another.")
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
