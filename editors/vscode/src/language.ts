// The language of messages.

import * as vscode from "vscode";

/** The language of messages: the one set, else the editor's, else English. */
export function language(): "fr" | "en" {
  const set = vscode.workspace.getConfiguration("toc").get<string>("language", "auto");
  return (set === "auto" ? vscode.env.language : set).toLowerCase().startsWith("fr") ? "fr" : "en";
}
