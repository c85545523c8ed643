"""Answers the batch protocol with the Python client, for kustoconn conform.

    pip install -r requirements.txt
    kustoconn conform -- python adapter.py

The client gives no pairs, only what it has made of the string: the answer holds
"ok" and "properties". Objects are constructed, but nothing touches a network.
"""

import json
import re
import sys

from azure.kusto.data import KustoClient, KustoConnectionStringBuilder, _token_providers as providers

AUTH = {
    type(None): "none",
    providers.InteractiveLoginTokenProvider: "user-prompt",
    providers.UserPassTokenProvider: "password",
    providers.ApplicationKeyTokenProvider: "app-key",
    providers.ApplicationCertificateTokenProvider: "app-thumbprint",
}


def properties(builder):
    # The client's own names are the documented ones.
    held = {keyword.value: value for keyword, value in builder._internal_dict.items()}
    held["Application Name for Tracing"] = builder.application_for_tracing
    held["User Name for Tracing"] = builder.user_name_for_tracing
    return {name: value for name, value in held.items() if value is not None}


def auth(builder):
    try:
        helper = KustoClient(builder)._aad_helper
    except Exception:  # no client, so no authentication to compare
        return None
    provider = type(helper and helper.token_provider)
    if provider is providers.BasicTokenProvider:
        return "user-token" if builder.user_token else "app-token"
    return AUTH[provider]


# What the client fills in is not what the string says.
DEFAULTS = properties(KustoConnectionStringBuilder("Server="))


def answer(text):
    try:
        builder = KustoConnectionStringBuilder(text)
    except Exception as error:
        # Of the message, only the words that do not depend on the string.
        words = re.sub(r"""Recieved.*|[`'"].*[`'"]""", "…", str(error.args[0]), flags=re.DOTALL)
        return {"ok": False, "reason": f"{type(error).__name__}: {words}"}
    return {"ok": True, "properties": properties(builder), "defaults": DEFAULTS, "auth": auth(builder)}


for line in sys.stdin.buffer:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer(request["s"])}), flush=True)
