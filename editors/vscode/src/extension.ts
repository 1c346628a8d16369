// Where the editor begins: everything the extension brings is made and registered here.

import * as vscode from "vscode";
import * as commands from "./commands";
import { choosePath } from "./install";
import { Preview } from "./preview";
import { Server } from "./server";
import { showProblems, Tasks } from "./tasks";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = new Server();
  const preview = new Preview(context, server);
  const command = (name: string, act: (...given: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`toc.${name}`, act);
  context.subscriptions.push(
    server,
    preview,
    command("preview", () => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.languageId === "toc") {
        preview.show(editor.document.uri);
      }
    }),
    command("render", (file?: vscode.Uri, view?: unknown) => commands.render(server, file, typeof view === "string" ? view : "")),
    command("export", () => commands.exportModel(server)),
    command("new", (folder?: vscode.Uri) => commands.newTheory(server, folder)),
    command("leverage", () => commands.leverage(server, vscode.Uri.joinPath(context.extensionUri, "media", "file.svg"))),
    command("translateKeywords", (into?: unknown) => commands.translateKeywords(server, typeof into === "string" ? into : undefined)),
    command("openRulePage", (name?: unknown) => commands.openRulePage(server, typeof name === "string" ? name : undefined)),
    command("choosePath", choosePath),
    command("restart", () => server.restart()),
    vscode.workspace.registerTextDocumentContentProvider(commands.PAGES, new commands.RulePages(server)),
    vscode.tasks.registerTaskProvider("toc", new Tasks(server)),
    vscode.tasks.onDidEndTask(showProblems),
    vscode.window.registerWebviewPanelSerializer("toc.preview", {
      deserializeWebviewPanel: async (panel, state) => preview.restore(panel, state),
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      // What has been said already is said anew in another language only by another server.
      if (change.affectsConfiguration("toc.path") || change.affectsConfiguration("toc.language")) {
        await server.restart();
      } else if (change.affectsConfiguration("toc")) {
        await server.tellSettings();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
  );
  await server.start();
}
