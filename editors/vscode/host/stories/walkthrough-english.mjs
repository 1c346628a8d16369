// The walkthrough for first use, in English.

import { walk } from "../walk.mjs";

export const about = "somebody takes the first steps in English";
export const language = "en";
export const files = { "toc.toml": "# Nothing to set.\n" };

export const tell = (editor, { said }) =>
  walk(editor, said, "Your first theory of change", [
    ["Install toc", "toc is a Python package"],
    ["Begin with a small model", "Backwards from the vision"],
    ["Write, with help at every word", "What is offered"],
    ["See the picture beside the text", "The picture follows, and leads"],
    ["Mend what is weak", "Each remark says why it matters"],
    ["Share it", "For those who do not read code"],
  ]);
