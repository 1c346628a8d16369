// The language server: found, started, told of settings, started again.

import * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, State } from "vscode-languageclient/node";
import type { ErrorHandler, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";
import { tellMissing } from "./install";
import { language } from "./language";
import { say } from "./says";
import { called, environment, findToc, run, type Program } from "./toc";

/** A client that keeps its own English messages in its log: what people are to know, they are told by `Server`. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The running server, if any, and the toc that it belongs to. */
export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private found: Program | undefined;
  private endings: number[] = [];
  private readonly channel = vscode.window.createOutputChannel("toc", { log: true });
  private readonly started = new vscode.EventEmitter<void>();
  private readonly status = vscode.languages.createLanguageStatusItem("toc", { language: "toc" });

  /** Told whenever a server has started. */
  readonly onStarted = this.started.event;

  /** Return toc, looked for once. */
  async toc(): Promise<Program | undefined> {
    this.found ??= await findToc();
    return this.found;
  }

  /** Return toc; tell where there is none. */
  async tocOrTell(): Promise<Program | undefined> {
    const toc = await this.toc();
    if (!toc) {
      void tellMissing(false);
    }
    return toc;
  }

  /** Start the server, or tell why it cannot be. */
  async start(): Promise<void> {
    const toc = await this.tocOrTell();
    this.tellStatus();
    if (!toc) {
      return;
    }
    const client = new QuietClient("toc", "toc", serverOptions(toc), this.clientOptions());
    client.onDidChangeState((change) => {
      void vscode.commands.executeCommand("setContext", "toc.running", change.newState === State.Running);
      this.tellStatus(change.newState === State.Running);
    });
    this.client = client;
    try {
      await client.start();
      if (!client.isRunning()) {
        // A server that ends before it has answered is no error to the client.
        throw new Error("ended");
      }
      this.started.fire();
    } catch (error) {
      await this.explain(toc, error);
    }
  }

  /** Stop the server, look for toc anew and start again. */
  async restart(): Promise<void> {
    await this.stop();
    this.found = undefined;
    await this.start();
  }

  /** Tell the server the settings as they are now. */
  async tellSettings(): Promise<void> {
    if (this.client?.isRunning()) {
      await this.client.sendNotification("workspace/didChangeConfiguration", { settings: { toc: switches() } });
    }
  }

  /** Ask the server; undefined where none runs or it has no answer. */
  async ask<Answer>(method: string, parameters: unknown): Promise<Answer | undefined> {
    if (!this.client?.isRunning()) {
      return undefined;
    }
    return (await this.client.sendRequest<Answer | null>(method, parameters)) ?? undefined;
  }

  /** Return a place of the protocol as one of the editor. */
  range(of: { readonly start: Position; readonly end: Position }): vscode.Range {
    return new vscode.Range(of.start.line, of.start.character, of.end.line, of.end.character);
  }

  /** Return how the server is told of a file. */
  uri(of: vscode.Uri): string {
    return this.client ? this.client.code2ProtocolConverter.asUri(of) : of.toString();
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.needsStop()) {
      await client.stop().catch(() => undefined);
    }
    await client?.dispose().catch(() => undefined);
  }

  dispose(): void {
    void this.stop();
    this.channel.dispose();
    this.started.dispose();
    this.status.dispose();
  }

  private clientOptions(): LanguageClientOptions {
    return {
      documentSelector: [{ scheme: "file", language: "toc" }],
      initializationOptions: switches(),
      outputChannel: this.channel,
      markdown: { supportHtml: false },
      errorHandler: this.errorHandler(),
      initializationFailedHandler: () => false,
    };
  }

  /** A server that never came up is explained; one that ends while it runs is started again, unless it ends all the time. */
  private errorHandler(): ErrorHandler {
    return {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        const now = Date.now();
        this.endings = [...this.endings.filter((ending) => now - ending < 180_000), now];
        const running = this.client?.state === State.Running;
        const again = running && this.endings.length < 5;
        return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: again || !running };
      },
    };
  }

  private async explain(toc: Program, error: unknown): Promise<void> {
    // With nothing to read, a server ends at once; one that lacks a package says so.
    const outcome = await run(toc, ["lsp"]);
    if (outcome.errors.includes("toc-lang[lsp]")) {
      await tellMissing(true);
      return;
    }
    this.channel.appendLine(outcome.errors || String(error));
    const show = say("Show the log");
    const answer = await vscode.window.showErrorMessage(say("The language server of toc could not be started."), show);
    if (answer === show) {
      this.channel.show();
    }
  }

  private tellStatus(running = false): void {
    this.status.name = "toc";
    this.status.text = running ? "toc" : say("toc is not running");
    this.status.severity = running ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
    this.status.command = { command: "toc.restart", title: say("Restart") };
  }
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Return what the server is told of the settings. */
function switches(): object {
  const settings = vscode.workspace.getConfiguration("toc");
  return { language: language(), inlayHints: settings.get("inlayHints") };
}

function serverOptions(toc: Program): ServerOptions {
  return { command: toc.command, args: called(toc, ["lsp"]), options: { env: environment() } };
}
