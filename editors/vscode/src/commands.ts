import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

interface Text {
  text: string;
}

interface Target {
  name: string;
  title: string;
}

/** Registers the commands; running returns the client while the server runs. */
export function registerCommands(context: vscode.ExtensionContext, running: () => LanguageClient | undefined): void {
  const register = (name: string, run: (editor: vscode.TextEditor, server: LanguageClient) => Promise<void>): void => {
    context.subscriptions.push(
      vscode.commands.registerCommand(name, async () => {
        const editor = vscode.window.activeTextEditor;
        const server = running();
        if (server === undefined) {
          void vscode.window.showWarningMessage("kustoconn is not running.");
        } else if (editor !== undefined) {
          await run(editor, server);
        }
      }),
    );
  };
  register("kustoconn.explainString", explain);
  register("kustoconn.convertTo", convert);
  register("kustoconn.canonical", canonical);
  register("kustoconn.redactSelection", redactSelection);
  register("kustoconn.checkAll", async (_, server) => {
    const found = await ask<{ files: number; findings: number }>(server, "kustoconn.checkWorkspace");
    if (found !== undefined) {
      void vscode.window.showInformationMessage(`kustoconn: ${found.findings} findings in ${found.files} files.`);
    }
  });
}

/** Runs a command of the server; where it refuses, the reason is shown. */
async function ask<T>(server: LanguageClient, command: string, argument: object = {}): Promise<T | undefined> {
  try {
    return await server.sendRequest<T>("workspace/executeCommand", { command, arguments: [argument] });
  } catch (refused) {
    void vscode.window.showWarningMessage(`kustoconn: ${refused instanceof Error ? refused.message : "the request failed"}.`);
    return undefined;
  }
}

function place(editor: vscode.TextEditor, server: LanguageClient): object {
  return {
    uri: server.code2ProtocolConverter.asUri(editor.document.uri),
    position: server.code2ProtocolConverter.asPosition(editor.selection.active),
  };
}

async function explain(editor: vscode.TextEditor, server: LanguageClient): Promise<void> {
  const answer = await ask<Text>(server, "kustoconn.explain", place(editor, server));
  if (answer !== undefined) {
    await show(answer.text, "plaintext");
  }
}

const languages: Record<string, string> = {
  csharp: "csharp", python: "python", typescript: "typescript", java: "java", go: "go", rust: "rust",
  telegraf: "toml", grafana: "yaml", opentelemetry: "yaml", kafka: "properties", spark: "python", sqlalchemy: "python",
};

async function convert(editor: vscode.TextEditor, server: LanguageClient): Promise<void> {
  const targets = (await ask<Target[]>(server, "kustoconn.targets")) ?? [];
  const chosen = await vscode.window.showQuickPick(
    targets.map((target) => ({ label: target.title, description: target.name })),
    { placeHolder: "What to write the connection string as; secrets are looked up in the environment" },
  );
  if (chosen === undefined) {
    return;
  }
  const answer = await ask<Text>(server, "kustoconn.convert", { ...place(editor, server), to: chosen.description });
  if (answer !== undefined) {
    await show(answer.text, languages[chosen.description] ?? "plaintext");
  }
}

async function canonical(editor: vscode.TextEditor): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider", editor.document.uri, editor.selection, "refactor.rewrite",
  );
  const action = actions.find((candidate) => candidate.title === "Write in canonical form");
  if (action?.edit === undefined) {
    void vscode.window.showInformationMessage("kustoconn: no string at the cursor that can be written in canonical form.");
    return;
  }
  await vscode.workspace.applyEdit(action.edit);
}

async function redactSelection(editor: vscode.TextEditor, server: LanguageClient): Promise<void> {
  const range = editor.selection.isEmpty ? editor.document.lineAt(editor.selection.active).range : editor.selection;
  const answer = await ask<Text>(server, "kustoconn.redact", { text: editor.document.getText(range) });
  if (answer !== undefined) {
    await editor.edit((edit) => edit.replace(range, answer.text));
  }
}

/** Shows a text beside the editor, in a document that is not saved. */
async function show(content: string, language: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
}
