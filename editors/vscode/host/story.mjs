// A person opens a French model in VS Code and writes one from nothing; what is seen is checked and photographed.
// node story.mjs HOST-FOLDER EXTENSION.vsix TOC EXAMPLES

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { chromium } from "playwright-core";

const [host, extension, toc, examples] = process.argv.slice(2);
const model = path.join(host, "model");
const program = path.join(host, "node_modules", "code-server");
const options = [
  "--config", path.join(host, "config.yaml"),
  "--user-data-dir", path.join(host, "data"),
  "--extensions-dir", path.join(host, "extensions"),
];
const WEAK = `théorie "Lire" { langues fr; enjeu "Peu de livres"; contexte "Quatre villages"; révision tous les ans }

vision lecture "Chaque enfant de la vallée aime lire" { pour familles }
changement soir "Les familles lisent une histoire presque chaque soir" { chez familles }
stratégie bus "Un bus de livres passe dans chaque village" { par ville; effort moyen }
bus -> soir fort { parce que "On lit ce que l'on a sous la main" }
soir => lecture { parce que "On aime ce que l'on partage" }
acteur familles "Les familles"
acteur ville "La ville"
bus -> nulle_part
`;
const TYPED = [
  "théorie \"Cuisiner ensemble\" { langues fr; enjeu \"On mange seul\"; contexte \"Un quartier\" }",
  "",
  "vision table \"Chacun mange en bonne compagnie\" { pour voisins }",
  "changement repas \"Les voisins cuisinent ensemble chaque semaine\" { chez voisins }",
  "stratégie cuisine \"Une cuisine ouverte\" { par maison; effort moyen }",
  "cuisine -> repas fort { parce que \"On cuisine où il y a un four\" }",
  "repas => table { parce que \"Qui cuisine ensemble mange ensemble\" }",
  "acteur voisins \"Les voisins\"",
  "acteur maison \"La maison de quartier\"",
];

const steps = [];
let page;

function said(text) {
  steps.push(text);
  console.log(`  ${text}`);
}

async function shot(name) {
  await page.screenshot({ path: path.join(host, "shots", `${name}.png`) });
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function started(port) {
  for (let turn = 0; turn < 240; turn++) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/healthz`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((later) => setTimeout(later, 250));
  }
  throw new Error("code-server did not start");
}

function address(port, file) {
  const payload = JSON.stringify([["openFile", `vscode-remote://127.0.0.1:${port}${file}`]]);
  return `http://127.0.0.1:${port}/?folder=${encodeURI(model)}&payload=${encodeURIComponent(payload)}`;
}

async function opened(port, file) {
  await page.goto(address(port, file));
  await page.locator(".monaco-editor .view-line").first().waitFor({ timeout: 60_000 });
}

async function goTo(line, column) {
  await page.locator(".monaco-editor .view-lines").first().click({ position: { x: 250, y: 5 } });
  await page.keyboard.press("Control+g");
  await page.locator(".quick-input-widget input").first().fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await page.waitForTimeout(300);
}

async function picture() {
  // The panel is a frame in a frame.
  for (let turn = 0; turn < 120; turn++) {
    for (const frame of page.frames()) {
      if (await frame.locator("main .sheet svg").count().catch(() => 0)) return frame;
    }
    await page.waitForTimeout(250);
  }
  throw new Error("no picture was shown");
}

async function offered() {
  await page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor({ timeout: 15_000 });
  await page.waitForTimeout(400);
  const rows = await page.locator(".suggest-widget.visible .monaco-list-row .label-name").allInnerTexts();
  return rows.slice(0, 8);
}

async function readsModel(port) {
  await opened(port, path.join(model, "faible.toc"));
  await page.locator(".squiggly-error").first().waitFor({ timeout: 60_000 });
  said("squiggles: an error under the name that nothing has");
  await shot("1-error");
  await goTo(10, 1);
  await page.keyboard.press("Control+Shift+k");
  await page.locator(".squiggly-warning, .squiggly-info").first().waitFor({ timeout: 30_000 });
  await page.locator(".squiggly-error").waitFor({ state: "detached" });
  const kinds = {};
  for (const kind of ["error", "warning", "info"]) {
    kinds[kind] = await page.locator(`.squiggly-${kind}`).count();
  }
  said(`without that line, what is weak: ${JSON.stringify(kinds)}`);
  await shot("1-weak");

  await page.locator(".view-line span", { hasText: /^bus$/ }).first().hover();
  const hover = page.locator(".monaco-hover:not(.hidden) .hover-contents").first();
  await hover.waitFor({ timeout: 15_000 });
  const text = (await page.locator(".monaco-hover:not(.hidden)").first().innerText()).replace(/\s+/g, " ");
  assert.match(text, /Un bus de livres/);
  said(`hover at \`bus\`: ${text.slice(0, 300)}`);
  await shot("2-hover");

  await goTo(4, 1);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("stratégie club \"Un club\" { par ", { delay: 30 });
  await page.keyboard.press("Control+Space");
  const actors = await offered();
  assert.ok(actors.includes("familles") && actors.includes("ville"), actors.join());
  said(`offered behind \`par\`: ${actors.join(", ")}`);
  await shot("3-completion");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+k");
}

async function seesPicture() {
  await goTo(5, 14);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("v");
  const frame = await picture();
  await frame.locator("#card-bus").waitFor();
  await page.waitForTimeout(1500);
  await shot("4-preview");

  await page.locator(".monaco-editor .view-lines").first().click({ position: { x: 250, y: 5 } });
  await goTo(4, 14);
  await frame.locator("#card-soir.marked").waitFor({ timeout: 10_000 });
  said("the card of the line with the cursor is marked");
  await shot("5-cursor-marks-card");

  await frame.locator("#card-bus").click();
  await page.waitForTimeout(800);
  const line = await page.locator(".editor-status-selection, #status\\.editor\\.selection").first().innerText();
  assert.match(line, /5/);
  said(`a click on the card of \`bus\` leads to: ${line}`);
  await shot("6-card-leads-to-line");
}

async function writesFromNothing(port) {
  await opened(port, path.join(model, "neuf.toc"));
  await page.waitForTimeout(3000);
  await page.locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.type("th", { delay: 60 });
  const first = await offered();
  said(`offered in an empty file for \`th\`: ${first.join(", ")}`);
  await shot("7-first-word");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(600);
  await shot("8-first-declaration");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");

  await page.keyboard.press("Control+k");
  await page.keyboard.press("v");
  for (const [number, line] of TYPED.entries()) {
    await page.keyboard.type(line.replace(/ }$/, " "), { delay: 12 });
    // What is closed by itself is there already.
    await page.keyboard.press("Escape");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    if (number === 3 || number === 6) {
      await page.waitForTimeout(1200);
      await shot(`9-typing-line-${number + 1}`);
    }
  }
  await page.keyboard.press("Control+s");
  const frame = await picture();
  await frame.locator("#card-cuisine").waitFor({ timeout: 20_000 });
  await page.waitForTimeout(1500);
  await shot("10-ten-lines");
  const written = readFileSync(path.join(model, "neuf.toc"), "utf8");
  said(`written:\n${written.replace(/^/gm, "      ")}`);
  // Its last line goes to standard error; the exit status tells.
  execFileSync(toc, ["check", path.join(model, "neuf.toc")], { stdio: "ignore" });
  said("toc check finds no error in it");
}

async function tellsWhatIsMissing(port, settings) {
  const file = path.join(host, "data", "User", "settings.json");
  writeFileSync(file, JSON.stringify({ ...settings, "toc.path": path.join(host, "nowhere", "toc") }));
  await opened(port, path.join(model, "neuf.toc"));
  const message = page.locator(".notification-list-item-message", { hasText: "toc-lang[lsp,preview]" });
  await message.waitFor({ timeout: 30_000 });
  assert.match(await message.innerText(), /n'a pas été trouvé/);
  said(`without toc: ${await message.innerText()}`);
  await shot("11-toc-is-missing");
}

async function main() {
  cpSync(examples, path.join(model, "exemples"), { recursive: true });
  writeFileSync(path.join(model, "faible.toc"), WEAK);
  writeFileSync(path.join(model, "neuf.toc"), "");
  writeFileSync(path.join(model, "toc.toml"), "# Rien à régler.\n");
  const settings = {
    "toc.path": toc,
    "toc.language": "fr",
    "workbench.startupEditor": "none",
    "security.workspace.trust.enabled": false,
    "git.enabled": false,
    "telemetry.telemetryLevel": "off",
    "editor.accessibilitySupport": "off",
    "chat.disableAIFeatures": true,
    "workbench.colorTheme": "Default Light Modern",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
  };
  writeFileSync(path.join(host, "data", "User", "settings.json"), JSON.stringify(settings));
  execFileSync(process.execPath, [program, ...options, "--install-extension", extension], { stdio: "inherit" });

  const port = await freePort();
  const given = [program, ...options, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`];
  const server = spawn(process.execPath, [...given, "--disable-telemetry", "--disable-update-check", "--locale", "fr", model], { stdio: "ignore" });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    await started(port);
    const context = await browser.newContext({ viewport: { width: 1500, height: 900 }, locale: "fr-FR" });
    await context.addCookies([{ name: "vscode.nls.locale", value: "fr", url: `http://127.0.0.1:${port}` }]);
    page = await context.newPage();
    const outside = new Set();
    page.on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && hostname !== "127.0.0.1") outside.add(hostname);
    });
    await readsModel(port);
    await seesPicture();
    await writesFromNothing(port);
    await tellsWhatIsMissing(port, settings);
    console.log(`code-server itself asked of: ${[...outside].join(", ") || "nothing"}`);
    console.log(`all was seen; pictures are in ${path.join(host, "shots")}`);
  } catch (error) {
    await shot("failed");
    throw error;
  } finally {
    await browser.close();
    server.kill();
  }
}

await main();
