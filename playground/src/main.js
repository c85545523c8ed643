// The page: a text on one side, what the commands say of it on the other.
import * as engine from "./engine.js";
import * as server from "./document.js";
import * as editor from "./editor.js";
import { fromFragment, redactArgs, share } from "./share.js";

const sample = "https://help.kusto.windows.net/Samples;Fedd=true;AppClientId=11111111-2222-3333-4444-555555555555;AppKey=secret";
const byId = (id) => document.getElementById(id);
const kind = byId("kind");
const guessed = byId("guessed");
const status = byId("status");
const result = byId("result");
const choices = byId("choices");

// views are what can be said of a text: a title, the command, and whether it prints a page.
const views = [
  { id: "explain", title: "Explain", args: () => ["explain", "--no-config", "--format", "html", "-"], page: true },
  { id: "clients", title: "Clients", args: () => ["clients", "--format", "html", "-"], page: true },
  { id: "findings", title: "Findings", args: () => ["check", "--no-config", "--level", "information", "--format", "html", "-"], page: true },
  { id: "canonical", title: "Canonical", args: () => ["fmt", "-"] },
  { id: "convert", title: "Convert", args: () => ["convert", "--no-config", "--to", byId("target").value, "-"], choices: convertChoices },
  { id: "compare", title: "Compare", args: () => ["diff", "--", "-", byId("other").value], choices: compareChoices },
  { id: "redact", title: "Redacted", args: () => redactArgs, files: true },
  {
    id: "lint", title: "Findings", page: true, onlyFiles: true, files: true,
    args: () => ["lint", "--no-config", "--quiet", "--level", "information", "--format", "html", "--stdin-filename", name],
  },
];
let view = views[0];
let text = "";
let name = ""; // of the file that the text is; empty for one connection string
let targets = [];
let turn = 0;

const isFile = () => name !== "";
const offered = () => views.filter((v) => (isFile() ? v.files : !v.onlyFiles));

function convertChoices() {
  const label = document.createElement("label");
  label.textContent = "to ";
  const select = document.createElement("select");
  select.id = "target";
  select.append(...targets.map((t) => new Option(t)));
  select.onchange = show;
  label.append(select);
  return label;
}

function compareChoices() {
  const label = document.createElement("label");
  label.textContent = "with this string";
  const area = document.createElement("textarea");
  area.id = "other";
  area.rows = 4;
  area.value = text;
  area.spellcheck = false;
  area.oninput = soon(show);
  label.append(area);
  return label;
}

const soon = (work, wait = 120) => {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
};

function drawTabs() {
  if (!offered().includes(view)) {
    view = isFile() ? views.find((v) => v.id === "lint") : views[0];
  }
  byId("tabs").replaceChildren(
    ...offered().map((v) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = `tab-${v.id}`;
      tab.role = "tab";
      tab.textContent = v.title;
      tab.setAttribute("aria-selected", String(v === view));
      tab.setAttribute("aria-controls", "panel");
      tab.tabIndex = v === view ? 0 : -1;
      tab.onclick = () => choose(v);
      return tab;
    }),
  );
  byId("panel").setAttribute("aria-labelledby", `tab-${view.id}`);
  choices.replaceChildren(...(view.choices ? [view.choices()] : []));
}

function choose(next) {
  view = next;
  drawTabs();
  byId(`tab-${view.id}`).focus();
  show();
}

byId("tabs").onkeydown = (event) => {
  const all = offered();
  const at = all.indexOf(view);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    choose(all[(to + all.length) % all.length]);
  }
};

// show runs the command of the view and shows what it prints.
async function show() {
  const mine = ++turn;
  const said = await engine.run(view.args(), text);
  if (mine !== turn) {
    return;
  }
  if (view.page && said.out) {
    const page = new DOMParser().parseFromString(said.out, "text/html").querySelector("main");
    page.querySelectorAll("h1, fieldset").forEach((e) => e.remove());
    result.replaceChildren(...page.children);
    return;
  }
  const pre = document.createElement("pre");
  pre.className = "text";
  pre.textContent = said.out || said.err.replaceAll("kustoconn: ", "") || "Nothing.";
  pre.tabIndex = 0;
  result.replaceChildren(pre);
}

result.onclick = (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link) {
    event.preventDefault(); // the fragment is the text's
    result.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`)?.scrollIntoView();
  }
};

let cm;

// judge has a string of its own checked by the command; a file is the language server's.
async function judge() {
  const doc = cm.state.doc;
  const of = text;
  const said = await engine.run(["check", "--no-config", "--level", "information", "--format", "json", "-"], of);
  if (of !== text || isFile()) {
    return;
  }
  const report = JSON.parse(said.out);
  const at = (line, column) => Math.min(doc.line(Math.min(line, doc.lines)).from + column - 1, doc.length);
  const span = (p) => ({ from: at(p.startLine, p.startColumn), to: at(p.endLine, p.endColumn) });
  judged(
    report.findings.map((f) => {
      const edits = f.edits.map((e) => ({ ...span(e), insert: e.text }));
      const safe = f.edits.every((e) => e.safe);
      const apply = (v) => v.dispatch({ changes: edits, userEvent: "input.fix" });
      return {
        ...span(f), severity: f.severity === "information" ? "info" : f.severity, source: f.code,
        message: f.help ? `${f.message}: ${f.help}` : f.message,
        actions: edits.length > 0 ? [{ name: safe ? "Fix" : "Fix (unsafe: may change what the string means)", apply }] : [],
      };
    }),
  );
}

function judged(list) {
  editor.showDiagnostics(cm, list);
  const count = (severity) => list.filter((d) => d.severity === severity).length;
  const parts = [["error", "error"], ["warning", "warning"], ["info", "information"]]
    .filter(([s]) => count(s) > 0)
    .map(([s, name]) => `${count(s)} ${name}${count(s) === 1 ? "" : "s"}`);
  status.textContent = parts.length > 0 ? parts.join(", ") : "Nothing is found.";
  status.dataset.findings = String(list.length);
}

const judgeSoon = soon(async () => {
  if (!isFile()) {
    judge();
  }
  show();
  editor.showColours(cm, await server.tokens(cm.state.doc));
});

// named finds out what the text is, if the page is to do that, and reports whether it is
// another thing than before.
async function named() {
  const of = text;
  const before = name;
  const auto = kind.value === "auto";
  const found = auto ? await engine.nameOf(of) : kind.value;
  if (of !== text || auto !== (kind.value === "auto")) {
    return false; // asked about once more
  }
  name = found;
  guessed.textContent = !auto ? "" : isFile() ? `read as ${name}` : "read as one connection string";
  return name !== before;
}

function reopen() {
  server.open(name, text);
  drawTabs();
  judgeSoon();
}

async function changed(next) {
  text = next;
  delete status.dataset.findings;
  server.change(text);
  judgeSoon();
  if (await named()) {
    reopen();
  }
}

kind.onchange = async () => {
  await named();
  reopen();
};

byId("share").onclick = () => share(text, kind.value);

async function start() {
  const given = fromFragment(location.hash);
  text = given?.text ?? sample;
  kind.value = given?.kind ?? "auto";
  drawTabs();
  await engine.ready;
  await named();
  await server.start(async (found) => {
    if (isFile()) {
      const of = text;
      const list = await server.diagnostics(cm.state.doc, found);
      if (of === text) {
        judged(list);
      }
    }
  });
  cm = editor.create(byId("editor"), text, changed);
  const completed = await engine.run(["__complete", "convert", "--to", ""], "");
  targets = completed.out.split("\n").filter((line) => /^[a-z]/.test(line)).map((line) => line.split("\t")[0]);
  reopen();
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
  navigator.serviceWorker?.register("sw.js");
}

start().catch(() => {
  status.textContent = "The engine could not be loaded: the browser must have WebAssembly.";
});
