import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kustoconn._pool import Pool

pytest_plugins = ["pytester"]

SECRET = "an-invented-key"
LEAK = f"https://help.kusto.windows.net;Fed=true;AppClientId=a;Authority Id=contoso.com;AppKey={SECRET}"
MASKED = LEAK.replace(SECRET, "****")


class FakePool(Pool):
    """A pool of processes of a Python program, in place of the command."""

    def __init__(self, program: Path, **options: object) -> None:
        super().__init__(str(program), **options)  # type: ignore[arg-type]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Makes a pool of a program that is given as text."""
    monkeypatch.setattr("kustoconn._pool.binary", lambda: sys.executable)
    pools: list[Pool] = []

    def make(program: str, **options: object) -> Pool:
        path = tmp_path / "program.py"
        path.write_text(program)
        pools.append(FakePool(path, **options))
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()
