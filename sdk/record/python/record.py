"""Records what the Python client makes of connection strings.

    pip install -r requirements.txt
    python record.py < probes.jsonl > recorded.jsonl

Reads JSON lines {"id", "group", "s"} and writes one line for each with the
fields that the recordings under testdata/clients hold. Objects are only
constructed: nothing touches a network. The rules of splitting a URL are those
of the Python that runs this; the recordings were made on CPython 3.11.
"""

import json
import sys

from azure.kusto.data import KustoClient, KustoConnectionStringBuilder
from azure.kusto.data._token_providers import (
    ApplicationCertificateTokenProvider,
    ApplicationKeyTokenProvider,
    BasicTokenProvider,
    InteractiveLoginTokenProvider,
    UserPassTokenProvider,
)
from azure.kusto.data.kcsb import SupportedKeywords

NAMES = {
    SupportedKeywords.DATA_SOURCE: "DataSource",
    SupportedKeywords.INITIAL_CATALOG: "InitialCatalog",
    SupportedKeywords.FEDERATED_SECURITY: "FederatedSecurity",
    SupportedKeywords.APPLICATION_CLIENT_ID: "ApplicationClientId",
    SupportedKeywords.APPLICATION_KEY: "ApplicationKey",
    SupportedKeywords.USER_ID: "UserId",
    SupportedKeywords.PASSWORD: "Password",
    SupportedKeywords.AUTHORITY_ID: "AuthorityId",
    SupportedKeywords.APPLICATION_TOKEN: "ApplicationToken",
    SupportedKeywords.USER_TOKEN: "UserToken",
    SupportedKeywords.APPLICATION_CERTIFICATE_BLOB: "ApplicationCertificateBlob",
    SupportedKeywords.APPLICATION_CERTIFICATE_X5C: "ApplicationCertificateSendX5c",
    SupportedKeywords.APPLICATION_CERTIFICATE_THUMBPRINT: "ApplicationCertificateThumbprint",
}

AUTH = {
    ApplicationCertificateTokenProvider: "app-cert",
    ApplicationKeyTokenProvider: "app-key",
    InteractiveLoginTokenProvider: "user-prompt",
    UserPassTokenProvider: "user-password",
}


def seen(builder):
    held = {name: builder._internal_dict.get(word) for word, name in NAMES.items()}
    held["ApplicationNameForTracing"] = builder.application_for_tracing
    held["UserNameForTracing"] = builder.user_name_for_tracing
    return {name: value for name, value in held.items() if value not in (None, "")}


def auth(builder):
    try:
        helper = KustoClient(builder)._aad_helper
    except Exception as error:
        return f"error: {described(error)}"
    if helper is None:
        return "none"
    provider = type(helper.token_provider)
    if provider is BasicTokenProvider:
        return "user-token" if builder.user_token else "app-token"
    return AUTH[provider]


def reparse(builder):
    try:
        again = KustoConnectionStringBuilder(repr(builder))
    except Exception:
        return "rejected"
    return "same" if seen(again) == seen(builder) else "differs"


def described(error):
    # str() of a KeyError would quote its message.
    message = error.args[0] if isinstance(error, KeyError) else error
    return f"{type(error).__name__}: {message}"


def is_deliberate(error):
    """Whether the client raised error itself, not something below it."""
    return isinstance(error, KeyError) or str(error) == "Should not be empty"


def record(probe):
    row = {key: probe[key] for key in ("id", "group", "s")}
    try:
        builder = KustoConnectionStringBuilder(probe["s"])
    except Exception as error:
        row["ok"] = False
        if not is_deliberate(error):
            row["crash"] = True
        row["error"] = described(error)
        return row
    row.update(
        ok=True,
        seen=seen(builder),
        out=repr(builder),
        masked=str(builder),
        reparse=reparse(builder),
        auth=auth(builder),
    )
    return row


def main():
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    for line in sys.stdin:
        print(json.dumps(record(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
