import io
import logging
import sys
from collections.abc import Iterator

import pytest

from kustoconn.logging import WITHHELD, RedactingFilter

from conftest import LEAK, MASKED, SECRET


@pytest.fixture
def log() -> Iterator[tuple[logging.Logger, io.StringIO]]:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    handler.addFilter(RedactingFilter())
    logger = logging.Logger("test")
    logger.addHandler(handler)
    yield logger, out
    handler.close()


Log = tuple[logging.Logger, io.StringIO]


def test_message(log: Log) -> None:
    log[0].info("100%% of %s, %d", LEAK, 5)
    log[0].info("100%")
    assert log[1].getvalue() == f"INFO 100% of {MASKED}, 5\nINFO 100%\n"


def test_wrong_arguments_are_withheld(log: Log, capsys: pytest.CaptureFixture[str]) -> None:
    log[0].info("%d", LEAK)
    assert log[1].getvalue() == f"INFO {WITHHELD}\n"
    assert capsys.readouterr().err == ""


def test_exception_and_stack(log: Log) -> None:
    try:
        raise ValueError(LEAK)
    except ValueError:
        log[0].exception("no sign-in", stack_info=True)
    text = log[1].getvalue()
    assert f"ValueError: {MASKED}" in text
    assert "Stack (most recent call last)" in text
    assert SECRET not in text


def test_handlers_behind_the_filter_get_no_exception() -> None:
    try:
        raise ValueError(LEAK)
    except ValueError:
        record = logging.makeLogRecord({"exc_info": sys.exc_info()})
    RedactingFilter().filter(record)
    assert record.exc_info is None
    assert record.exc_text and record.exc_text.endswith(f"ValueError: {MASKED}")


class Connection:
    def __str__(self) -> str:
        return LEAK


class Broken:
    def __str__(self) -> str:
        raise ValueError(LEAK)


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (LEAK, MASKED),
        ({"a": [LEAK, (1, LEAK)]}, {"a": [MASKED, (1, MASKED)]}),
        ({LEAK: {LEAK}}, {MASKED: {MASKED}}),
        (Connection(), MASKED),
        (Broken(), WITHHELD),
        (None, None),
        (1.5, 1.5),
    ],
)
def test_extra_fields(value: object, want: object) -> None:
    record = logging.makeLogRecord({"msg": "a", "value": value})
    assert RedactingFilter().filter(record)
    assert vars(record)["value"] == want


def test_an_object_without_a_secret_stays_itself() -> None:
    value = object()
    record = logging.makeLogRecord({"value": value})
    RedactingFilter().filter(record)
    assert vars(record)["value"] is value


def test_what_cannot_be_redacted_is_withheld(log: Log, monkeypatch: pytest.MonkeyPatch, fake: object) -> None:
    monkeypatch.setattr("kustoconn._redact._pool", fake("raise SystemExit(1)", timeout=60))  # type: ignore[operator]
    log[0].info(LEAK)
    assert log[1].getvalue() == f"INFO {WITHHELD}\n"
