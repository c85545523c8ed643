// Records what the Node client makes of connection strings.
//
//     npm install
//     node record.js < probes.jsonl > recorded.jsonl
//
// Reads JSON lines {"id", "group", "s"} and writes one line for each with the
// fields that the recordings under testdata/clients hold. Objects are only
// constructed: nothing touches a network.

import { readFileSync } from "node:fs";
import { KustoConnectionStringBuilder } from "azure-kusto-data";

// AadHelper is not exported: take it from the file beside the entry point.
const { AadHelper } = await import(new URL("security.js", import.meta.resolve("azure-kusto-data")));

const names = {
  dataSource: "DataSource",
  aadFederatedSecurity: "FederatedSecurity",
  initialCatalog: "InitialCatalog",
  aadUserId: "UserId",
  password: "Password",
  applicationClientId: "ApplicationClientId",
  applicationKey: "ApplicationKey",
  applicationCertificatePrivateKey: "ApplicationCertificatePrivateKey",
  applicationCertificateSendX5c: "ApplicationCertificateSendX5c",
  authorityId: "AuthorityId",
};

const auths = {
  UserPassTokenProvider: "user-password",
  ApplicationKeyTokenProvider: "app-key",
  ApplicationCertificateTokenProvider: "app-cert",
};

// An empty authority is listed: it replaces a default.
function seen(builder) {
  const held = Object.entries(names)
    .map(([field, name]) => [name, builder[field]])
    .filter(([name, value]) => value !== undefined && (value !== "" || name === "AuthorityId"));
  return Object.fromEntries(held.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function auth(builder) {
  try {
    const provider = new AadHelper(builder).tokenProvider;
    return provider === undefined ? "none" : auths[provider.constructor.name];
  } catch (error) {
    return `error: ${error}`;
  }
}

function reparse(builder, out) {
  try {
    const again = new KustoConnectionStringBuilder(out);
    return JSON.stringify(seen(again)) === JSON.stringify(seen(builder)) ? "same" : "differs";
  } catch {
    return "rejected";
  }
}

function record({ id, group, s }) {
  let builder;
  try {
    builder = new KustoConnectionStringBuilder(s);
  } catch (error) {
    // The client throws plain Errors; what the engine throws is a crash.
    const crash = error.constructor === Error ? {} : { crash: true };
    return { id, group, s, ok: false, ...crash, error: String(error) };
  }
  const out = builder.toString(false);
  return {
    id, group, s,
    ok: true,
    seen: seen(builder),
    out,
    masked: builder.toString(),
    reparse: reparse(builder, out),
    auth: auth(builder),
  };
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line !== "") console.log(JSON.stringify(record(JSON.parse(line))));
}
