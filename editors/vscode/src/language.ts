// The language of messages.

import * as vscode from "vscode";

/** The language of messages: the one set, else the editor's. */
export function language(): string {
  const set = vscode.workspace.getConfiguration("toc").get<string>("language", "auto");
  return (set === "auto" ? vscode.env.language : set).slice(0, 2).toLowerCase();
}
