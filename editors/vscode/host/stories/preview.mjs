// The picture beside the text: it follows the cursor, the selection and the edits, and leads back to the text.

import assert from "node:assert/strict";
import { until } from "../editor.mjs";
import { WEAK } from "../models.mjs";

export const about = "the picture follows the text, and the text the picture";
export const files = { "faible.toc": WEAK };

async function marked(frame) {
  return frame.locator(".marked").evaluateAll((all) => all.map((one) => one.id).sort());
}

async function isMarked(frame, ids) {
  await until(async () => (await marked(frame)).join() === ids.join(), `${ids.join(", ")} marked, and nothing else`);
}

async function cursorAt(editor, line) {
  await until(async () => new RegExp(`Ln ${line},`).test(await editor.cursor()), `the cursor in line ${line}`);
}

async function followsTheText(editor, frame, said) {
  await editor.goTo(4, 14);
  await isMarked(frame, ["card-soir"]);
  said("the card of the line with the cursor is marked");
  await editor.shot("preview-2-cursor-marks-card");

  await editor.goTo(6, 3);
  await isMarked(frame, ["link-bus--soir"]);
  said("in the line of a link, its arrow is marked");
  await editor.shot("preview-3-cursor-marks-arrow");

  await editor.goTo(3, 1);
  await editor.press("Control+l", "Control+l", "Control+l");
  await isMarked(frame, ["card-bus", "card-lecture", "card-soir"]);
  said("three lines are selected: their three cards are marked");
  await editor.shot("preview-4-selection-marks-cards");

  await editor.goTo(5, 16);
  await editor.press("Shift+Control+ArrowRight");
  await editor.type("Autobus");
  const card = frame.locator("#card-bus", { hasText: "Autobus bus de livres" });
  await card.waitFor();
  assert.equal(await editor.page.locator(".tab.active.dirty").count(), 1);
  said("what is typed stands in the picture before it is saved");
  await editor.press("Control+z");
  await card.waitFor({ state: "detached" });
}

async function leadsToTheText(editor, frame, said) {
  await frame.locator("#card-soir").click();
  await cursorAt(editor, 4);
  said("a click on a card leads to its line");
  await editor.shot("preview-5-card-leads-to-line");

  await frame.locator("#card-bus").click({ modifiers: ["Control"] });
  await editor.shot("preview-6-two-cards");
  await editor.press("Control+1");
  await until(async () => /2 sel/.test(await editor.cursor()), "two cursors");
  await isMarked(frame, ["card-bus", "card-soir"]);
  said(`Ctrl and a click on a second one: ${await editor.cursor()}`);

  const arrow = frame.locator("#link-soir--lecture");
  const box = await arrow.boundingBox();
  await editor.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await cursorAt(editor, 7);
  said("a click on an arrow leads to the line of the link");
}

async function moves(editor, frame, said) {
  const width = async () => (await frame.locator("#card-bus").boundingBox()).width;
  const before = await width();
  await frame.locator("button", { has: frame.locator("svg") }).nth(1).click();
  await until(async () => (await width()) > before * 1.2, "a nearer picture");
  await frame.locator("main").focus();
  await editor.press("0");
  await until(async () => Math.abs((await width()) - before) < 1, "the whole picture again");
  said("the buttons come nearer, 0 shows all");

  await frame.locator("select").selectOption("familles");
  await until(async () => (await frame.locator("svg #card-bus").count()) === 0, "a view without the bus");
  said(`views: ${(await frame.locator("select option").allInnerTexts()).join(", ")}`);
  await editor.shot("preview-7-view");
  await frame.locator("select").selectOption("");
  await frame.locator("svg #card-bus").waitFor();
}

export async function tell(editor, { said }) {
  await editor.open("faible.toc");
  await editor.underlined("warning");
  await editor.goTo(5, 14);
  await editor.press("Control+k", "v");
  const frame = await editor.picture("bus");
  await isMarked(frame, ["card-bus"]);
  said("Ctrl+K V shows the picture beside the text");
  await editor.shot("preview-1");
  await followsTheText(editor, frame, said);
  await leadsToTheText(editor, frame, said);
  await moves(editor, frame, said);
}
