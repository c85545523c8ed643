import { spawn } from "node:child_process";

/**
 * @typedef {Record<string, unknown> & { id?: unknown }} Answer
 * @typedef {{ id: number, resolve: (answer: Answer) => void, reject: () => void, timer: NodeJS.Timeout }} Waiting
 */

/**
 * One process that answers requests, a line each, in the order of the requests. It keeps
 * the program running only while it owes an answer.
 */
export class Child {
  /** @type {Waiting[]} */
  #waiting = [];
  #asked = 0;
  #unread = /** @type {Buffer[]} */ ([]);
  #process;

  /** Whether it can be asked no more. */
  ended = false;

  /**
   * @param {string} command
   * @param {readonly string[]} args
   */
  constructor(command, args) {
    // A group of its own: an interrupt at the terminal is for the program, which may log
    // while it ends. Its standard input ends with the program, and it too.
    this.#process = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"], detached: process.platform !== "win32", windowsHide: true });
    this.#process.on("error", () => this.end());
    this.#process.on("close", () => this.end());
    this.#process.stdin.on("error", () => this.end());
    this.#process.stdout.on("data", (/** @type {Buffer} */ part) => this.#read(part));
    this.#keepRunning(false);
  }

  get pid() {
    return this.#process.pid;
  }

  /**
   * Sends a request with text in field. The promise is rejected, without a reason, where
   * the process ends, says what is no answer, or does not answer in time (milliseconds).
   * @param {string} field
   * @param {string} text
   * @param {number} timeout
   * @returns {Promise<Answer>}
   */
  ask(field, text, timeout) {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject();
      const id = ++this.#asked;
      // The time is over for all that wait behind the answer, too.
      const timer = setTimeout(() => this.end(), timeout);
      this.#waiting.push({ id, resolve, reject, timer });
      this.#keepRunning(true);
      this.#process.stdin.write(JSON.stringify({ id, [field]: text }) + "\n");
    });
  }

  /** Ends the process; what it was asked is rejected. */
  end() {
    if (this.ended) return;
    this.ended = true;
    this.#process.kill("SIGKILL");
    this.#process.stdin.destroy();
    this.#process.stdout.destroy();
    for (const { reject, timer } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      reject();
    }
    this.#keepRunning(false);
  }

  /** @param {Buffer} part */
  #read(part) {
    for (let end; (end = part.indexOf(10)) >= 0 && !this.ended; part = part.subarray(end + 1)) {
      const line = Buffer.concat([...this.#unread.splice(0), part.subarray(0, end)]).toString();
      this.#take(line);
    }
    if (part.length > 0) this.#unread.push(part);
  }

  /** @param {string} line */
  #take(line) {
    const first = this.#waiting[0];
    let answer;
    try {
      answer = JSON.parse(line);
    } catch {
      // the line may hold the text
    }
    if (!first || answer?.id !== first.id) return this.end();
    this.#waiting.shift();
    clearTimeout(first.timer);
    if (this.#waiting.length === 0) this.#keepRunning(false);
    first.resolve(answer);
  }

  /** @param {boolean} running */
  #keepRunning(running) {
    const word = running ? "ref" : "unref";
    this.#process[word]();
    for (const pipe of [this.#process.stdin, this.#process.stdout]) {
      /** @type {import("node:net").Socket} */ (pipe)[word]?.();
    }
  }
}
