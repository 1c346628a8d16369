// Whole declarations and whole models to fill in, in the language of the file.

import assert from "node:assert/strict";
import { until } from "../editor.mjs";
import { WEAK } from "../models.mjs";

export const about = "somebody fills in declarations and whole models, in French and in English";
export const files = { "lire.toc": WEAK, "read.toc": 'theory "Read" { languages en }\n', "vide.toc": "", "empty.toc": "" };

/** Fill in a strategy by its first letters; return the line that came of it. */
async function fills(editor, letters, kind, shot) {
  await editor.press("Control+End");
  await editor.type(letters);
  await editor.press("Control+Space");
  const offered = await editor.offered(`${kind} …`);
  await editor.shot(shot);
  await editor.press("Escape");
  await editor.press("Control+Space");
  const before = (await editor.lines()).length;
  await editor.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: `${kind} …` }).click();
  await until(async () => (await editor.lines()).length > before, `a whole ${kind}`);
  await editor.type("jardin");
  await editor.press("Tab");
  await editor.type("Un jardin");
  const line = await until(async () => (await editor.lines()).find((one) => one.includes(`${kind} jardin "Un jardin"`)), "two places filled in");
  await editor.press("Escape");
  return [offered, line];
}

/** Fill an empty file with a whole model. */
async function fillsAFile(editor, name, title, begins) {
  await editor.choose(name);
  await editor.command("Snippets: Fill File with Snippet");
  await editor.rows(title);
  await editor.pick(title);
  await until(async () => (await editor.lines())[0].startsWith(begins), begins);
  await editor.shot(`snippets-${name}`);
  await editor.press("Escape", "Control+s");
}

export async function tell(editor, { said }) {
  await editor.open("lire.toc");
  await editor.underlined("warning");
  const [offered, line] = await fills(editor, "str", "stratégie", "snippets-1-strategie");
  said(`offered for \`str\`: ${offered.join(" | ")}; then: ${line}`);
  await editor.shot("snippets-2-filled");
  await editor.choose("read.toc");
  const [proposed, written] = await fills(editor, "str", "strategy", "snippets-3-strategy");
  said(`offered in the English file: ${proposed.join(" | ")}; then: ${written}`);
  assert.match(await editor.page.locator("#status\\.editor\\.indentation").innerText(), /2/);
  await fillsAFile(editor, "vide.toc", "Un modèle entier", "théorie");
  await fillsAFile(editor, "empty.toc", "A whole model", "theory");
  said("empty files are filled with whole models");
}
