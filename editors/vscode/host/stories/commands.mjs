// What is asked of toc from the command palette: files are written, panels open, words are translated.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { plain, until } from "../editor.mjs";
import { WEAK } from "../models.mjs";

export const about = "somebody calls each command in French";
export const files = { "lire.toc": WEAK };

/** Wait until a file is written, and return the first bytes of it. */
async function written(file) {
  return until(() => existsSync(file) && readFileSync(file).length > 0 && readFileSync(file), `${file} being written`);
}

async function draws(editor, said) {
  await editor.command("toc: Dessiner dans un fichier");
  const kinds = await editor.rows("PPTX");
  assert.deepEqual(kinds.map((kind) => kind.split(" ")[0]), ["SVG", "PNG", "PDF", "HTML", "PPTX", "DRAWIO"]);
  said(`kinds of files: ${kinds.join(" | ")}`);
  await editor.shot("commands-1-kinds");
  await editor.pick("PPTX");
  const file = path.join(editor.folder, "diapos.pptx");
  await editor.answerPath(file, path.join(editor.folder, "lire.pptx"));
  assert.equal((await written(file)).subarray(0, 2).toString(), "PK");
  said(await editor.told("diapos.pptx est écrit."));
  await editor.shot("commands-2-written");
  await editor.command("Notifications: Clear All Notifications");
}

async function exports(editor, said) {
  const wanted = { JSON: ["lire.json", "{"], CSV: ["lire.csv", /bus/], MERMAID: ["lire.mmd", "flowchart"], DOT: ["lire.dot", "digraph"] };
  for (const [kind, [name, begins]] of Object.entries(wanted)) {
    await editor.command("toc: Exporter");
    await editor.rows(kind);
    if (kind === "JSON") await editor.shot("commands-3-exports");
    await editor.pick(kind);
    const file = path.join(editor.folder, name);
    await editor.answerPath(file, file);
    const text = (await written(file)).toString();
    assert.ok(begins instanceof RegExp ? begins.test(text) : text.includes(begins), text.slice(0, 200));
    await editor.told(`${name} est écrit.`);
    await editor.command("Notifications: Clear All Notifications");
  }
  said("exported as JSON, CSV, Mermaid and DOT");
}

async function showsLeverage(editor, said) {
  await editor.command("toc: Montrer l'effet de levier");
  const frame = await editor.panel("body table");
  const text = plain(await frame.locator("body").innerText());
  assert.match(text, /Un bus de livres/);
  said(`leverage: ${text.slice(0, 160)}`);
  await editor.shot("commands-4-leverage");
  await editor.command("toc: Montrer l'effet de levier");
  await editor.panel("body table");
  assert.equal(await editor.page.locator(".tab", { hasText: "Effet de levier" }).count(), 1);
  await editor.press("Control+2", "Control+w");
}

async function translates(editor, said) {
  await editor.press("Control+1");
  await editor.command("toc: Traduire les mots du langage");
  await editor.rows("English");
  await editor.shot("commands-5-languages");
  await editor.pick("English");
  const translated = await until(async () => {
    const lines = await editor.lines();
    return lines.some((line) => line.startsWith("strategy bus")) && lines;
  }, "English words");
  assert.ok(translated.some((line) => line.startsWith('vision lecture "Chaque enfant')));
  assert.ok(!translated.some((line) => /stratégie|parce que/.test(line)));
  said(`translated: ${translated.find((line) => line.startsWith("strategy bus"))}`);
  await editor.shot("commands-6-translated");
  await editor.press("Control+z");
  await until(async () => (await editor.lines()).some((line) => line.startsWith("stratégie bus")), "one step back");
}

async function opensARulesPage(editor, said) {
  await editor.goTo(4, 3);
  await editor.command("toc: Ouvrir la page d'une règle");
  const rules = await editor.rows("no-indicator");
  assert.match(rules[0], /^no-indicator/);
  said(`rules, that of the line first: ${rules.slice(0, 3).join(" | ")}`);
  await editor.shot("commands-7-rules");
  await editor.pick("no-indicator");
  const frame = await editor.panel(".markdown-body h1, .markdown-body h2");
  const text = plain(await frame.locator(".markdown-body").innerText());
  assert.match(text, /Pourquoi/);
  said(`its page: ${text.slice(0, 160)}`);
  await editor.shot("commands-8-rule-page");
  await editor.press("Control+w");
}

async function begins(editor, said) {
  await editor.command("toc: Nouvelle théorie du changement");
  const folder = path.join(editor.folder, "nouvelle");
  mkdirSync(folder);
  await editor.answerPath(folder, `${editor.folder}/`);
  assert.deepEqual(await editor.rows("English"), ["français", "English"]);
  await editor.shot("commands-9-new");
  await editor.pick("français");
  await until(() => existsSync(path.join(folder, "toc.toml")), "a new model");
  await editor.page.locator(".editor-group-container .tab", { hasText: ".toc" }).nth(1).waitFor();
  await editor.panel("main .sheet svg");
  said(`new: ${await editor.page.locator(".tab.active .label-name").allInnerTexts()}`);
  await editor.shot("commands-10-new-theory");
}

export async function tell(editor, { said }) {
  await editor.open("lire.toc");
  await editor.underlined("warning");
  await draws(editor, said);
  await exports(editor, said);
  await showsLeverage(editor, said);
  await translates(editor, said);
  await opensARulesPage(editor, said);
  await begins(editor, said);
}
