// What is missing or called otherwise, put right by the light bulb; the cursor then stands where words are to be chosen.

import assert from "node:assert/strict";
import { plain, until } from "../editor.mjs";

export const about = "somebody lets toc mend what is missing, in French";
const MODEL = `théorie "Lire" { langues fr }
acteur ville "La Ville"
vision lire "Tous lisent" { pour ville }
objectif soir "On lit le soir"
stratégie bus "Un bus de livres" { par ville; effort faible }
bus -> soir
soir mène à lire
`;
export const files = { "lire.toc": MODEL };

/** Choose what is offered to mend something at the cursor; return all that is offered. */
async function mend(editor, title) {
  const row = editor.page.locator(".action-widget .monaco-list-row", { hasText: title });
  await until(async () => {
    if (await row.count()) return true;
    await editor.press("Escape", "Control+.");
    return row.first().waitFor({ timeout: 2_000 }).then(() => true, () => false);
  }, `an action: ${title}`);
  const all = await editor.page.locator(".action-widget .monaco-list-row").allInnerTexts();
  await row.first().click();
  return all.map(plain).filter(Boolean);
}

export async function tell(editor, { said }) {
  await editor.open("lire.toc");
  await editor.underlined("error");
  await editor.goTo(4, 1);
  said(`offered at \`objectif\`: ${(await mend(editor, "changement")).join(" · ")}`);
  await until(async () => (await editor.lines())[3].startsWith("changement soir"), "the word of the language");

  await editor.goTo(7, 7);
  said(`offered at \`mène à\`: ${(await mend(editor, "soir -> lire")).join(" · ")}`);
  await until(async () => (await editor.lines())[6] === "soir -> lire", "the arrow");
  await editor.shot("mending-1-words");

  await editor.goTo(8, 1);
  await editor.type("partenai");
  said(`offered for \`partenai\`: ${(await editor.offered("acteur")).join(" · ")}`);
  await editor.press("Tab");
  await until(async () => (await editor.lines())[7] === "acteur", "the word of the language");
  await editor.press("Control+z", "Control+Shift+k");

  await editor.goTo(4, 3);
  said(`offered at \`changement\`: ${(await mend(editor, "indicateur")).join(" · ")}`);
  await until(async () => (await editor.lines()).some((line) => line.includes("indicateur")), "the indicator");
  await editor.type("Part des familles qui lisent");
  await until(
    async () => (await editor.lines()).some((line) => line.includes('indicateur "Part des familles qui lisent"')),
    "what is typed standing where words were to be chosen",
  );
  await editor.shot("mending-2-indicator");
  assert.ok(!(await editor.lines()).some((line) => line.includes("${")));
  said(`written: ${(await editor.lines()).slice(3, 8).map(plain).join(" / ")}`);
}
