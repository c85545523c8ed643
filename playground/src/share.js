// A link that holds the text behind the "#", which browsers do not send. It is made on
// request alone, and with a warning where the text holds a secret.
import { run } from "./engine.js";

const byId = (id) => document.getElementById(id);

const encode = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const decode = (text) => new TextDecoder().decode(Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)));

const linkTo = (text, kind) => `${location.origin}${location.pathname}#text=${encode(text)}${kind ? `&kind=${encodeURIComponent(kind)}` : ""}`;

// fromFragment returns the text that a link holds, and its kind; null where it holds none.
export function fromFragment(hash) {
  const given = new URLSearchParams(hash.slice(1));
  if (!given.has("text")) {
    return null;
  }
  try {
    return { text: decode(given.get("text")), kind: given.get("kind") ?? "" };
  } catch {
    return null;
  }
}

export const redactArgs = ["redact", "--no-config"];

export async function share(text, kind) {
  const masked = (await run(redactArgs, text)).out;
  const secret = masked !== text;
  const link = byId("link");
  byId("dialog-text").textContent = secret
    ? "Careful: this text holds a secret. Who has a link to it has the secret, and so have the history of the browser and every chat it is pasted into. The link below has its secrets masked."
    : "The text stands behind the # of the link, which browsers do not send. Whoever has the link can read it.";
  byId("copy-masked").hidden = !secret;
  byId("copy-whole").textContent = secret ? "Copy with the secret" : "Copy";
  link.value = linkTo(masked, kind);
  const copy = (what) => {
    link.value = linkTo(what, kind);
    link.select();
    navigator.clipboard?.writeText(link.value).catch(() => {});
  };
  byId("copy-masked").onclick = () => copy(masked);
  byId("copy-whole").onclick = () => copy(text);
  byId("dialog").showModal();
}
