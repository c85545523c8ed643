// Processes that die, hang and lie.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import process from "node:process";
import { test } from "node:test";

import { Pool } from "../lib/pool.js";

const echo = `
require("readline").createInterface(process.stdin).on("line", (line) => {
  const { id, text } = JSON.parse(line);
  if (text === "die") process.exit();
  if (text !== "hang") console.log(JSON.stringify({ id, text, pid: process.pid }));
});`;

function pool(t, program, options) {
  const made = new Pool(["-e", program], { timeout: 60_000, command: () => process.execPath, ...options });
  t.after(() => made.close());
  return made;
}

const noAnswer = { name: "KustoconnError", message: "the command kustoconn does not answer" };

test("many at once, in order", async (t) => {
  const p = pool(t, echo);
  const texts = Array.from({ length: 1000 }, (_, i) => `${i} é\n`);
  const answers = await Promise.all(texts.map((text) => p.ask("text", text)));
  assert.deepEqual(answers.map((a) => a.text), texts);
  assert.equal(new Set(answers.map((a) => a.pid)).size, 1);
});

test("a process that was killed is replaced", async (t) => {
  const p = pool(t, echo);
  for (let i = 0; i < 3; i++) {
    const { pid, text } = await p.ask("text", `${i}`);
    assert.equal(text, `${i}`);
    process.kill(/** @type {number} */ (pid), "SIGKILL");
  }
});

test("what waits behind one that kills the process is answered", async (t) => {
  const p = pool(t, echo);
  await p.ask("text", "a");
  const before = p.ask("text", "before");
  const { pid } = await p.ask("text", "a");
  const waiting = [p.ask("text", "b"), p.ask("text", "c")];
  process.kill(/** @type {number} */ (pid), "SIGKILL");
  assert.deepEqual((await Promise.all([before, ...waiting])).map((a) => a.text), ["before", "b", "c"]);
});

for (const [name, program] of [
  ["ends", "process.exit(1)"],
  ["is not JSON", "console.log('{')"],
  ["is no object", "console.log('null')"],
  ["is an error", `console.log('{"error":"line 1: no","line":1}')`],
  ["answers another", `console.log('{"id":99}')`],
]) {
  test(`a process whose answer ${name}`, async (t) => {
    await assert.rejects(pool(t, `${program}; setInterval(() => {}, 1000)`).ask("text", "a"), noAnswer);
  });
}

test("a process that dies of a request", async (t) => {
  const p = pool(t, echo);
  await assert.rejects(p.ask("text", "die"), noAnswer);
  assert.equal((await p.ask("text", "a")).text, "a");
});

test("a process that hangs is killed", async (t) => {
  const p = pool(t, echo, { timeout: 3000 });
  const { pid } = await p.ask("text", "a");
  await assert.rejects(p.ask("text", "hang"), noAnswer);
  assert.notEqual((await p.ask("text", "a")).pid, pid);
});

test("a command that is not there", async (t) => {
  await assert.rejects(pool(t, echo, { command: () => "/nowhere/kustoconn" }).ask("text", "a"), noAnswer);
});

test("the program ends, and the process with it", () => {
  const program = `
    import { Pool } from ${JSON.stringify(new URL("../lib/pool.js", import.meta.url))};
    const pool = new Pool(["-e", ${JSON.stringify(echo)}], { command: () => process.execPath });
    console.log((await pool.ask("text", "a")).pid);`;
  const ended = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8", timeout: 120_000 });
  assert.deepEqual([ended.status, ended.stderr], [0, ""]);
  const pid = Number(ended.stdout);
  // It ends when its standard input does, which may be a moment later.
  for (const until = Date.now() + 60_000; isThere(pid) && Date.now() < until; ) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  assert.ok(!isThere(pid));
});

function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
