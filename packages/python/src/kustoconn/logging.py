"""A filter that masks the secrets of Kusto connection strings in what is logged."""

import io
import logging
import traceback
from typing import Any

from ._pool import KustoconnError
from ._redact import redact

__all__ = ["RedactingFilter"]

WITHHELD = "[withheld: kustoconn could not redact it]"

# What every record has; all else came by extra.
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}


class RedactingFilter(logging.Filter):
    """Masks secrets in a record's message, exception, stack and extra fields. It lets
    every record pass, and raises nothing: what cannot be redacted is withheld.

    Put it on handlers, because a logger's filters do not see the records of the loggers
    below it::

        handler.addFilter(kustoconn.logging.RedactingFilter())

    The record itself is changed, so that handlers behind this one get no secret either:
    its arguments are in the message, and its exception is text."""

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            message = record.getMessage()
        except Exception:  # wrong arguments: logging would print them
            message = WITHHELD
        record.msg, record.args = _masked(message), None
        if record.exc_info and not record.exc_text:
            record.exc_text = _formatted(record.exc_info)
        record.exc_info = None
        if record.exc_text:
            record.exc_text = _masked(record.exc_text)
        if record.stack_info:
            record.stack_info = _masked(record.stack_info)
        for name in vars(record).keys() - _STANDARD:
            setattr(record, name, _masked_value(getattr(record, name)))
        return True


def _masked(text: str) -> str:
    try:
        return redact(text)
    except KustoconnError:
        return WITHHELD


def _masked_value(value: Any, depth: int = 8) -> Any:
    """Return value with the texts in it masked. What is neither text nor a collection
    stays what it is, unless its text holds a secret."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return _masked(value)
    if depth > 0:
        if isinstance(value, dict):
            return {_masked_value(k, 0): _masked_value(v, depth - 1) for k, v in value.items()}
        if type(value) in (list, tuple, set, frozenset):
            return type(value)(_masked_value(v, depth - 1) for v in value)
    try:
        text = str(value)
    except Exception:
        return WITHHELD
    masked = _masked(text)
    return value if masked == text else masked


def _formatted(exc_info: Any) -> str:
    out = io.StringIO()
    try:
        traceback.print_exception(*exc_info, file=out)
    except Exception:
        return WITHHELD
    return out.getvalue().removesuffix("\n")
