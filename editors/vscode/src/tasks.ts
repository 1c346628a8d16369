// `toc check` as a task, whose findings stand among the problems: for whole folders, also of files that are not open.

import * as vscode from "vscode";
import { say } from "./says";
import type { Server } from "./server";
import { called, environment, type Program } from "./toc";

interface Definition extends vscode.TaskDefinition {
  readonly check: string;
  readonly strict?: boolean;
}

/** Offers a check of each folder, and makes the tasks that a folder's settings describe. */
export class Tasks implements vscode.TaskProvider {
  constructor(private readonly server: Server) {}

  async provideTasks(): Promise<vscode.Task[]> {
    const toc = await this.server.toc();
    const folders = toc ? (vscode.workspace.workspaceFolders ?? []) : [];
    return folders.map((folder) => task(toc as Program, { type: "toc", check: "." }, folder));
  }

  async resolveTask(given: vscode.Task): Promise<vscode.Task | undefined> {
    const toc = await this.server.toc();
    const { scope, definition } = given;
    if (!toc || scope === undefined || typeof scope === "number") {
      return undefined;
    }
    return task(toc, definition as Definition, scope);
  }
}

/** Show the problems when one of our tasks has ended. */
export function showProblems(ended: vscode.TaskEndEvent): void {
  if (ended.execution.task.definition.type === "toc") {
    void vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}

function task(toc: Program, definition: Definition, folder: vscode.WorkspaceFolder): vscode.Task {
  const strict = definition.strict ? ["--strict"] : [];
  const given = called(toc, ["check", definition.check, ...strict, "--format", "github"]);
  const env = Object.fromEntries(Object.entries(environment()).filter((one): one is [string, string] => one[1] !== undefined));
  const running = new vscode.ProcessExecution(toc.command, given, { cwd: folder.uri.fsPath, env });
  const made = new vscode.Task(definition, folder, say("check {0}", definition.check), "toc", running, ["$toc"]);
  made.group = vscode.TaskGroup.Test;
  // What stands in the terminal is written for the editor to read: people are shown the problems, once all are there.
  made.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
  return made;
}
