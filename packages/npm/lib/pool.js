import { binary, KustoconnError } from "./binary.js";
import { Child } from "./child.js";

/**
 * A process of one command, which is started with the first request and again where it has
 * ended. It answers on all processors, so that one is enough.
 */
export class Pool {
  /** @type {Child | undefined} */
  #child;
  #args;
  #timeout;
  #command;

  /**
   * @param {readonly string[]} args
   * @param {{ timeout?: number, command?: () => string }} [options] timeout in milliseconds for one answer
   */
  constructor(args, { timeout = 10_000, command = binary } = {}) {
    this.#args = args;
    this.#timeout = timeout;
    this.#command = command;
  }

  /**
   * The answer to a request with text in field.
   * @param {string} field
   * @param {string} text
   * @returns {Promise<import("./child.js").Answer>} rejected with a KustoconnError where there is none in time
   */
  async ask(field, text) {
    if (typeof text !== "string") throw new TypeError("not a string");
    const deadline = Date.now() + this.#timeout;
    // A process may have died since its last answer, or by what another asked it.
    for (let tries = 0; tries < 3 && (tries === 0 || Date.now() < deadline); tries++) {
      if (!this.#child || this.#child.ended) this.#child = new Child(this.#command(), this.#args);
      try {
        return await this.#child.ask(field, text, Math.max(deadline - Date.now(), 1));
      } catch {
        // the next one is asked
      }
    }
    throw new KustoconnError("the command kustoconn does not answer");
  }

  /** Ends the process. A later request starts a new one. */
  close() {
    this.#child?.end();
  }
}
