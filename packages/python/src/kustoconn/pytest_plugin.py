"""A plugin for pytest that fails a test where a log record holds the secret of a Kusto
connection string.

It is off until ``--kustoconn-leaks`` is given or ``kustoconn_leaks = true`` stands in
pytest's configuration. Every record that a logger makes is looked at, whichever handlers
there are, with its exception and extra fields. ``@pytest.mark.kustoconn_may_leak`` lets a
test log what it likes. The logs that pytest shows of a failed test are masked."""

import logging
from collections.abc import Generator
from typing import Any

import pytest

from ._redact import redact
from .logging import _STANDARD, _formatted

_ON = pytest.StashKey["_Records"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    text = "fail tests whose log records hold secrets of Kusto connection strings"
    parser.getgroup("kustoconn").addoption("--kustoconn-leaks", action="store_true", help=text)
    parser.addini("kustoconn_leaks", text, type="bool", default=False)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "kustoconn_may_leak: log records of this test may hold secrets")
    if config.getoption("--kustoconn-leaks") or config.getini("kustoconn_leaks"):
        config.stash[_ON] = _Records()
        config.pluginmanager.register(_Plugin(config.stash[_ON]), "kustoconn-leaks")


def pytest_unconfigure(config: pytest.Config) -> None:
    if records := config.stash.get(_ON, None):
        records.stop()


class _Records:
    """The records that were made since the last look. A factory sees them all; a handler
    would miss those of loggers that do not propagate."""

    def __init__(self) -> None:
        self._made: list[tuple[logging.LogRecord, str]] = []
        self._factory = logging.getLogRecordFactory()
        logging.setLogRecordFactory(self._make)

    def _make(self, *args: Any, **kwargs: Any) -> logging.LogRecord:
        record = self._factory(*args, **kwargs)
        try:
            message = record.getMessage()  # now: arguments may change
        except Exception:
            message = f"{record.msg} {record.args}"  # what logging prints of it
        self._made.append((record, message))
        return record

    def stop(self) -> None:
        if logging.getLogRecordFactory() == self._make:
            logging.setLogRecordFactory(self._factory)

    def leaks(self) -> list[str]:
        """Return a line for each record with a secret, masked, and forget all records."""
        made, self._made = self._made, []
        found = []
        for record, message in made:
            texts = [message, record.exc_text or "", record.stack_info or ""]
            if record.exc_info:
                texts.append(_formatted(record.exc_info))
            texts += [str(value) for name, value in vars(record).items() if name not in _STANDARD]
            for text in texts:
                masked = redact(text)
                if masked != text:
                    where = f"{record.filename}:{record.lineno}"
                    found.append(f"{where}: {record.levelname} of logger {record.name}: {masked}")
                    break
        return found


class _Plugin:
    def __init__(self, records: _Records) -> None:
        self._records = records

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None, object, object]:
        return (yield from self._phase(item, "setup"))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, object, object]:
        return (yield from self._phase(item, "call"))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None, object, object]:
        return (yield from self._phase(item, "teardown"))

    def _phase(self, item: pytest.Item, when: str) -> Generator[None, object, object]:
        try:
            result = yield
        except BaseException:
            # The test has failed already: its own failure is what it shows, and this beside it.
            if leaks := self._leaks(item):
                item.add_report_section(when, "kustoconn", _text(leaks))
            raise
        if leaks := self._leaks(item):
            pytest.fail(_text(leaks), pytrace=False)
        return result

    def _leaks(self, item: pytest.Item) -> list[str]:
        leaks = self._records.leaks()
        return [] if item.get_closest_marker("kustoconn_may_leak") else leaks

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        report.sections = [(name, redact(content)) for name, content in report.sections]
        return report


def _text(leaks: list[str]) -> str:
    return "\n".join(["a log record holds the secret of a Kusto connection string:", *leaks])
