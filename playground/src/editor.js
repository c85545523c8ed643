// The editor: CodeMirror with what the engine says.
import { autocompletion, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { forEachDiagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import * as server from "./document.js";

const colour = StateEffect.define();
const colours = StateField.define({
  create: () => Decoration.none,
  update(set, change) {
    set = set.map(change.changes);
    for (const effect of change.effects) {
      if (effect.is(colour)) {
        set = Decoration.set(effect.value.map((t) => Decoration.mark({ class: t.kind }).range(t.from, t.to)));
      }
    }
    return set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const explained = hoverTooltip(async (view, pos) => {
  const said = await server.hover(view.state.doc, pos);
  return (
    said && {
      pos: said.from,
      end: said.to,
      create() {
        const dom = document.createElement("div");
        dom.className = "cm-hover";
        dom.textContent = said.text;
        return { dom };
      },
    }
  );
});

// fix applies the first fix of a finding at the cursor.
function fix(view) {
  let action;
  const at = view.state.selection.main.head;
  forEachDiagnostic(view.state, (d, from, to) => {
    if (!action && from <= at && at <= to) {
      action = d.actions?.[0];
    }
  });
  action?.apply(view, at, at);
  return Boolean(action);
}

export function create(parent, text, changed) {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        lintGutter(),
        colours,
        explained,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "Text to check", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
        autocompletion({ override: [server.complete], activateOnTyping: true }),
        keymap.of([{ key: "Alt-Enter", run: fix }, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString())),
      ],
    }),
  });
  return view;
}

export function showDiagnostics(view, list) {
  const end = view.state.doc.length;
  view.dispatch(setDiagnostics(view.state, list.filter((d) => d.to <= end)));
}

export function showColours(view, list) {
  const end = view.state.doc.length;
  view.dispatch({ effects: colour.of(list.filter((t) => t.to <= end)) });
}

export { closeCompletion };
