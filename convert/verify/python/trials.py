"""Runs the builder code of random connections and holds what each builder then
has to its line of expect.txt."""

import os
import pathlib
import socket
import sys


def refuse(*_args, **_kwargs):
    raise AssertionError("a connection is opened")


socket.socket.connect = refuse
socket.getaddrinfo = refuse

ATTRIBUTES = {
    "DataSource": "data_source",
    "InitialCatalog": "initial_catalog",
    "ApplicationClientId": "application_client_id",
    "AuthorityId": "authority_id",
    "ApplicationNameforTracing": "application_for_tracing",
    "UserNameforTracing": "user_name_for_tracing",
    "UserID": "aad_user_id",
}
# In a credential of Azure's identity library, which tells nothing.
IN_CREDENTIAL = {"ApplicationClientId", "AuthorityId", "ManagedServiceIdentity"}

directory = pathlib.Path(sys.argv[1])
trials = trimmed = 0
for line in (directory / "expect.txt").read_text().splitlines():
    name, mode, *properties = line.split("\t")
    code, scope = (directory / f"{name}.py").read_text(encoding="utf-8"), {}
    exec(compile(code, name, "exec"), scope)
    kcsb = scope["kcsb"]
    for key, value in (p.split("=") for p in properties):
        want = bytes.fromhex(value).decode()
        if key == "DataSource":
            want = want.rstrip("/")  # as in a string
        if mode in ("federated-managed-identity", "workload-identity") and key in IN_CREDENTIAL:
            continue
        if key == "ManagedServiceIdentity":
            got = kcsb.msi_parameters["client_id"]
        else:
            got = getattr(kcsb, ATTRIBUTES[key])
        if got != want:
            assert "takes the white space off" in code and got == want.strip(), (line, key, want, got)
            trimmed += 1
    if mode == "app-key":
        assert kcsb.application_key == os.environ["KUSTO_APPLICATION_KEY"], line
    trials += 1
print("ok", trials, "trials,", trimmed, "values trimmed, as their code says")
