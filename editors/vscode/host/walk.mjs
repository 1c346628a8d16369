// A walkthrough is opened, and each of its steps.

import assert from "node:assert/strict";
import { plain } from "./editor.mjs";

/** Take all steps; `steps` holds the title of each and how its page begins. */
export async function walk(editor, said, title, steps) {
  const { page } = editor;
  await page.goto(`${editor.address}/?folder=${encodeURI(editor.folder)}`);
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 60_000 });
  await editor.command("Welcome: Open Walkthrough");
  await editor.rows(title);
  await editor.pick(title);
  await page.locator(".getting-started-category h2, .category-title", { hasText: title }).first().waitFor();
  const seen = await page.locator(".getting-started-step .step-title").allInnerTexts();
  assert.deepEqual(seen.map(plain), steps.map(([step]) => step));
  for (const [number, [step, heading]] of steps.entries()) {
    await page.locator(".getting-started-step", { hasText: step }).click();
    const frame = await editor.panel(`h1:has-text("${heading}")`);
    const text = plain(await page.locator(".getting-started-step.expanded").innerText());
    said(`${text}\n      beside it: ${plain(await frame.locator("body").innerText()).slice(0, 100)}…`);
    await editor.shot(`walkthrough-${editor.language}-${number + 1}`);
  }
}
