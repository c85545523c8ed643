import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import redactor from "kustoconn/pino";

import { leak, masked, secret } from "./texts.js";

async function through(stream, chunks) {
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  let out = "";
  for await (const chunk of stream) out += chunk;
  return out;
}

test("lines are masked, in order, wherever they are cut", async () => {
  const lines = Array.from({ length: 200 }, (_, i) => JSON.stringify({ i, msg: `é ${leak}` }) + "\n");
  const bytes = Buffer.from(lines.join(""));
  const chunks = Array.from({ length: Math.ceil(bytes.length / 37) }, (_, i) => bytes.subarray(37 * i, 37 * i + 37));
  assert.equal(await through(redactor(), chunks), lines.join("").replaceAll(leak, masked));
});

test("a last line without an end", async () => {
  assert.equal(await through(redactor(), ["a\nb"]), "a\nb\n");
});

test("a line that cannot be redacted is withheld", async () => {
  const redact = async (line) => {
    if (line.includes(secret)) throw new Error("no");
    return line;
  };
  const out = await through(redactor({ redact }), [JSON.stringify({ level: 30, time: 5, msg: leak }) + `\n${leak}\nplain\n`]);
  const msg = "[withheld: kustoconn could not redact it]";
  assert.equal(out, `{"level":30,"time":5,"msg":"${msg}"}\n{"msg":"${msg}"}\nplain\n`);
});

// The program ends by itself: what it logged last is written all the same.
test("with pino itself", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "pino"));
  t.after(() => rm(folder, { recursive: true }));
  const destination = path.join(folder, "log");
  const program = `
    import pino from "pino";
    const targets = [{ target: "kustoconn/pino" }, { target: "pino/file", options: { destination: ${JSON.stringify(destination)} } }];
    const log = pino({ base: null, timestamp: false, transport: { pipeline: targets } });
    const leak = ${JSON.stringify(leak)};
    log.info({ connection: leak, error: new Error(leak) }, "no sign-in to %s", leak);
    log.warn("plain");`;
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  const ended = spawnSync(process.execPath, ["--input-type=module", "-e", program], { cwd, encoding: "utf8", timeout: 120_000 });
  assert.deepEqual([ended.status, ended.stderr], [0, ""]);
  const log = readFileSync(destination, "utf8");
  const [first, second] = log.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(first.msg, `no sign-in to ${masked}`);
  assert.equal(first.connection, masked);
  assert.deepEqual(second, { level: 40, msg: "plain" });
  assert.ok(!log.includes(secret));
});
