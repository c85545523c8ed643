"""Text without its secrets."""

from ._child import KustoconnError
from ._pool import Pool

_pool = Pool("redact", "--jsonl", "--no-config")


def redact(text: str) -> str:
    """Return text, such as a line of a log, with the secrets of every Kusto connection
    string in it masked. Raises KustoconnError, and never returns text as it is, where the
    command does not answer."""
    if not text:
        return text
    answer = _pool.ask("text", text)
    masked = answer.get("text")
    if not isinstance(masked, str):
        raise KustoconnError("the command kustoconn does not speak redact --jsonl")
    # Lone surrogates do not survive the way through JSON.
    return masked if answer.get("masked") else text
