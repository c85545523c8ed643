"""Processes that are asked by many threads."""

import atexit
import math
import os
import threading
import time
import weakref
from typing import Any

from ._binary import binary
from ._child import BrokenChild, Child, KustoconnError

__all__ = ["KustoconnError", "Pool"]

TIMEOUT = 10.0  # seconds for an answer, the start of a process and the wait for a free one included


class Pool:
    """At most size processes of one command. A process starts where all others are busy;
    one that has died is replaced, and one that does not answer in time is killed."""

    def __init__(self, *arguments: str, size: int | None = None, timeout: float = TIMEOUT) -> None:
        self._arguments = arguments
        self._size = size or min(4, os.cpu_count() or 1)
        self._timeout = timeout
        self._reset()
        _pools.add(self)

    def _reset(self) -> None:
        lock = threading.Lock()
        self._freed = threading.Condition(lock)  # a process may be had
        self._asked = threading.Condition(lock)  # the watcher has something to watch
        self._idle: list[Child] = []
        self._deadlines: dict[Child, float] = {}  # of busy processes
        self._started = 0  # processes there are, those that are just starting included
        self._watching = False
        self._wake = math.inf  # when the watcher looks next

    def ask(self, field: str, text: str) -> dict[str, Any]:
        """Return a process's answer to a request with text in field. Raises
        KustoconnError where there is none in time."""
        deadline = time.monotonic() + self._timeout
        # A process may have died since its last answer: the others too, so that the
        # last try is one with a process that has just been started.
        for _ in range(self._size + 1):
            child = self._take(deadline)
            try:
                answer = child.ask(field, text)
            except (BrokenChild, OSError, ValueError):
                self._drop(child)
            except BaseException:  # an interrupt: the answer would be taken for the next one's
                self._drop(child)
                raise
            else:
                self._give_back(child)
                return answer
            if time.monotonic() >= deadline:
                break
        raise KustoconnError("the command kustoconn does not answer")

    def _take(self, deadline: float) -> Child:
        """Return a process that is idle or new, to be killed at the deadline."""
        with self._freed:
            while not self._idle and self._started >= self._size:
                if not self._freed.wait(deadline - time.monotonic()):
                    raise KustoconnError("all processes of kustoconn are busy")
            if self._idle:
                child = self._idle.pop()
                self._watch(child, deadline)
                return child
            self._started += 1
        try:
            child = Child([binary(), *self._arguments])
        except BaseException as error:
            with self._freed:
                self._started -= 1
                self._freed.notify()
            if isinstance(error, OSError):
                raise KustoconnError("the command kustoconn cannot be started") from None
            raise
        with self._freed:
            self._watch(child, deadline)
        return child

    def _give_back(self, child: Child) -> None:
        with self._freed:
            del self._deadlines[child]
            self._idle.append(child)
            self._freed.notify()

    def _drop(self, child: Child) -> None:
        child.kill()
        child.close()
        with self._freed:
            del self._deadlines[child]
            self._started -= 1
            self._freed.notify()

    def _watch(self, child: Child, deadline: float) -> None:
        self._deadlines[child] = deadline
        if not self._watching:
            self._watching = True
            threading.Thread(target=self._kill_late, name="kustoconn", daemon=True).start()
        if deadline < self._wake:
            self._asked.notify()

    def _kill_late(self) -> None:
        """Kill processes whose time is over. It looks once a timeout, not once a request."""
        with self._asked:
            while True:
                now = time.monotonic()
                for child, deadline in self._deadlines.items():
                    if deadline <= now:
                        child.kill()
                        self._deadlines[child] = math.inf
                self._wake = min(self._deadlines.values(), default=math.inf)
                self._asked.wait(None if self._wake == math.inf else self._wake - now)

    def close(self) -> None:
        """End the processes that are idle. A later ask starts new ones."""
        with self._freed:
            idle, self._idle = self._idle, []
            self._started -= len(idle)
        for child in idle:
            child.close()

    def _forget(self) -> None:
        """Leave the processes to the parent, after a fork."""
        for child in [*self._idle, *self._deadlines]:
            child.abandon()
        self._reset()


_pools: "weakref.WeakSet[Pool]" = weakref.WeakSet()


def _for_all(method: str) -> None:
    for pool in list(_pools):
        getattr(pool, method)()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: _for_all("_forget"))
atexit.register(_for_all, "close")
