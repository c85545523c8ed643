"""Answers the batch protocol with the parser that was written from docs/spec.md.

    kustoconn conform -- python3 adapter.py
"""

import json
import sys

import connection_string as cs


def answer(text):
    c = cs.parse(text)
    held = cs.properties(c)
    a = {"syntax": c.valid, "pairs": c.pairs, "properties": held, "auth": cs.auth(held), "redacted": cs.masked(c)}
    if c.prefix is not None:
        a["prefix"] = c.prefix
    if c.valid:
        a["canonical"] = cs.canonical(c)
    a["diagnostics"] = [  # offsets of bytes, 1.1
        {"code": code, "start": len(text[:start].encode()), "end": len(text[:end].encode())} for code, start, end in c.faults
    ]
    return a


for line in sys.stdin.buffer:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer(request["s"])}), flush=True)
