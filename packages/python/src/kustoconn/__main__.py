"""``python -m kustoconn``: the command."""

import os
import subprocess
import sys

from ._binary import binary
from ._pool import KustoconnError


def main() -> int:
    try:
        command = [binary(), *sys.argv[1:]]
    except KustoconnError as error:
        print("kustoconn:", error, file=sys.stderr)
        return 2
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main())
