"""One process that answers requests, a line each."""

import json
import os
import subprocess
from collections.abc import Sequence
from typing import Any


class KustoconnError(RuntimeError):
    """The command cannot be run or does not answer. No message holds a text that was
    asked about."""


class BrokenChild(Exception):
    """The process ended, or what it wrote is no answer to the request."""


class Child:
    """A process of the batch protocol. One thread at a time may ask it; any may kill it."""

    def __init__(self, command: Sequence[str]) -> None:
        # A session of its own: an interrupt at the terminal is for the program, which
        # may log while it ends. Its standard input ends with the program, and it too.
        self._process = subprocess.Popen(
            command,
            bufsize=0,  # nothing is left to be written after a fork
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # the same for Windows
        )
        assert self._process.stdin and self._process.stdout
        self._requests = self._process.stdin
        self._answers = os.fdopen(os.dup(self._process.stdout.fileno()), "rb")
        self._process.stdout.close()
        self._asked = 0

    def ask(self, field: str, text: str) -> dict[str, Any]:
        """Return the answer to a request with text in field. Raises BrokenChild or
        OSError, after which the child is of no use."""
        self._asked += 1
        # All but ASCII is escaped, so that a lone surrogate can be sent.
        request = memoryview(json.dumps({"id": self._asked, field: text}).encode() + b"\n")
        while request:
            request = request[self._requests.write(request) or 0 :]
        line = self._answers.readline()
        try:
            answer = json.loads(line)
        except ValueError:
            raise BrokenChild from None  # the line may hold the text
        if not isinstance(answer, dict) or answer.get("id") != self._asked:
            raise BrokenChild
        return answer

    def kill(self) -> None:
        """End the process at once, which ends an ask that waits for it."""
        self._process.kill()

    def close(self) -> None:
        """End the process and wait until it has ended."""
        self._requests.close()
        try:
            self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._answers.close()

    def abandon(self) -> None:
        """Let go of a process that is the parent's, after a fork."""
        self._requests.close()
        self._answers.close()
        self._process.returncode = 0  # else its end would be waited for here
