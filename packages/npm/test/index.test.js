import assert from "node:assert/strict";
import { test } from "node:test";

import { check, redact } from "kustoconn";

import { leak, masked, secret } from "./texts.js";

test("check", async () => {
  assert.deepEqual(await check("https://help.kusto.windows.net/Samples;Fed=yes"), {
    ok: false,
    syntax: true,
    pairs: [["Fed", "yes"]],
    prefix: "https://help.kusto.windows.net/Samples",
    properties: { "Data Source": "https://help.kusto.windows.net", "Initial Catalog": "Samples", "AAD Federated Security": "yes" },
    auth: "none",
    canonical: "Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=yes",
    redacted: "https://help.kusto.windows.net/Samples;Fed=yes",
    diagnostics: [
      {
        code: "KCS201",
        rule: "not-a-boolean",
        severity: "error",
        start: 43,
        end: 46,
        message: "AAD Federated Security is neither true nor false",
        help: "write true",
        edits: [{ start: 43, end: 46, text: "true", safe: false }],
      },
    ],
  });
});

test("check masks secrets", async () => {
  const answer = await check(leak);
  assert.equal(answer.redacted, masked);
  assert.ok(!JSON.stringify(answer).includes(secret));
});

for (const [name, text, want] of [
  ["empty", "", ""],
  ["plain", "nothing here", "nothing here"],
  ["a string", leak, masked],
  ["lines", `1 ${leak}\n2 ${leak}\n`, `1 ${masked}\n2 ${masked}\n`],
  ["a lone surrogate", "lone \udcff surrogate\r\n\0", "lone \udcff surrogate\r\n\0"],
  ["long", "é".repeat(1_000_000), "é".repeat(1_000_000)],
]) {
  test(`redact: ${name}`, async () => assert.equal(await redact(text), want));
}

test("what is no string is refused", async () => {
  await assert.rejects(redact(/** @type {any} */ (undefined)), TypeError);
});
