// A person writes the ten lines of docs/how-to/mot-a-mot.md from nothing, in French, taking what is offered.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { until } from "../editor.mjs";
import { WEAK } from "../models.mjs";

export const about = "somebody writes a model from nothing in French, word by word";
export const files = { "lire.toc": WEAK, "neuf.toc": "", "toc.toml": "# Rien à régler.\n" };

/** What is typed in each step, `what` is to be offered then, and whether it is taken from the list. */
export const STEPS = [
  { type: "th", offered: "théorie", take: true },
  { type: ' "Cuisiner ensemble" { langues fr; en', offered: "enjeu", take: true },
  { type: ' "On mange seul"; con', offered: "contexte", take: true },
  { type: ' "Un quartier" }\n\nac', offered: "acteur", take: true },
  { type: ' voisins "Les voisins"\nacteur maison "La maison de quartier"\n\nvis', offered: "vision", take: true },
  { type: ' table "Chacun mange en bonne compagnie" { pour ', offered: "voisins" },
  { type: "voisins }\nch", offered: "changement", take: true },
  { type: ' repas "Les voisins cuisinent ensemble chaque semaine" { chez ', offered: "voisins" },
  { type: "voisins }\nstrat", offered: "stratégie", take: true },
  { type: ' cuisine "Une cuisine ouverte" { par ', offered: "maison" },
  { type: "maison; effort ", offered: "moyen" },
  { type: "moyen }\ncuisine -> ", offered: "repas" },
  { type: "repas fo", offered: "fort", take: true },
  { type: " { par", offered: "parce que", take: true },
  { type: ' "On cuisine où il y a un four" }\nrepas => ', offered: "table" },
  { type: "table { par", offered: "parce que", take: true },
  { type: ' "Qui cuisine ensemble mange ensemble" }\n' },
];
export const WRITTEN = `théorie "Cuisiner ensemble" { langues fr; enjeu "On mange seul"; contexte "Un quartier" }

acteur voisins "Les voisins"
acteur maison "La maison de quartier"

vision table "Chacun mange en bonne compagnie" { pour voisins }
changement repas "Les voisins cuisinent ensemble chaque semaine" { chez voisins }
stratégie cuisine "Une cuisine ouverte" { par maison; effort moyen }
cuisine -> repas fort { parce que "On cuisine où il y a un four" }
repas => table { parce que "Qui cuisine ensemble mange ensemble" }
`;

async function takes(editor, label) {
  const row = editor.page.locator(".suggest-widget.visible .monaco-list-row", {
    has: editor.page.locator(".label-name", { hasText: new RegExp(`^${label}$`) }),
  });
  for (let turn = 0; turn < 12 && !/focused/.test((await row.first().getAttribute("class")) ?? ""); turn++) {
    await editor.press("ArrowDown");
  }
  await editor.press("Enter");
  await editor.page.locator(".suggest-widget.visible").waitFor({ state: "hidden" });
}

async function step(editor, said, number, { type, offered, take }) {
  await editor.type(type);
  if (!offered) return;
  const found = await editor.offered(offered);
  said(`${JSON.stringify(type)} — offered: ${found.join(" · ")}${take ? `; taken: ${offered}` : ""}`);
  await editor.shot(`writing-${String(number + 1).padStart(2, "0")}`);
  if (take) await takes(editor, offered);
  else await editor.press("Escape");
}

export async function tell(editor, { said, toc }) {
  await editor.open("lire.toc");
  await editor.underlined("warning");
  await editor.choose("neuf.toc");
  await editor.page.locator(".monaco-editor .view-lines").first().click();
  await editor.press("Control+k", "v");
  await editor.panel("header button");
  await editor.press("Control+1");
  for (const [number, one] of STEPS.entries()) await step(editor, said, number, one);
  await editor.press("Control+s");
  await editor.picture("cuisine");
  const file = path.join(editor.folder, "neuf.toc");
  await until(() => readFileSync(file, "utf8").includes("mange ensemble"), "the file being saved");
  await editor.underlined("warning");
  await editor.shot("writing-18-written");
  assert.equal(readFileSync(file, "utf8"), WRITTEN);
  execFileSync(toc, ["check", file], { stdio: "ignore" });
  await editor.press("Control+Shift+m");
  said(`remarks in the end: ${(await editor.problems("indicateur")).join(" | ")}`);
  await editor.shot("writing-19-remarks");
}
