// The engine, off the page's own thread. It answers { id, args, text } with what the
// command of these arguments prints, { id, text } with the file name by which the text is
// read, and carries messages of the language server.
import "./wasm_exec.js";

globalThis.process.cwd = () => "/"; // names of files are resolved, though there are none

const go = new Go();
const ready = WebAssembly.instantiateStreaming(fetch("kustoconn.wasm"), go.importObject).then(({ instance }) => {
  go.run(instance);
  return globalThis.kustoconn.serve((message) => postMessage({ message: JSON.parse(message) }));
});

ready.then(
  () => postMessage({ ready: true }),
  () => postMessage({ failed: true }),
);

onmessage = async ({ data }) => {
  const send = await ready;
  if (data.message) {
    send(JSON.stringify(data.message));
    return;
  }
  if (!data.args) {
    postMessage({ id: data.id, name: globalThis.kustoconn.name(data.text) });
    return;
  }
  postMessage({ id: data.id, ...globalThis.kustoconn.run(data.args, data.text) });
};
