// What is told where toc, or its language server, is not there. Nothing is ever installed unasked.

import * as vscode from "vscode";
import { say } from "./says";

export const COMMAND = "pip install 'toc-lang[lsp,preview]'";

/** Tell how toc is installed, and offer to begin. */
export async function tellMissing(incomplete: boolean): Promise<void> {
  const message = incomplete
    ? say("toc is installed, but its language server is not. Install it: {0}", COMMAND)
    : say("toc was not found. Install it: {0}", COMMAND);
  const choose = say("Say where toc is");
  if ((await offerCommand(message, COMMAND, choose)) === choose) {
    await choosePath();
  }
}

/** Show the setting that says where toc is: on a machine elsewhere, that machine's own. */
export async function choosePath(): Promise<void> {
  const where = vscode.env.remoteName ? "openRemoteSettings" : "openSettings";
  await vscode.commands.executeCommand(`workbench.action.${where}`, { query: "@id:toc.path" });
}

/** Tell a message with the command that mends it, and offer to write that; return what else was chosen. */
export async function offerCommand(message: string, command: string, ...more: string[]): Promise<string | undefined> {
  const terminal = say("Write it in a terminal");
  const copy = say("Copy the command");
  const answer = await vscode.window.showErrorMessage(message, terminal, copy, ...more);
  if (answer === terminal) {
    const opened = vscode.window.createTerminal("toc");
    opened.show();
    // Written, not run: whoever reads it decides.
    opened.sendText(command, false);
  } else if (answer === copy) {
    await vscode.env.clipboard.writeText(command);
  }
  return answer;
}
