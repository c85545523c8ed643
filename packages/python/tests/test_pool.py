"""Processes that die, hang and lie."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

import pytest

from kustoconn import KustoconnError
from kustoconn._pool import Pool


class Make(Protocol):
    def __call__(self, program: str, **options: Any) -> Pool: ...


ECHO = """
import json, os, sys
for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], "text": request["text"], "pid": os.getpid()}), flush=True)
"""

# Ends amid every answer but the first.
MORTAL = """
import json, sys
print(json.dumps({"id": json.loads(input())["id"], "text": "answered"}), flush=True)
input()
sys.stdout.write('{"id": 2')
"""


def test_processes_are_kept(fake: Make) -> None:
    pool = fake(ECHO)
    assert pool.ask("text", "a")["pid"] == pool.ask("text", "b")["pid"]


def test_a_process_that_was_killed_is_replaced(fake: Make) -> None:
    pool = fake(ECHO)
    for i in range(5):
        answer = pool.ask("text", str(i))
        assert answer["text"] == str(i)
        os.kill(answer["pid"], signal.SIGKILL)


def test_a_process_that_dies_amid_an_answer_is_replaced(fake: Make) -> None:
    pool = fake(MORTAL, size=1)
    for _ in range(4):
        assert pool.ask("text", "a")["text"] == "answered"


def test_all_processes_killed_at_once(fake: Make) -> None:
    pool = fake(ECHO, size=3, timeout=60)
    barrier = threading.Barrier(3)

    def one(i: int) -> int:
        barrier.wait()
        return int(pool.ask("text", "a" * 100_000)["pid"])

    with ThreadPoolExecutor(3) as threads:
        for pid in set(threads.map(one, range(3))):
            os.kill(pid, signal.SIGKILL)
    assert pool.ask("text", "b")["text"] == "b"


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(1)",
        "input(); print('{')",
        "input(); print('[]')",
        "input(); print('{\"error\": \"line 1: no\", \"line\": 1}')",
        "input(); print('{\"id\": 99}')",
        "import sys; sys.stdin.close(); sys.stdout.close()",
    ],
)
def test_no_answer_is_an_error(fake: Make, program: str) -> None:
    with pytest.raises(KustoconnError, match="does not answer"):
        fake(program, size=1, timeout=60).ask("text", "a")


@pytest.mark.parametrize("text", ["a", "a" * 1_000_000], ids=["waits for the answer", "waits to be read"])
def test_a_process_that_hangs_is_killed(fake: Make, text: str) -> None:
    pool = fake("import time; time.sleep(600)", size=1, timeout=0.3)
    with pytest.raises(KustoconnError, match="does not answer"):
        pool.ask("text", text)
    with pytest.raises(KustoconnError, match="does not answer"):  # its place is free again
        pool.ask("text", text)


def test_a_pool_that_is_busy_is_an_error(fake: Make) -> None:
    pool = fake("import time; time.sleep(600)", size=1, timeout=0.5)
    with ThreadPoolExecutor(2) as threads:
        errors = [f.exception() for f in [threads.submit(pool.ask, "text", "a") for _ in range(2)]]
    assert [type(e) for e in errors] == [KustoconnError, KustoconnError]


def test_threads_get_their_own_answers(fake: Make) -> None:
    pool = fake(ECHO, size=2, timeout=60)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda i: pool.ask("text", str(i)), range(500)))
    assert [a["text"] for a in answers] == [str(i) for i in range(500)]
    assert len({a["pid"] for a in answers}) <= 2


def test_no_descriptor_and_no_process_is_left(fake: Make) -> None:
    pool = fake(ECHO, size=1)
    pool.ask("text", "a")
    before = sorted(os.listdir("/proc/self/fd"))
    for _ in range(5):
        os.kill(pool.ask("text", "a")["pid"], signal.SIGKILL)
    last = pool.ask("text", "a")["pid"]
    assert len(os.listdir("/proc/self/fd")) == len(before)
    pool.close()
    with pytest.raises(ProcessLookupError):
        os.kill(last, 0)
    assert pool.ask("text", "a")["pid"] != last


def test_no_command_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kustoconn._pool.binary", lambda: "/nowhere/kustoconn")
    with pytest.raises(KustoconnError, match="cannot be started"):
        Pool("redact").ask("text", "a")


def run(program: str) -> str:
    """Return what a program of its own prints."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-W", "error", "-c", textwrap.dedent(program)], env=env, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_fork_gets_processes_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "echo.py").write_text(ECHO)
    out = run(f"""
        import os, sys, warnings
        import kustoconn._pool
        kustoconn._pool.binary = lambda: sys.executable
        pool = kustoconn._pool.Pool({str(tmp_path / "echo.py")!r})
        first = pool.ask("text", "a")["pid"]
        warnings.simplefilter("ignore")  # a fork beside threads
        if (child := os.fork()) == 0:
            print(pool.ask("text", "b")["pid"] != first, flush=True)
            pool.close()
            os._exit(0)
        os.waitpid(child, 0)
        print(pool.ask("text", "c")["pid"] == first)
    """)
    assert out == "True\nTrue\n"


def test_the_processes_end_with_the_program(tmp_path: Path) -> None:
    (tmp_path / "echo.py").write_text(ECHO)
    pid = int(run(f"""
        import os, signal, sys
        import kustoconn._pool
        kustoconn._pool.binary = lambda: sys.executable
        print(kustoconn._pool.Pool({str(tmp_path / "echo.py")!r}).ask("text", "a")["pid"])
    """))
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
