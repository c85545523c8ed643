import * as vscode from "vscode";

import { keys } from "./keys";

/**
 * Returns what the settings say that a configuration file would: the server judges by it
 * where a folder has no configuration file. Keys at their default are left out.
 */
export function configuration(): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration("kustoconn.configuration");
  const given: Record<string, unknown> = {};
  for (const key of keys) {
    const found = settings.inspect(key);
    const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
    if (value !== undefined && value !== null) {
      given[key] = value;
    }
  }
  return given;
}
