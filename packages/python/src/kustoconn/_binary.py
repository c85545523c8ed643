"""Where the command is."""

import os
import sys
import sysconfig
from pathlib import Path

from ._child import KustoconnError


def binary() -> str:
    """Return the path of the command: what the environment variable KUSTOCONN_BINARY
    names, else the one that was installed with this module, wherever pip puts scripts.
    PATH is not searched, because what it finds may be another release. Raises
    KustoconnError where there is none."""
    if named := os.environ.get("KUSTOCONN_BINARY"):
        return named
    name = "kustoconn.exe" if os.name == "nt" else "kustoconn"
    target = Path(__file__).resolve().parents[1] / "bin"  # pip install --target
    user = sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user"))
    beside = Path(sys.executable).parent  # a virtual environment that was moved
    for directory in (sysconfig.get_path("scripts"), user, target, beside):
        if os.access(path := os.path.join(directory, name), os.X_OK):
            return path
    raise KustoconnError("the command kustoconn is not installed with this module")
