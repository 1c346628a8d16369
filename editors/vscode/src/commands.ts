// What can be asked of toc from the command palette.

import { existsSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { offerCommand } from "./install";
import { language } from "./language";
import { say } from "./says";
import type { Server } from "./server";
import { run, type Outcome, type Program } from "./toc";

interface Format {
  readonly name: string;
  readonly suffix: string;
  readonly about: string;
}

function pictures(): Format[] {
  return [
    { name: "svg", suffix: "svg", about: say("for the web and drawing programs") },
    { name: "png", suffix: "png", about: say("a picture for documents and messages") },
    { name: "pdf", suffix: "pdf", about: say("to print, on any size of paper") },
    { name: "html", suffix: "html", about: say("a page to explore and to present, without a network") },
    { name: "pptx", suffix: "pptx", about: say("slides to work on in PowerPoint") },
    { name: "drawio", suffix: "drawio", about: say("a drawing to work on in draw.io") },
  ];
}

function exports(): (Format & { readonly command: readonly string[] })[] {
  return [
    { name: "JSON", suffix: "json", about: say("the whole model, for programs"), command: ["export", "-f", "json"] },
    { name: "CSV", suffix: "csv", about: say("the leverage of each strategy, for a spreadsheet"), command: ["leverage", "-f", "csv"] },
    { name: "Mermaid", suffix: "mmd", about: say("a diagram as text, for Markdown"), command: ["render", "-f", "mermaid"] },
    { name: "DOT", suffix: "dot", about: say("a graph as text, for Graphviz"), command: ["render", "-f", "dot"] },
  ];
}

/** Draw a model into a file. */
export async function render(server: Server, file?: vscode.Uri, view = ""): Promise<void> {
  const [toc, document] = [await server.tocOrTell(), await saved(file)];
  if (!toc || !document) {
    return;
  }
  const chosen = await choose(pictures(), say("Which kind of file?"));
  const target = chosen && (await targetOf(document, chosen));
  if (target) {
    const more = view ? ["--view", view] : [];
    await written(toc, ["render", "-f", chosen.name, ...more], document, target);
  }
}

/** Write a model in another format. */
export async function exportModel(server: Server): Promise<void> {
  const [toc, document] = [await server.tocOrTell(), await saved()];
  if (!toc || !document) {
    return;
  }
  const chosen = await choose(exports(), say("What is to be exported?"));
  const target = chosen && (await targetOf(document, chosen));
  if (target) {
    await written(toc, chosen.command, document, target);
  }
}

/** Make a first model in a folder, and open it with its picture. */
export async function newTheory(server: Server, folder?: vscode.Uri): Promise<void> {
  const toc = await server.tocOrTell();
  const chosen = toc && (folder ?? (await askFolder()));
  if (!chosen) {
    return;
  }
  const languages = [
    { label: "français", code: "fr" },
    { label: "English", code: "en" },
  ];
  if (language() !== "fr") {
    languages.reverse();
  }
  const spoken = await vscode.window.showQuickPick(languages, { placeHolder: say("In which language will you write?") });
  if (!spoken) {
    return;
  }
  const outcome = await run(toc, ["new", chosen.fsPath, "--lang", spoken.code]);
  const first = outcome.output.split("\n").find((line) => line.endsWith(".toc"));
  if (outcome.code !== 0 || !first) {
    await tellFailure(outcome);
    return;
  }
  const document = await vscode.workspace.openTextDocument(path.resolve(chosen.fsPath, first));
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("toc.preview");
}

async function askFolder(): Promise<vscode.Uri | undefined> {
  const open = vscode.workspace.workspaceFolders?.[0]?.uri;
  const found = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: say("Begin here"),
    ...(open ? { defaultUri: open } : {}),
  });
  return found?.[0];
}

/** Show which strategies pull their weight, in a panel that is made once. */
export async function leverage(server: Server, icon: vscode.Uri): Promise<void> {
  const [toc, document] = [await server.tocOrTell(), await saved()];
  if (!toc || !document) {
    return;
  }
  const [title, model] = [say("Leverage"), modelOf(document)];
  const outcome = await waiting(title, () => run(toc, ["leverage", model, "-f", "html"], "", folderOf(document)));
  if (outcome.code !== 0) {
    await tellFailure(outcome);
    return;
  }
  leveragePanel ??= leverageBeside();
  leveragePanel.title = title;
  leveragePanel.iconPath = icon;
  leveragePanel.webview.html = outcome.output;
  leveragePanel.reveal(undefined, true);
}

let leveragePanel: vscode.WebviewPanel | undefined;

function leverageBeside(): vscode.WebviewPanel {
  const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel("toc.leverage", say("Leverage"), beside, {});
  panel.onDidDispose(() => (leveragePanel = undefined));
  return panel;
}

/** Write the words of the language in the other language; texts stay as they are. */
export async function translateKeywords(server: Server, wanted?: string): Promise<void> {
  const toc = await server.tocOrTell();
  const editor = vscode.window.activeTextEditor;
  if (!toc || editor?.document.languageId !== "toc") {
    return;
  }
  const choices = [
    { label: "français", code: "fr" },
    { label: "English", code: "en" },
  ];
  const asked = say("Into which language? Texts stay as they are.");
  const into = wanted ?? (await vscode.window.showQuickPick(choices, { placeHolder: asked }))?.code;
  if (!into) {
    return;
  }
  const document = editor.document;
  const [text, version] = [document.getText(), document.version];
  const given = ["fmt", "-", "--keywords", into, "--stdin-filename", path.basename(document.uri.fsPath)];
  const outcome = await run(toc, given, text, folderOf(document));
  if (outcome.code !== 0) {
    await tellFailure(outcome);
  } else if (document.version === version && outcome.output !== text) {
    const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
    await editor.edit((edit) => edit.replace(all, outcome.output));
  }
}

/** Show the page of a rule: the one of a problem at the cursor, else one chosen. */
export async function openRulePage(server: Server, name?: string): Promise<void> {
  const toc = await server.tocOrTell();
  if (!toc) {
    return;
  }
  const outcome = await run(toc, ["rules"]);
  const here = rulesAtCursor();
  const rules = outcome.output
    .split("\n")
    .map((line) => /^(TOC\d+)\s+(\S+)\s+\S+\s+\S+\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, code = "", rule = "", title = ""]) => ({ label: rule, description: code, detail: title }))
    .sort((one, other) => Number(here.has(other.label)) - Number(here.has(one.label)));
  const asked = { placeHolder: say("Which rule?"), matchOnDescription: true, matchOnDetail: true };
  const rule = name ?? (await vscode.window.showQuickPick(rules, asked))?.label;
  if (rule) {
    const uri = vscode.Uri.from({ scheme: PAGES, path: `${rule}.md` });
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  }
}

/** The scheme under which the pages of rules are read. */
export const PAGES = "toc-rule";

/** Reads the page of a rule from toc. */
export class RulePages implements vscode.TextDocumentContentProvider {
  constructor(private readonly server: Server) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const toc = await this.server.toc();
    return toc ? (await run(toc, ["rules", path.basename(uri.path, ".md")])).output : "";
  }
}

function rulesAtCursor(): ReadonlySet<string> {
  const editor = vscode.window.activeTextEditor;
  const found = editor ? vscode.languages.getDiagnostics(editor.document.uri) : [];
  const near = found.filter((one) => editor?.selections.some((selection) => one.range.intersection(selection)));
  return new Set(near.map((one) => String(typeof one.code === "object" ? one.code.value : one.code)));
}

async function choose<One extends Format>(formats: readonly One[], asked: string): Promise<One | undefined> {
  const items = formats.map((format) => ({ label: format.name.toUpperCase(), description: format.about, format }));
  return (await vscode.window.showQuickPick(items, { placeHolder: asked, matchOnDescription: true }))?.format;
}

async function saved(file?: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const document = file ? await vscode.workspace.openTextDocument(file) : vscode.window.activeTextEditor?.document;
  if (document?.languageId !== "toc" || document.isUntitled) {
    void vscode.window.showInformationMessage(say("Open a .toc file first."));
    return undefined;
  }
  // What is read from the disk is what is seen.
  const changed = vscode.workspace.textDocuments.filter((one) => one.languageId === "toc" && one.isDirty && !one.isUntitled);
  await Promise.all(changed.map((one) => one.save()));
  return document;
}

async function targetOf(document: vscode.TextDocument, format: Format): Promise<vscode.Uri | undefined> {
  const { dir, name } = path.parse(document.uri.fsPath);
  const defaultUri = vscode.Uri.file(path.join(dir, `${name}.${format.suffix}`));
  return vscode.window.showSaveDialog({ defaultUri, filters: { [format.name]: [format.suffix] } });
}

async function written(toc: Program, command: readonly string[], document: vscode.TextDocument, target: vscode.Uri): Promise<void> {
  const [verb = "", ...options] = command;
  const given = [verb, modelOf(document), ...options, "-o", target.fsPath];
  const title = path.basename(target.fsPath);
  const outcome = await waiting(title, () => run(toc, given, "", folderOf(document)));
  if (outcome.code !== 0) {
    await tellFailure(outcome);
    return;
  }
  const open = say("Open");
  if ((await vscode.window.showInformationMessage(say("{0} is written.", title), open)) === open) {
    await vscode.env.openExternal(target);
  }
}

function waiting<Result>(title: string, act: () => Promise<Result>): Thenable<Result> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, act);
}

/** Return what is handed to toc: the file where it holds a theory, else the folder of its model, as the picture does. */
function modelOf(document: vscode.TextDocument): string {
  const file = document.uri.fsPath;
  if (/^\s*th[eé](ory|orie)(?![\p{L}\p{N}_])/imu.test(document.getText())) {
    return file;
  }
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, "toc.toml"))) {
      return folder;
    }
    if (folder === path.dirname(folder)) {
      return file;
    }
  }
}

function folderOf(document: vscode.TextDocument): string {
  return path.dirname(document.uri.fsPath);
}

async function tellFailure(outcome: Outcome): Promise<void> {
  const said = (outcome.errors || outcome.output).trim().split("\n");
  const message = said.at(-1)?.replace(/^toc\s*:\s*/, "") || say("toc failed.");
  const install = /`(pip install [^`]+)`/.exec(message)?.[1];
  if (install) {
    await offerCommand(message, install);
    return;
  }
  const problems = say("Show problems");
  if ((await vscode.window.showErrorMessage(message, problems)) === problems) {
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}
