// Makes of the sources the two scripts that run: one beside the editor, one in the panel of the picture.
import { build } from "esbuild";

const shared = { bundle: true, minify: true, legalComments: "inline", logLevel: "warning" };

await build({
  ...shared,
  entryPoints: ["src/extension.ts"],
  outfile: "out/extension.js",
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
});
await build({
  ...shared,
  entryPoints: ["src/webview/picture.ts"],
  outfile: "out/picture.js",
  platform: "browser",
  format: "iife",
  target: "es2022",
});
