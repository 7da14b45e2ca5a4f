"""Firefox by WebDriver BiDi (w3.org/TR/webdriver-bidi)."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from scripts.browsers.engine import PATIENCE, Engine, process, wait_for


class ByBidi(Engine):
    """Commands and results over a web socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.commands = 0
        made = self.send("session.new", capabilities={})
        self.version = made["capabilities"]["browserVersion"]
        self.context = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, method: str, **params: object) -> Any:
        self.commands += 1
        command = {"id": self.commands, "method": method, "params": params}
        self.socket.send(json.dumps(command))
        while True:
            said = json.loads(self.socket.recv(timeout=PATIENCE))
            if said.get("id") == self.commands:
                assert said["type"] == "success", f"{method}: {said}"
                return said["result"]

    def navigate(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def refresh(self) -> None:
        self.send("browsingContext.reload", context=self.context, wait="complete")

    def run(self, function: str, argument: object = None) -> Any:
        done = self.send(
            "script.callFunction",
            functionDeclaration="async (text) => JSON.stringify("
            f"(await ({function})(JSON.parse(text))) ?? null)",
            arguments=[{"type": "string", "value": json.dumps(argument)}],
            target={"context": self.context},
            awaitPromise=True,
        )
        assert done["type"] == "success", done["exceptionDetails"]["text"]
        return json.loads(done["result"]["value"])


@contextmanager
def firefox_by_bidi(program: str) -> Iterator[Engine]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # Firefox asks whether to stop a long script: ours may take their time.
        Path(profile, "user.js").write_text('user_pref("dom.max_script_run_time", 0);\n')
        listens = Path(profile, "WebDriverBiDiServer.json")
        options = ["--headless", "--no-remote", "--profile", profile]
        command = [program, *options, "--remote-debugging-port", "0"]
        with process(command, {"HOME": profile}):
            at = wait_for("Firefox to listen", lambda: json.loads(listens.read_text()))
            address = f"ws://{at['ws_host']}:{at['ws_port']}/session"
            with connect(address, max_size=None, open_timeout=PATIENCE, proxy=None) as socket:
                yield ByBidi(socket)
