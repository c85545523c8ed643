import { createRequire } from "node:module";
import process from "node:process";

/** The command cannot be run or does not answer. No message holds a text that was asked about. */
export class KustoconnError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "KustoconnError";
  }
}

/**
 * The path of the command: what the environment variable KUSTOCONN_BINARY names, else
 * the one in the package for this platform, which npm installs as an optional dependency.
 * @returns {string}
 * @throws {KustoconnError} where there is none
 */
export function binary() {
  if (process.env.KUSTOCONN_BINARY) return process.env.KUSTOCONN_BINARY;
  const name = process.platform === "win32" ? "kustoconn.exe" : "kustoconn";
  const platform = `@kustoconn/${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`${platform}/bin/${name}`);
  } catch {
    throw new KustoconnError(`${platform} is not installed: npm leaves it out with --omit=optional, and there is none for some platforms`);
  }
}
