// The picture beside the text: drawn again as it is written, following the cursor and followed by it.

import * as vscode from "vscode";
import { language } from "./language";
import type { FromPanel, ToPanel } from "./messages";
import { say } from "./says";
import type { Server } from "./server";

interface Place {
  readonly id: string;
  readonly uri: string;
  readonly range: { readonly start: { line: number; character: number }; readonly end: { line: number; character: number } };
}

interface Picture {
  readonly svg: string | null;
  readonly message?: string;
  readonly title?: string;
  readonly view: string | null;
  readonly views: readonly string[];
  readonly places?: readonly Place[];
  readonly layout?: string;
}

/** What was written for a card or line, and where. */
interface Written {
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

const PAUSE = 250;
// From so many cards on, they stay where they stood while one writes; smaller pictures are rather arranged anew.
const MANY = 12;

/** The one panel, if it is open. */
export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private file: vscode.Uri | undefined;
  private view = "";
  private layout: string | undefined;
  private written: readonly Written[] = [];
  private waiting: NodeJS.Timeout | undefined;
  private asked = 0;
  // The selection that the panel itself made: it need not be told of it.
  private own = "";
  private readonly listening: vscode.Disposable[] = [];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: Server,
  ) {
    this.listening.push(
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document.languageId === "toc" && change.contentChanges.length > 0) {
          this.later();
        }
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection((change) => this.mark(change.textEditor)),
      vscode.workspace.onDidSaveTextDocument(() => this.later()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("toc")) {
          this.later();
        }
      }),
      server.onStarted(() => this.later()),
    );
  }

  /** Show the picture of a file beside it. */
  show(file: vscode.Uri): void {
    this.turnTo(file);
    if (this.panel) {
      this.panel.reveal(undefined, true);
      this.later();
      return;
    }
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.keep(vscode.window.createWebviewPanel("toc.preview", "toc", beside, { retainContextWhenHidden: true }));
  }

  /** Take over a panel that was open when the editor was closed. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = state as { file?: string; view?: string } | undefined;
    const file = kept?.file ? vscode.Uri.parse(kept.file) : vscode.window.activeTextEditor?.document.uri;
    if (!file || this.panel) {
      panel.dispose();
      return;
    }
    this.turnTo(file);
    this.view = kept?.view ?? "";
    this.keep(panel);
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.panel?.dispose();
    for (const one of this.listening) {
      one.dispose();
    }
  }

  private keep(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    const scripts = vscode.Uri.joinPath(this.context.extensionUri, "out");
    const media = vscode.Uri.joinPath(this.context.extensionUri, "media");
    panel.webview.options = { enableScripts: true, localResourceRoots: [scripts, media] };
    panel.iconPath = vscode.Uri.joinPath(media, "file.svg");
    panel.webview.onDidReceiveMessage((message: FromPanel) => this.hear(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      clearTimeout(this.waiting);
    });
    panel.webview.html = this.page(panel.webview, scripts, media);
  }

  private hear(message: FromPanel): void {
    switch (message.type) {
      case "ready":
        void this.draw();
        break;
      case "open":
        void this.open(message.ids);
        break;
      case "view":
        this.view = message.name;
        void this.draw();
        break;
      case "save":
        void vscode.commands.executeCommand("toc.render", this.file, this.view);
        break;
    }
  }

  private turnTo(file: vscode.Uri): void {
    if (this.file?.toString() !== file.toString()) {
      this.file = file;
    }
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (!this.panel || editor?.document.languageId !== "toc") {
      return;
    }
    // A file that the picture shows a part of leaves the picture as it is.
    const uri = editor.document.uri.toString();
    if (uri !== this.file?.toString() && !this.written.some((one) => one.uri.toString() === uri)) {
      this.file = editor.document.uri;
      this.view = "";
      this.layout = undefined;
      void this.draw();
    }
    this.mark(editor);
  }

  private later(): void {
    if (this.panel) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => void this.draw(), PAUSE);
    }
  }

  private async draw(): Promise<void> {
    if (!this.panel || !this.file) {
      return;
    }
    const turn = ++this.asked;
    const theme = vscode.workspace.getConfiguration("toc").get<string>("preview.theme", "");
    const asking = { textDocument: { uri: this.server.uri(this.file) }, view: this.view, theme, layout: this.layout ?? "" };
    let picture: Picture | undefined;
    try {
      picture = await this.server.ask<Picture>("toc/picture", asking);
    } catch (error) {
      this.tell({ type: "told", text: String(error) });
      return;
    }
    if (turn !== this.asked) {
      return;
    }
    if (!picture?.svg) {
      this.tell({ type: "told", text: picture?.message ?? say("There is no picture yet: toc is not running.") });
      return;
    }
    this.take(picture, picture.svg);
  }

  private take(picture: Picture, svg: string): void {
    const cards = (picture.places ?? []).filter((one) => one.id.startsWith("card-"));
    this.layout = cards.length >= MANY ? picture.layout : undefined;
    this.written = (picture.places ?? []).map((place) => ({
      id: place.id,
      uri: vscode.Uri.parse(place.uri),
      range: this.server.range(place.range),
    }));
    if (this.panel && picture.title) {
      this.panel.title = picture.title;
    }
    const places = this.written.map((one) => one.id);
    this.tell({ type: "picture", svg, places, views: picture.views, view: picture.view ?? "" });
    this.mark(vscode.window.activeTextEditor, false);
  }

  /** Mark in the picture what the cursor stands in, or what is selected. */
  private mark(editor: vscode.TextEditor | undefined, reveal = true): void {
    if (!this.panel || editor?.document.languageId !== "toc") {
      return;
    }
    const own = this.own === place(editor.selections);
    const follows = own || vscode.workspace.getConfiguration("toc").get<boolean>("preview.followCursor", true);
    const uri = editor.document.uri.toString();
    const here = follows ? this.written.filter((one) => one.uri.toString() === uri) : [];
    const ids = new Set(editor.selections.flatMap((selection) => under(here, selection)).map((one) => one.id));
    this.tell({ type: "mark", ids: [...ids], reveal: reveal && !own });
  }

  /** Lead to what was written for cards and lines: a cursor for each. */
  private async open(ids: readonly string[]): Promise<void> {
    const wanted = this.written.filter((one) => ids.includes(one.id));
    const first = wanted.at(-1);
    if (!first) {
      return;
    }
    const document = await vscode.workspace.openTextDocument(first.uri);
    const open = vscode.window.visibleTextEditors.find((one) => one.document.uri.toString() === document.uri.toString());
    const column = open?.viewColumn ?? vscode.ViewColumn.One;
    const editor = await vscode.window.showTextDocument(document, { viewColumn: column, preserveFocus: ids.length > 1 });
    const selections = wanted
      .filter((one) => one.uri.toString() === first.uri.toString())
      .map((one) => new vscode.Selection(one.range.start, one.range.start));
    this.own = place(selections);
    editor.selections = selections;
    editor.revealRange(first.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private tell(message: ToPanel): void {
    void this.panel?.webview.postMessage(message);
  }

  private page(webview: vscode.Webview, scripts: vscode.Uri, media: vscode.Uri): string {
    const script = webview.asWebviewUri(vscode.Uri.joinPath(scripts, "picture.js"));
    const style = webview.asWebviewUri(vscode.Uri.joinPath(media, "picture.css"));
    // Fonts stand in the picture itself; nothing is asked of a network.
    const policy = `default-src 'none'; img-src data:; font-src data:; style-src ${webview.cspSource} 'unsafe-inline'; script-src ${webview.cspSource}`;
    const words = {
      file: this.file?.toString() ?? "",
      view: say("View"),
      whole: say("The whole model"),
      nearer: say("Nearer"),
      farther: say("Farther"),
      fit: say("Show all"),
      save: say("Save as a file"),
      waiting: say("The picture is being drawn…"),
      picture: say("Picture of the model"),
    };
    return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style.toString()}">
</head>
<body data-words="${escaped(JSON.stringify(words))}">
<script src="${script.toString()}"></script>
</body>
</html>`;
  }
}

/** Return what stands under a selection: what it holds a part of, or with a mere cursor the smallest thing it stands in. */
function under(here: readonly Written[], selection: vscode.Selection): readonly Written[] {
  if (!selection.isEmpty) {
    // Lines that are selected whole end where the next one begins: that one is not meant.
    return here.filter((one) => one.range.intersection(selection)?.isEmpty === false);
  }
  const touched = here.filter((one) => one.range.contains(selection.active));
  return touched.filter((one) => !touched.some((other) => other !== one && inside(other.range, one.range)));
}

function inside(inner: vscode.Range, outer: vscode.Range): boolean {
  return outer.contains(inner) && !inner.contains(outer);
}

function place(selections: readonly vscode.Selection[]): string {
  return selections.map((one) => `${one.start.line}:${one.start.character}-${one.end.line}:${one.end.character}`).join();
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
