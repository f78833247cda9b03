"""yaml-language-server as an editor speaks with it: one process, over its standard input."""

import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

LONGEST = 60
"""Seconds after which it hangs, however slow and busy the machine is."""
_SETTINGS = {
    "validate": True,
    "hover": True,
    "completion": True,
    "hoverSchemaSource": False,
    "schemaStore": {"enable": False},
}
_CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
    },
}


class LanguageServer:
    """A server that is running until it is closed."""

    def __init__(self, command: str) -> None:
        self._process = subprocess.Popen(
            [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._answers: Queue[Any] = Queue()
        self._diagnostics: dict[str, Queue[Any]] = {}
        self._asked = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask(
            "initialize", processId=None, rootUri=None, capabilities=_CAPABILITIES
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": _SETTINGS})

    def close(self) -> None:
        """End the server."""
        self._ask("shutdown")
        self._tell("exit")
        self._process.communicate(timeout=LONGEST)

    def open(self, path: Path, text: str) -> None:
        """Show the server a file."""
        uri = path.as_uri()
        self._diagnostics[uri] = Queue()
        about = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=about)

    def wrong(self, path: Path) -> list[tuple[int, str]]:
        """What it says is wrong with a file, by 1-based line; it is asked once."""
        told = self._diagnostics[path.as_uri()].get(timeout=LONGEST)
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in told]

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is shown where the pointer rests, at a 1-based place."""
        told = self._ask("textDocument/hover", **_at(path, line, column))
        return str(told["contents"]["value"]) if told else ""

    def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What is offered at a 1-based place: its label, and what is said of it."""
        told = self._ask("textDocument/completion", **_at(path, line, column))
        return {one["label"]: _plain(one.get("documentation")) for one in told["items"]}

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._asked += 1
        self._send(id=self._asked, method=method, params=parameters)
        return self._answers.get(timeout=LONGEST)

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send(method=method, params=parameters)

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        for message in self._heard():
            if message.get("method") == "textDocument/publishDiagnostics":
                told = message["params"]
                self._diagnostics[told["uri"]].put(told["diagnostics"])
            elif "method" in message and "id" in message:
                self._send(id=message["id"], result=None)
            elif "id" in message:
                self._answers.put(message.get("result"))

    def _heard(self) -> Iterator[dict[str, Any]]:
        stream = self._process.stdout
        assert stream
        while head := stream.readline():
            length = int(head.split(b":")[1])
            while stream.readline().strip():
                pass
            yield json.loads(stream.read(length))


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line - 1, "character": column - 1},
    }


def _plain(documentation: Any) -> str:
    if isinstance(documentation, dict):
        documentation = documentation["value"]
    return str(documentation or "")
