// Records whom the Node client trusts.
//
//     node trust.js < probes.jsonl > recorded.jsonl
//
// Reads JSON lines {"uri", "login"} and writes each with "trusted" added.
// Nothing touches a network.

import { readFileSync } from "node:fs";
import { kustoTrustedEndpoints } from "azure-kusto-data";

function trusts(uri, login) {
  try {
    kustoTrustedEndpoints.validateTrustedEndpoint(uri, login);
    return true;
  } catch {
    return false;
  }
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line === "") continue;
  const { uri, login } = JSON.parse(line);
  console.log(JSON.stringify({ uri, login, trusted: trusts(uri, login) }));
}
