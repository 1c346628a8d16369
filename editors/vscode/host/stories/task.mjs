// A whole folder is checked by a task; what it finds stands among the problems, also of files that are not open.

import assert from "node:assert/strict";
import { WEAK } from "../models.mjs";

export const about = "somebody checks all files of a folder";
export const files = {
  "lire.toc": WEAK,
  "autres/fautif.toc": `${WEAK}bus -> nulle_part\n`,
  ".vscode/tasks.json": JSON.stringify({
    version: "2.0.0",
    tasks: [
      { label: "sévère", type: "toc", check: "autres", strict: true },
      { label: "à la main", type: "shell", command: "${config:toc.path} check autres --format github", problemMatcher: "$toc" },
    ],
  }),
};

export async function tell(editor, { said }) {
  await editor.open("lire.toc");
  await editor.underlined("warning");
  await editor.command("Tasks: Run Task");
  await editor.rows("toc");
  await editor.shot("task-1-kinds");
  const kinds = await editor.rows("toc");
  said(`tasks: ${kinds.join(" | ")}`);
  await editor.pick("toc");
  said(`of toc: ${(await editor.rows("vérifier")).join(" | ")}`);
  await editor.shot("task-2-choice");
  await editor.pick("vérifier .");
  const found = await editor.problems("`nulle_part`");
  said(`problems: ${found.join(" | ")}`);
  assert.ok(found.some((row) => /^fautif.toc ?autres/.test(row)), found.join("\n"));
  assert.ok(found.some((row) => /unknown-name.*\[Ln 10, Col 8\]/.test(row)), found.join("\n"));
  // What the server says of files that are open is not said twice.
  assert.equal(found.filter((row) => /^`soir` n'a pas d'indicateur.*Ln 4, Col 1/.test(row)).length, 1);
  assert.equal(await editor.page.locator(".terminal-wrapper .xterm:visible").count(), 0);
  await editor.shot("task-3-problems");
}
