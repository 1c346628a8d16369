// What is shown of a model that is there: what is wrong, what words mean, what could stand somewhere.

import assert from "node:assert/strict";
import { WEAK } from "../models.mjs";

export const about = "somebody opens a weak model in French";
export const files = { "faible.toc": `${WEAK}bus -> nulle_part\n` };

export async function tell(editor, { said }) {
  const { page } = editor;
  await editor.open("faible.toc");
  await editor.underlined("error");
  said("an error is underlined: the name that nothing has");
  await editor.shot("reading-1-error");

  await editor.goTo(10, 1);
  await editor.press("Control+Shift+k");
  await page.locator(".squiggly-error").waitFor({ state: "detached" });
  await editor.underlined("warning");
  await editor.underlined("info");
  said("without that line, what is weak is underlined");
  await editor.shot("reading-2-weak");

  const hover = await editor.hover(/^bus$/, "stratégie");
  assert.match(hover, /bus · stratégie Un bus de livres passe dans chaque village/);
  said(`told at \`bus\`: ${hover}`);
  await editor.shot("reading-3-hover");

  await editor.goTo(4, 1);
  await editor.press("End", "Enter");
  await editor.type("stratégie club \"Un club\" { par ");
  await editor.press("Control+Space");
  const actors = await editor.offered("ville");
  assert.deepEqual(actors.slice(0, 2).sort(), ["familles", "ville"]);
  said(`offered behind \`par\`: ${actors.join(", ")}`);
  await editor.shot("reading-4-completion");
  await editor.press("Escape", "Control+z");

}
