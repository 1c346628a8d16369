// Where toc is, and how it is run.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import { language } from "./language";

/** A program and what it is called with before everything else. */
export interface Program {
  readonly command: string;
  readonly arguments: readonly string[];
}

/** What came of a call: `code` is the exit status, or -1 where the program could not be started. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

const LONGEST = 120_000;

/** The environment of what is run. */
export function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PYTHONUTF8: "1", NO_COLOR: "1" };
}

/** Return the words with which toc is called, its messages in the language of the editor. */
export function called(toc: Program, given: readonly string[]): string[] {
  return [...toc.arguments, "--lang", language(), ...given];
}

/** Return toc: the one set, else that of the chosen Python, of the folder's environment, of the path. */
export async function findToc(): Promise<Program | undefined> {
  for (const candidate of await candidates()) {
    if ((await run(candidate, ["--version"])).code === 0) {
      return candidate;
    }
  }
  return undefined;
}

async function candidates(): Promise<Program[]> {
  const set = vscode.workspace.getConfiguration("toc").get<string>("path", "").trim();
  if (set) {
    return [{ command: resolved(set), arguments: [] }];
  }
  const found: Program[] = [];
  if (vscode.workspace.isTrusted) {
    const python = await chosenPython();
    if (python) {
      found.push({ command: python, arguments: ["-m", "toc"] });
    }
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      for (const name of [".venv", "venv"]) {
        const place = path.join(folder.uri.fsPath, name, ...(process.platform === "win32" ? ["Scripts", "toc.exe"] : ["bin", "toc"]));
        if (existsSync(place)) {
          found.push({ command: place, arguments: [] });
        }
      }
    }
  }
  found.push({ command: "toc", arguments: [] });
  return found;
}

function resolved(set: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  return set.replace(/^~(?=[/\\])/, homedir()).replace("${workspaceFolder}", folder);
}

interface PythonApi {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(place: { readonly path: string }): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
  };
}

async function chosenPython(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  if (!extension) {
    return undefined;
  }
  try {
    const { environments } = await extension.activate();
    const chosen = environments && (await environments.resolveEnvironment(environments.getActiveEnvironmentPath()));
    return chosen?.executable.uri?.fsPath;
  } catch {
    // Without the Python extension's help, toc is looked for where it may stand by itself.
    return undefined;
  }
}

/** Run toc with `given`, `input` on its standard input, in `folder`. */
export function run(toc: Program, given: readonly string[], input = "", folder?: string): Promise<Outcome> {
  return new Promise((done) => {
    const options = { cwd: folder, env: environment(), timeout: LONGEST, maxBuffer: 256 * 1024 * 1024, windowsHide: true };
    const child = execFile(toc.command, called(toc, given), options, (error, output, errors) => {
      const code = error ? (typeof error.code === "number" ? error.code : -1) : 0;
      done({ code, output, errors: errors || (code === -1 ? String(error?.message) : "") });
    });
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}
