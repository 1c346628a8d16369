// Tells stories of people who write with the extension in a real VS Code; what they see is checked and photographed.
// node story.mjs HOST-FOLDER EXTENSION.vsix TOC EXAMPLES [STORY…]

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { chromium } from "playwright-core";
import { Editor, until } from "./editor.mjs";

const [host, extension, toc, examples, ...wanted] = process.argv.slice(2);
const program = path.join(host, "node_modules", "code-server");
const data = path.join(host, "data");
const shots = path.join(host, "shots");
const options = [
  "--config", path.join(host, "config.yaml"),
  "--user-data-dir", data,
  "--extensions-dir", path.join(host, "extensions"),
];
const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.reduceMotion": "on",
  "security.workspace.trust.enabled": false,
  "git.enabled": false,
  "telemetry.telemetryLevel": "off",
  "editor.accessibilitySupport": "off",
  "chat.disableAIFeatures": true,
  "workbench.colorTheme": "Default Light Modern",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  // As on a desktop.
  "files.autoSave": "off",
  "files.simpleDialog.enable": true,
};

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Let VS Code speak French as far as extensions do; Microsoft's own translation cannot be had from npm. */
function speakFrench() {
  const nothing = path.join(host, "french.json");
  writeFileSync(nothing, JSON.stringify({ contents: {} }));
  const given = [{ extensionIdentifier: { id: "toc-lang.french" }, version: "1.0.0" }];
  const pack = { hash: "french", extensions: given, label: "français", translations: { vscode: nothing } };
  writeFileSync(path.join(data, "languagepacks.json"), JSON.stringify({ fr: pack }));
}

/** Set what is set for a folder; elsewhere than in these stories people do so in the settings' own editor. */
function set(folder, settings) {
  mkdirSync(path.join(folder, ".vscode"), { recursive: true });
  writeFileSync(path.join(folder, ".vscode", "settings.json"), JSON.stringify(settings));
}

async function sits(browser, address, name, story) {
  const folder = path.join(host, "model", name);
  mkdirSync(folder, { recursive: true });
  if (story.example) cpSync(path.join(examples, story.example), folder, { recursive: true });
  for (const [file, text] of Object.entries(story.files ?? {})) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  set(folder, story.settings ?? {});
  const language = story.language ?? "fr";
  writeFileSync(path.join(data, "User", "argv.json"), JSON.stringify({ locale: language }));
  const context = await browser.newContext({ viewport: { width: 1500, height: 900 }, locale: language });
  const page = await context.newPage();
  const outside = new Set();
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") outside.add(hostname);
  });
  const editor = new Editor(page, address, folder, shots, language);
  console.log(`\n${name}: ${story.about}`);
  try {
    await story.tell(editor, { set: (settings) => set(folder, settings), toc, host, said: (text) => console.log(`  ${text}`) });
    return outside;
  } catch (error) {
    await editor.shot(`${name}-failed`);
    throw error;
  } finally {
    await context.close();
  }
}

async function main() {
  const known = readdirSync(path.join(host, "stories")).map((file) => path.basename(file, ".mjs")).sort();
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no story is called ${unknown.join(", ")}; there are ${known.join(", ")}`);
  for (const name of ["User", "Machine"]) mkdirSync(path.join(data, name), { recursive: true });
  mkdirSync(shots, { recursive: true });
  rmSync(path.join(host, "model"), { recursive: true, force: true });
  speakFrench();
  writeFileSync(path.join(data, "User", "settings.json"), JSON.stringify(SETTINGS));
  // Where programs are is a setting of the machine, not of whoever sits at it.
  writeFileSync(path.join(data, "Machine", "settings.json"), JSON.stringify({ "toc.path": toc }));
  execFileSync(process.execPath, [program, ...options, "--install-extension", extension], { stdio: "inherit" });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const given = [program, ...options, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`];
  const server = spawn(process.execPath, [...given, "--disable-telemetry", "--disable-update-check", host], { stdio: "ignore" });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    await until(async () => (await fetch(`${address}/healthz`).catch(() => undefined))?.ok, "code-server", 60_000);
    const outside = new Set();
    for (const name of known.filter((one) => wanted.length === 0 || wanted.includes(one))) {
      const story = await import(path.join(host, "stories", `${name}.mjs`));
      for (const one of await sits(browser, address, name, story)) outside.add(one);
    }
    console.log(`\ncode-server itself asked of: ${[...outside].join(", ") || "nothing"}`);
    console.log(`all was seen; pictures are in ${shots}`);
  } finally {
    await browser.close();
    server.kill();
  }
}

await main();
