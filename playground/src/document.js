// The text as the language server knows it: what it says of a place becomes the editor's
// own things. Positions of the protocol are lines and UTF-16 columns, as the editor's are.
import { snippet } from "@codemirror/autocomplete";
import { ask, onNotification, tell } from "./engine.js";

let uri = "";
let before = ""; // what stands before the text, on its first line
let version = 0;
let published = () => {};

const offset = (doc, at) => {
  const line = doc.line(Math.min(at.line + 1, doc.lines));
  const column = at.character - (at.line === 0 ? before.length : 0);
  return Math.min(line.from + Math.max(column, 0), line.to);
};
const span = (doc, range) => ({ from: offset(doc, range.start), to: offset(doc, range.end) });
const position = (doc, at) => {
  const line = doc.lineAt(at);
  return { line: line.number - 1, character: at - line.from + (line.number === 1 ? before.length : 0) };
};
const about = () => ({ textDocument: { uri } });

export async function start(onDiagnostics) {
  published = onDiagnostics;
  onNotification((message) => {
    if (message.method === "textDocument/publishDiagnostics" && message.params.uri === uri && message.params.version === version) {
      published(message.params.diagnostics);
    }
  });
  await ask("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ["plaintext"] } },
    },
  });
  tell("initialized", {});
}

// open gives the text a name, by which its format is known. One without a name is one
// string: the value of a setting, so that all of it is read as that.
export function open(name, text) {
  if (uri) {
    tell("textDocument/didClose", about());
  }
  uri = `file:///${name || "string.ini"}`;
  before = name ? "" : "string=";
  version++;
  tell("textDocument/didOpen", { textDocument: { uri, languageId: "plaintext", version, text: before + text } });
}

export function change(text) {
  version++;
  tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text: before + text }] });
}

// changes are the editor's for the edits of a workspace edit.
const changes = (doc, edit) => (edit.changes?.[uri] ?? []).map((e) => ({ ...span(doc, e.range), insert: e.newText }));

// diagnostics are the server's as the editor's, each with its fixes.
export async function diagnostics(doc, found) {
  const severities = { 1: "error", 2: "warning", 3: "info", 4: "hint" };
  return Promise.all(
    found.slice(0, 100).map(async (d) => {
      const actions = (await ask("textDocument/codeAction", { ...about(), range: d.range, context: { diagnostics: [d], only: ["quickfix"] } })) ?? [];
      return {
        ...span(doc, d.range),
        severity: severities[d.severity] ?? "info",
        source: String(d.code),
        message: d.message,
        actions: actions.map((a) => ({
          name: a.title,
          apply: (view) => view.dispatch({ changes: changes(view.state.doc, a.edit), userEvent: "input.fix" }),
        })),
      };
    }),
  );
}

export async function complete(context) {
  const doc = context.state.doc;
  const answer = await ask("textDocument/completion", { ...about(), position: position(doc, context.pos) });
  const items = answer?.items ?? [];
  if (items.length === 0 || context.aborted) {
    return null;
  }
  const from = Math.min(...items.map((i) => span(doc, i.textEdit.range).from));
  return {
    from,
    filter: false,
    options: items.map((item) => ({
      label: item.label,
      detail: item.detail,
      info: item.documentation || undefined,
      type: item.kind === 12 ? "constant" : "property",
      apply: (view, _, __, to) => {
        const range = span(doc, item.textEdit.range);
        if (item.insertTextFormat === 2) {
          snippet(toTemplate(item.textEdit.newText))(view, null, range.from, Math.max(to, range.to));
          return;
        }
        view.dispatch({ changes: { from: range.from, to: Math.max(to, range.to), insert: item.textEdit.newText }, selection: { anchor: range.from + item.textEdit.newText.length } });
      },
    })),
  };
}

// toTemplate turns a snippet of the protocol into one of the editor.
function toTemplate(text) {
  return text.replace(/\\([\\$}])|\$\{(\d+):((?:\\.|[^}\\])*)\}|\$(\d+)/g, (_, escaped, number, name, bare) =>
    escaped ? (escaped === "}" ? "}" : escaped) : `\${${number ?? bare}${name ? `:${name.replace(/\\(.)/g, "$1")}` : ""}}`,
  );
}

export async function hover(doc, pos) {
  const answer = await ask("textDocument/hover", { ...about(), position: position(doc, pos) });
  return answer && { ...span(doc, answer.range), text: answer.contents.value ?? answer.contents };
}

// tokens are { from, to, kind } of the strings in the text.
export async function tokens(doc) {
  const answer = await ask("textDocument/semanticTokens/full", about());
  const all = [];
  let line = 0;
  let column = 0;
  for (let i = 0; i + 4 < (answer?.data.length ?? 0); i += 5) {
    const [lines, columns, length, type, modifier] = answer.data.slice(i, i + 5);
    column = lines > 0 ? columns : column + columns;
    line += lines;
    const from = offset(doc, { line, character: column });
    const to = offset(doc, { line, character: column + length });
    if (from < to) {
      all.push({ from, to, kind: modifier ? "secret" : ["keyword", "value", "host"][type] });
    }
  }
  return all;
}
