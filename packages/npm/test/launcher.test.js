import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("./bin/kustoconn.js", import.meta.resolve("kustoconn/package.json")));

function run(args, options = {}) {
  const ended = spawnSync(process.execPath, [launcher, ...args], { encoding: "utf8", ...options });
  return [ended.status, ended.stdout, ended.stderr];
}

test("arguments, standard input and exit codes are the command's", () => {
  assert.deepEqual(run(["redact"], { input: "AppKey=invented" }), [0, "AppKey=****", ""]);
  assert.equal(run(["check", "a=b;c"])[0], 1);
  assert.equal(run(["nonsense"])[0], 2);
});

test("a command that is not there", () => {
  const env = { ...process.env, KUSTOCONN_BINARY: "/nowhere/kustoconn" };
  assert.deepEqual(run(["version"], { env }), [2, "", "kustoconn: the command cannot be started\n"]);
});
