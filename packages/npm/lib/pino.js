/**
 * A transport for pino that masks the secrets of Kusto connection strings in each line:
 *
 *     pino({ transport: { pipeline: [{ target: "kustoconn/pino" }, { target: "pino/file" }] } })
 *
 * It runs in pino's worker thread, so that the program does not wait.
 * @module
 */
import { Transform } from "node:stream";
import { StringDecoder } from "node:string_decoder";

import { redact } from "./index.js";

const withheld = "[withheld: kustoconn could not redact it]";
const atOnce = 64; // lines that are asked about without waiting for the first

/**
 * @param {{ redact?: (line: string) => Promise<string> }} [options] redact is for tests
 * @returns {Transform} takes lines of JSON and gives them, masked and in order; a line
 *   that cannot be redacted keeps its level and time only
 */
export default function redactor({ redact: mask = redact } = {}) {
  const decoder = new StringDecoder();
  let unfinished = "";

  /** @param {string[]} lines @param {Transform} out */
  async function push(lines, out) {
    for (let i = 0; i < lines.length; i += atOnce) {
      const masked = await Promise.all(lines.slice(i, i + atOnce).map((line) => mask(line).catch(() => substitute(line))));
      for (const line of masked) out.push(line + "\n");
    }
  }

  return new Transform({
    autoDestroy: true,
    transform(chunk, _encoding, done) {
      const lines = (unfinished + decoder.write(chunk)).split("\n");
      unfinished = lines.pop() ?? "";
      push(lines, this).then(() => done(), done);
    },
    flush(done) {
      const last = unfinished + decoder.end();
      push(last ? [last] : [], this).then(() => done(), done);
    },
  });
}

/** @param {string} line */
function substitute(line) {
  let record;
  try {
    record = JSON.parse(line);
  } catch {
    // no JSON: nothing of it is known to be harmless
  }
  const number = (/** @type {unknown} */ n) => (typeof n === "number" ? n : undefined);
  return JSON.stringify({ level: number(record?.level), time: number(record?.time), msg: withheld });
}
