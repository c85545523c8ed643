"""Records whom the Python client trusts.

    python trust.py < probes.jsonl > recorded.jsonl

Reads JSON lines {"uri", "login"} and writes each with "trusted" added. Nothing
touches a network.
"""

import json
import sys

from azure.kusto.data.kusto_trusted_endpoints import well_known_kusto_endpoints


def trusts(uri, login):
    try:
        well_known_kusto_endpoints.validate_trusted_endpoint(uri, login)
    except Exception:
        return False
    return True


def main():
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    for line in sys.stdin:
        probe = json.loads(line)
        print(json.dumps({**probe, "trusted": trusts(probe["uri"], probe["login"])}), flush=True)


if __name__ == "__main__":
    main()
