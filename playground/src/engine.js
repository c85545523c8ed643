// The engine in its worker: commands that run on a text, and the language server.

const worker = new Worker("worker.js");
const waiting = new Map();
const requests = new Map();
let last = 0;
let notified = () => {};

// ready is settled when the engine can be asked.
export const ready = new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => {
    if (data.ready) {
      resolve();
    } else if (data.failed) {
      reject(new Error("the engine could not be loaded"));
    } else if (data.message) {
      received(data.message);
    } else {
      waiting.get(data.id)(data);
      waiting.delete(data.id);
    }
  };
  worker.onerror = () => reject(new Error("the engine could not be loaded"));
});

// run runs a command with text on its standard input: { code, out, err }.
export function run(args, text) {
  return new Promise((resolve) => {
    waiting.set(++last, resolve);
    worker.postMessage({ id: last, args, text });
  });
}

// nameOf returns the file name by which a text is read; "" for one connection string.
export async function nameOf(text) {
  return (await run(undefined, text)).name;
}

function received(message) {
  if (message.id !== undefined && message.method === undefined) {
    requests.get(message.id)?.(message.result ?? null);
    requests.delete(message.id);
  } else if (message.id !== undefined) {
    worker.postMessage({ message: { jsonrpc: "2.0", id: message.id, result: null } });
  } else {
    notified(message);
  }
}

export function onNotification(take) {
  notified = take;
}

// ask sends a request to the language server; the answer is null where it has none.
export function ask(method, params) {
  return new Promise((resolve) => {
    requests.set(++last, resolve);
    worker.postMessage({ message: { jsonrpc: "2.0", id: last, method, params } });
  });
}

export function tell(method, params) {
  worker.postMessage({ message: { jsonrpc: "2.0", method, params } });
}
