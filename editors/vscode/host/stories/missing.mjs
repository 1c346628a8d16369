// What is said where toc, its language server or a package is missing, or where the server does not start.

import assert from "node:assert/strict";
import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { WEAK } from "../models.mjs";

export const about = "toc is missing, or a part of it";
export const files = { "lire.toc": WEAK };

/** Make a toc that lacks something; return where it is. */
function lacking(folder, toc, name, python) {
  const file = path.join(folder, name);
  const program = `import sys; sys.argv[0] = "toc"; ${python}; from toc.__main__ import main; sys.exit(main())`;
  writeFileSync(file, `#!/bin/sh\nexec '${path.join(path.dirname(toc), "python")}' -c '${program}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Open the folder with this toc; return what is told, of which `part` is a part. */
async function toldWith(editor, set, toc, part) {
  set({ "toc.path": toc });
  await editor.open("lire.toc");
  const message = await editor.told(part, 60_000);
  assert.equal(await editor.page.locator(".notification-list-item").count(), 1);
  return message;
}

export async function tell(editor, { set, toc, said }) {
  const nowhere = path.join(editor.folder, "nowhere", "toc");
  said(await toldWith(editor, set, nowhere, "toc n'a pas été trouvé. Pour l'installer : pip install 'toc-lang[lsp,preview]'"));
  await editor.shot("missing-1-toc");
  await editor.answer("Dire où est toc");
  await editor.page.locator(".settings-editor .setting-item-contents", { hasText: "Où est toc" }).first().waitFor();
  await editor.shot("missing-2-where");

  const half = lacking(editor.folder, toc, "half", "sys.modules[\"pygls\"] = None");
  said(await toldWith(editor, set, half, "toc est installé, mais son serveur de langage ne l'est pas."));
  await editor.shot("missing-3-server");
  await editor.answer("L'écrire dans un terminal");
  await editor.page.locator(".terminal-wrapper .xterm").first().waitFor();
  await editor.shot("missing-4-terminal");

  const slides = lacking(editor.folder, toc, "slides", "sys.modules[\"pptx\"] = None");
  set({ "toc.path": slides });
  await editor.open("lire.toc");
  await editor.underlined("warning");
  await editor.command("toc: Dessiner dans un fichier");
  await editor.rows("PPTX");
  await editor.pick("PPTX");
  const file = path.join(editor.folder, "lire.pptx");
  await editor.answerPath(file, file);
  said(await editor.told("pptx demande un paquet de plus"));
  await editor.shot("missing-5-package");

  const broken = lacking(editor.folder, toc, "broken", "assert \"lsp\" not in sys.argv, \"broken\"");
  said(await toldWith(editor, set, broken, "Le serveur de langage de toc n'a pas pu démarrer."));
  await editor.shot("missing-6-broken");
  await editor.answer("Montrer le journal");
  await editor.page.locator(".output-view .view-line", { hasText: "broken" }).first().waitFor();
  await editor.shot("missing-7-log");

  set({ "toc.path": toc });
  await editor.underlined("warning");
  said("with the right path, it starts without a reload");
}
