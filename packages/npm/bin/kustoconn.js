#!/usr/bin/env node
// Runs the command of this platform in place of this program.
import { spawnSync } from "node:child_process";
import process from "node:process";

import { binary } from "../lib/binary.js";

let command;
try {
  command = binary();
} catch (error) {
  console.error("kustoconn:", /** @type {Error} */ (error).message);
  process.exit(2);
}
const ended = spawnSync(command, process.argv.slice(2), { stdio: "inherit" });
if (ended.signal) process.kill(process.pid, ended.signal);
else if (ended.error) console.error("kustoconn: the command cannot be started");
process.exitCode = ended.status ?? 2;
