// The extension: a client of the language server that the command `kustoconn lsp` is,
// and commands that ask it. It judges nothing itself.

import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions, State } from "vscode-languageclient/node";

import { registerCommands } from "./commands";
import { configuration } from "./configuration";
import { findServer } from "./server";

let client: LanguageClient | undefined;

/** Starts the server, and again when a setting that it depends on changes. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  registerCommands(context, () => (client?.state === State.Running ? client : undefined));
  context.subscriptions.push(
    vscode.commands.registerCommand("kustoconn.restart", () => restart(context)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => restart(context)),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("kustoconn.server") || event.affectsConfiguration("kustoconn.workspaceDiagnostics")) {
        await restart(context);
      } else if (event.affectsConfiguration("kustoconn.configuration")) {
        await client?.sendNotification("workspace/didChangeConfiguration", { settings: { kustoconn: configuration() } });
      }
    }),
  );
  await restart(context);
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose();
}

async function restart(context: vscode.ExtensionContext): Promise<void> {
  await deactivate();
  const command = await findServer(context.extensionPath);
  if (command === undefined) {
    const install = "How to install it";
    const chosen = await vscode.window.showWarningMessage("kustoconn is neither on the PATH nor at kustoconn.server.path.", install);
    if (chosen === install) {
      await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.joinPath(context.extensionUri, "README.md"));
    }
    return;
  }
  const server: ServerOptions = { command, args: ["lsp"] };
  const options: LanguageClientOptions = {
    documentSelector: [{ scheme: "file" }, { scheme: "untitled" }, { scheme: "vscode-notebook-cell" }],
    initializationOptions: {
      workspaceDiagnostics: vscode.workspace.getConfiguration("kustoconn").get<boolean>("workspaceDiagnostics", false),
      configuration: configuration(),
    },
  };
  client = new LanguageClient("kustoconn", "kustoconn", server, options);
  try {
    await client.start();
  } catch {
    // Nothing of the error is repeated: it may hold what the server wrote.
    void vscode.window.showErrorMessage("kustoconn could not be started.");
  }
}
