import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import * as path from "node:path";

import * as vscode from "vscode";

const program = process.platform === "win32" ? "kustoconn.exe" : "kustoconn";

/**
 * Returns the path of the server: that of the setting, the one that came with the
 * extension, or the first on the PATH. Relative entries of the PATH are passed over, and
 * so is whatever lies in a folder of the workspace, unless the setting names it and the
 * workspace is trusted: who writes a workspace must not choose what is run.
 */
export async function findServer(extensionPath: string): Promise<string | undefined> {
  const named = settingPath();
  if (named !== "") {
    return path.isAbsolute(named) && (await isExecutable(named)) && (vscode.workspace.isTrusted || !(await isInWorkspace(named)))
      ? named
      : undefined;
  }
  const bundled = path.join(extensionPath, "bin", program);
  if (await isExecutable(bundled)) {
    return bundled;
  }
  for (const folder of (process.env["PATH"] ?? "").split(path.delimiter)) {
    const candidate = path.join(folder, program);
    if (path.isAbsolute(folder) && (await isExecutable(candidate)) && !(await isInWorkspace(candidate))) {
      return candidate;
    }
  }
  return undefined;
}

/** Returns kustoconn.server.path; of an untrusted workspace's settings, the user's alone. */
function settingPath(): string {
  const found = vscode.workspace.getConfiguration("kustoconn").inspect<string>("server.path");
  const ofWorkspace = vscode.workspace.isTrusted ? (found?.workspaceFolderValue ?? found?.workspaceValue) : undefined;
  return (ofWorkspace ?? found?.globalValue ?? "").trim();
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

async function isInWorkspace(file: string): Promise<boolean> {
  const real = await realpath(file);
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    if (folder.uri.scheme !== "file") {
      continue;
    }
    for (const root of [folder.uri.fsPath, await realpath(folder.uri.fsPath).catch(() => folder.uri.fsPath)]) {
      for (const at of [file, real]) {
        const relative = path.relative(root, at);
        if (relative !== "" && !relative.startsWith("..") && !path.isAbsolute(relative)) {
          return true;
        }
      }
    }
  }
  return false;
}
