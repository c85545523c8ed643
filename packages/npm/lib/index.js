/**
 * Checks and redacts Kusto (Azure Data Explorer) connection strings. Both functions ask a
 * process of the command `kustoconn`, which starts with the first question and ends with
 * the program.
 * @module
 */
import { KustoconnError } from "./binary.js";
import { Pool } from "./pool.js";

export { KustoconnError };

/**
 * @typedef {object} Edit a change of the text from byte start to byte end, of its UTF-8
 * @property {number} start
 * @property {number} end
 * @property {string} text
 * @property {boolean} safe the string means the same afterwards
 *
 * @typedef {object} Diagnostic what a rule says of the text from byte start to byte end, of its UTF-8
 * @property {string} code `kustoconn rules CODE` explains it
 * @property {string} rule
 * @property {"error" | "warning" | "information"} severity
 * @property {number} start
 * @property {number} end
 * @property {string} message
 * @property {string} [help]
 * @property {Edit[]} [edits]
 *
 * @typedef {object} Check what a connection string means and what is wrong with it; secrets are masked
 * @property {boolean} ok no diagnostic is an error
 * @property {boolean} syntax the text is well formed
 * @property {string} [prefix] the URI or shorthand before the first pair, as written
 * @property {[keyword: string, value: string | null][]} pairs as written; null where a pair unsets its keyword
 * @property {Record<string, string | boolean | number>} properties what is set, by canonical name
 * @property {string} auth how a client signs in, such as "app-key"; "none" where it does not
 * @property {string} [canonical] the text in canonical form, where the syntax is right
 * @property {string} redacted the text with its secrets masked
 * @property {Diagnostic[]} diagnostics in the order of the text; at most a thousand
 * @property {number} [omitted] how many more diagnostics there are
 */

const checks = new Pool(["check", "--jsonl", "--no-config"]);
const redactions = new Pool(["redact", "--jsonl", "--no-config"]);

/**
 * What text, a connection string, means and what is wrong with it. Any text is answered.
 * @param {string} text
 * @returns {Promise<Check>} rejected with a KustoconnError where the command does not answer
 */
export async function check(text) {
  const { id: _, ...answer } = await checks.ask("s", text);
  return /** @type {Check} */ (/** @type {unknown} */ (answer));
}

/**
 * Text, such as a line of a log, with the secrets of every Kusto connection string in it
 * masked.
 * @param {string} text
 * @returns {Promise<string>} rejected with a KustoconnError, and never the text as it is,
 *   where the command does not answer
 */
export async function redact(text) {
  const { text: masked, masked: count } = await redactions.ask("text", text);
  if (typeof masked !== "string") throw new KustoconnError("the command kustoconn does not speak redact --jsonl");
  return count ? masked : text; // lone surrogates do not survive the way
}
