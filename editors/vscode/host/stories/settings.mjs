// What can be set takes effect while one looks: numbers between the words, colours, the language, following the cursor.

import assert from "node:assert/strict";
import { until } from "../editor.mjs";
import { WEAK } from "../models.mjs";

export const about = "somebody changes the settings";
export const files = { "lire.toc": WEAK };

async function paper(frame) {
  return frame.locator("main .sheet svg > rect").first().getAttribute("fill");
}

export async function tell(editor, { set, said }) {
  const { page } = editor;
  await editor.open("lire.toc");
  await editor.underlined("warning");
  const numbers = page.locator(".view-line", { hasText: "degré 0,75" });
  await until(async () => (await numbers.count()) === 2, "two numbers between the words");
  set({ "toc.inlayHints.degree": false });
  await until(async () => (await numbers.count()) === 0, "no numbers");
  said("the numbers between the words go, and nothing else");
  await editor.shot("settings-1-no-numbers");

  await editor.goTo(5, 3);
  await editor.press("Control+k", "v");
  const frame = await editor.picture("bus");
  await frame.locator("#card-bus.marked").waitFor();
  const light = await paper(frame);
  set({ "toc.preview.theme": "dark", "toc.preview.followCursor": false });
  const dark = await until(async () => (await paper(frame)) !== light && paper(frame), "another colour");
  said(`the paper was ${light} and is ${dark}`);
  await editor.shot("settings-2-dark");
  await editor.goTo(4, 3);
  await until(async () => (await frame.locator(".marked").count()) === 0, "nothing marked");
  said("the cursor is no longer followed");

  set({ "toc.language": "en" });
  await editor.press("Control+Shift+m");
  said(`problems: ${(await editor.problems("no indicator for `soir`")).join(" | ")}`);
  await editor.shot("settings-3-english");
  said("messages are in English, though the editor is French");

  await editor.command("Preferences: Open Settings (UI)");
  await page.locator(".settings-editor").waitFor();
  await editor.type("@ext:toc-lang.toc");
  await page.locator(".setting-item-contents", { hasText: "Montrer à côté de chaque stratégie" }).waitFor();
  await editor.shot("settings-4-list");
  assert.ok(await page.locator(".setting-item-contents", { hasText: "La langue des messages" }).count());
}
