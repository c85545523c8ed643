// Answers the batch protocol with the Node client, for kustoconn conform.
//
//     npm install
//     kustoconn conform -- node adapter.mjs
//
// The client gives no pairs, only what it has made of the string: the answer
// holds "ok" and "properties". Objects are constructed, but nothing touches a
// network.

import { createInterface } from "node:readline";
import { KustoConnectionStringBuilder } from "azure-kusto-data";

// Neither of these is exported: take them from the files beside the entry point.
const internal = (file) => import(new URL(file, import.meta.resolve("azure-kusto-data")));
const { AadHelper } = await internal("security.js");
const { KeywordMapping } = await internal("connectionBuilderBase.js");

const auths = {
  UserPassTokenProvider: "password",
  ApplicationKeyTokenProvider: "app-key",
};

// Two of the client's own names are not the documented ones.
const documented = {
  "AAD User ID": "User ID",
  "Application Certificate x5c": "Application Certificate SendX5c",
};

function properties(builder) {
  const held = Object.entries(KeywordMapping).map(([field, { mappedTo }]) => [documented[mappedTo] ?? mappedTo, builder[field]]);
  return Object.fromEntries(held.filter(([, value]) => value !== undefined));
}

// What the client fills in is not what the string says.
const { "Data Source": _, ...defaults } = properties(new KustoConnectionStringBuilder("https://c"));

function auth(builder) {
  if (!builder.dataSource) return undefined; // the client needs one to authenticate
  const provider = new AadHelper(builder).tokenProvider;
  // A mode that the protocol does not name, a certificate's file, is left out.
  return provider === undefined ? "none" : auths[provider.constructor.name];
}

function answer(text) {
  let builder;
  try {
    builder = new KustoConnectionStringBuilder(text);
  } catch (error) {
    // Of the message, only the words that do not depend on the string.
    return { ok: false, reason: String(error).split(":").slice(0, 2).join(":") };
  }
  return { ok: true, properties: properties(builder), defaults, auth: auth(builder) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, s } = JSON.parse(line);
  console.log(JSON.stringify({ id, ...answer(s) }));
}
