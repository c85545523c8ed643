"""Runs each file of builder code and holds what the builder then selects to
what the mode of the file's name should be. A connection is an error."""

import os
import pathlib
import socket
import sys


def refuse(*_args, **_kwargs):
    raise AssertionError("a connection is opened")


socket.socket.connect = refuse
socket.getaddrinfo = refuse

from azure.kusto.data import KustoClient, KustoConnectionStringBuilder  # noqa: E402

PROVIDERS = {
    "none": None,
    "user-prompt": "InteractiveLoginTokenProvider",
    "user-token": "BasicTokenProvider",
    "app-token": "BasicTokenProvider",
    "app-key": "ApplicationKeyTokenProvider",
    "app-certificate": "ApplicationCertificateTokenProvider",
    "system-managed-identity": "MsiTokenProvider",
    "user-managed-identity": "MsiTokenProvider",
    "az-cli": "AzCliTokenProvider",
    "device-code": "DeviceLoginTokenProvider",
    "password": "UserPassTokenProvider",
    "token-provider": "CallbackTokenProvider",
    "token-credential": "AzureIdentityTokenCredentialProvider",
    "federated-managed-identity": "CallbackTokenProvider",
    "workload-identity": "AzureIdentityTokenCredentialProvider",
}
SECRETS = {
    "user-token": ("user_token", "KUSTO_USER_TOKEN"),
    "app-token": ("application_token", "KUSTO_APPLICATION_TOKEN"),
    "app-key": ("application_key", "KUSTO_APPLICATION_KEY"),
    "password": ("password", "KUSTO_PASSWORD"),
}

for path in map(pathlib.Path, sys.argv[1:]):
    scope = {}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), scope)
    mode, kcsb = path.stem.split("+")[0], scope["kcsb"]
    assert isinstance(kcsb, KustoConnectionStringBuilder), path
    assert kcsb.data_source == "https://mycluster.kusto.windows.net", kcsb.data_source
    if mode in SECRETS:
        attribute, variable = SECRETS[mode]
        assert getattr(kcsb, attribute) == os.environ[variable], mode
    if mode == "user-token":
        assert kcsb.initial_catalog == "Sam\"ples\\n${x} {y} %z 'λ'", kcsb.initial_catalog
    if mode == "app-key":
        assert kcsb.authority_id == "contoso.com"
        assert kcsb.application_client_id == "11111111-1111-1111-1111-111111111111"
    if mode == "app-token":
        assert kcsb.application_for_tracing == 'a;"b\\u0022${c}\u2028', kcsb.application_for_tracing
    with KustoClient(kcsb) as client:
        helper = client._aad_helper
        provider = type(helper.token_provider).__name__ if helper else None
    assert provider == PROVIDERS[mode], (mode, provider)
    if "get_token" in scope and mode == "token-provider":
        assert scope["get_token"]() == os.environ["KUSTO_TOKEN"]
    if path.stem == "user-prompt+hint":
        assert kcsb.aad_user_id == "user@contoso.com"
    print("ok", path.stem)
