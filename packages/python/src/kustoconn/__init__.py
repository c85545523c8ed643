"""Check and redact Kusto (Azure Data Explorer) connection strings.

    >>> import kustoconn
    >>> kustoconn.check("https://help.kusto.windows.net;Fed=yes").diagnostics[0].code
    'KCS201'
    >>> kustoconn.redact("no sign-in: https://c.kusto.windows.net;AppKey=invented")
    'no sign-in: https://c.kusto.windows.net;AppKey=****'

Both ask processes of the command ``kustoconn``, which start with the first question and
end with the program. They may be called from any thread, and after a fork.

``kustoconn.logging`` masks what a program logs, and ``kustoconn.pytest_plugin`` fails a
test that logs a secret.
"""

from ._check import Check, Diagnostic, Edit, check
from ._pool import KustoconnError
from ._redact import redact

__all__ = ["Check", "Diagnostic", "Edit", "KustoconnError", "check", "redact"]
