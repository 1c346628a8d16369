// The hands and the eyes of whoever sits at the editor: what they do with keys and mouse, and what stands on the screen.
// Everything that takes time is waited for by looking; nothing is slept through.

import assert from "node:assert/strict";
import path from "node:path";

const LONGEST = 30_000;

/** Wait until `look` finds something, and return it. */
export async function until(look, what, longest = LONGEST) {
  const started = Date.now();
  for (;;) {
    const found = await look();
    if (found) return found;
    assert.ok(Date.now() - started < longest, `never seen: ${what}`);
    await new Promise((later) => setTimeout(later, 100));
  }
}

/** Return a text of the screen in one line, with plain spaces. */
export function plain(text) {
  return text.replace(/\s+/g, " ").trim();
}

export class Editor {
  constructor(page, address, folder, shots, language) {
    Object.assign(this, { page, address, folder, shots, language });
  }

  /** Take a photograph. */
  async shot(name) {
    await this.page.screenshot({ path: path.join(this.shots, `${name}.png`) });
  }

  /** Open a file of the folder as the window begins. */
  async open(name) {
    const { host } = new URL(this.address);
    const payload = JSON.stringify([["openFile", `vscode-remote://${host}${path.join(this.folder, name)}`]]);
    await this.page.goto(`${this.address}/?folder=${encodeURI(this.folder)}&payload=${encodeURIComponent(payload)}`);
    await this.page.locator(".monaco-editor .view-line").first().waitFor({ timeout: 60_000 });
  }

  /** Open a file of the folder by its name in the explorer. */
  async choose(name) {
    const entry = this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: name });
    await entry.first().dblclick();
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
    await this.page.locator(".editor-group-container.active .monaco-editor .view-line").first().waitFor();
  }

  /** Put the cursor somewhere in the text that is open. */
  async goTo(line, column) {
    await this.page.keyboard.press("Control+1");
    await this.page.keyboard.press("Control+g");
    await this.quickInput().fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await until(async () => (await this.cursor()).includes(`${line}`), `a cursor in line ${line}`);
  }

  /** Return what the status bar says of the cursor. */
  async cursor() {
    return plain(await this.page.locator("#status\\.editor\\.selection").innerText());
  }

  /** Type keys, as fast as people do who write well. */
  async type(keys) {
    await this.page.keyboard.type(keys, { delay: 60 });
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Return the text of the active editor as it stands on the screen, lines wrapped as they are. */
  async lines() {
    const drawn = this.page.locator(".editor-group-container").first().locator(".view-lines .view-line");
    const found = await drawn.evaluateAll((all) => all.map((one) => [parseInt(one.style.top, 10), one.textContent]));
    return found.sort(([one], [other]) => one - other).map(([, text]) => text.replaceAll("\u00a0", " "));
  }

  /** Call a command by its title. */
  async command(title) {
    // A panel that has just been closed may still have the keys.
    await until(async () => {
      await this.page.keyboard.press("F1");
      return this.quickInput().waitFor({ timeout: 2_000 }).then(() => true, () => false);
    }, "the list of commands");
    await this.quickInput().fill(`>${title}`);
    const label = this.page.locator(".label-name", { hasText: new RegExp(`^${title.replace(/[()]/g, "\\$&")}(…|\\.\\.\\.)?$`) });
    await this.page.locator(".quick-input-list .monaco-list-row", { has: label }).first().click();
  }

  quickInput() {
    return this.page.locator(".quick-input-widget:visible input[type=text]").first();
  }

  /** Return a line of the list from which something is chosen. */
  row(text) {
    return this.page.locator(".quick-input-list .monaco-list-row", { hasText: text });
  }

  /** Return all lines of the list from which something is chosen, once one holds `text`. */
  async rows(text) {
    await this.row(text).first().waitFor({ timeout: LONGEST });
    const all = this.page.locator(".quick-input-list .monaco-list-row");
    const found = await all.evaluateAll((rows) => {
      const seen = (row) => [...row.querySelectorAll(".label-name, .label-description")].filter((one) => one.checkVisibility());
      return rows.map((row) => seen(row).map((one) => one.textContent));
    });
    return found.map((texts) => plain(texts.join(" ")));
  }

  async pick(text) {
    await this.row(text).first().click();
  }

  /** Say where a file is to be written, or which folder is meant, once `proposed` is. */
  async answerPath(place, proposed) {
    const input = this.quickInput();
    await until(async () => (await input.inputValue()) === proposed, `${proposed} being proposed`);
    await input.fill(place);
    await this.page.keyboard.press("Enter");
    // The next question may follow at once.
    await until(async () => !(await input.isVisible()) || (await input.inputValue()) !== place, "the place being taken");
  }

  /** Return a message at the corner, once one holds `text`. */
  async told(text, longest = LONGEST) {
    const message = this.page.locator(".notification-list-item", { hasText: text });
    await message.first().waitFor({ timeout: longest });
    return plain(await message.first().innerText());
  }

  /** Press a button of a message. */
  async answer(text) {
    await this.page.locator(".notification-list-item .monaco-button", { hasText: text }).first().click();
  }

  /** Return what is offered, once something is. */
  async offered(wanted = undefined) {
    const names = this.page.locator(".suggest-widget.visible .monaco-list-row .label-name");
    return until(async () => {
      const found = await names.allInnerTexts();
      return found.length > 0 && (!wanted || found.includes(wanted)) && found.slice(0, 10);
    }, `${wanted ?? "something"} being offered`);
  }

  /** Return what is told about the word that is written so, in a line that holds `line`. */
  async hover(word, line = "") {
    const found = this.page.locator(".view-line", { hasText: line }).locator("span", { hasText: word }).last();
    await found.hover();
    const hover = this.page.locator(".monaco-hover:not(.hidden):visible").first();
    await hover.waitFor({ timeout: LONGEST });
    return plain(await hover.innerText());
  }

  /** Wait until so many places are underlined; `kind` is error, warning or info. */
  async underlined(kind, least = 1) {
    const found = this.page.locator(`.squiggly-${kind}`);
    await until(async () => (await found.count()) >= least, `${least} × ${kind}`, 60_000);
    return found.count();
  }

  /** Return the frame inside a panel of the editor in which `selector` is found. */
  async panel(selector) {
    return until(async () => {
      for (const frame of this.page.frames()) {
        if (await frame.locator(selector).count().catch(() => 0)) return frame;
      }
      return undefined;
    }, `a panel with ${selector}`);
  }

  /** Return the panel of the picture once it holds the card. */
  async picture(card) {
    const frame = await this.panel(`main .sheet svg #card-${card}`);
    await frame.locator(`#card-${card}`).waitFor();
    return frame;
  }

  /** Return the lines of the list of problems, once one holds `text`. */
  async problems(text) {
    const rows = this.page.locator(".markers-panel .monaco-list-row, .markers-panel-container .monaco-list-row");
    await rows.filter({ hasText: text }).first().waitFor({ timeout: LONGEST });
    return (await rows.allInnerTexts()).map(plain);
  }
}
