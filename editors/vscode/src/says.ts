// What the extension says, in the language of messages: the one set, else the editor's.

import french from "../l10n/fr.json";
import { language } from "./language";

const TRANSLATED: Readonly<Record<string, string>> = french;

/** Return `text` in the language of messages, with `fields` in the places `{0}`, `{1}`… */
export function say(text: string, ...fields: readonly string[]): string {
  const said = language() === "fr" ? (TRANSLATED[text] ?? text) : text;
  return said.replace(/\{(\d)\}/g, (place, number: string) => fields[Number(number)] ?? place);
}
