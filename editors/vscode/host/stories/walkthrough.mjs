// The walkthrough for first use, in French.

import { walk } from "../walk.mjs";

export const about = "somebody takes the first steps in French";
export const files = { "toc.toml": "# Rien à régler.\n" };

export const tell = (editor, { said }) =>
  walk(editor, said, "Votre première théorie du changement", [
    ["Installer toc", "toc est un paquet Python"],
    ["Commencer par un petit modèle", "En reculant depuis la vision"],
    ["Écrire, avec de l'aide à chaque mot", "Ce qui est proposé"],
    ["Voir l'image à côté du texte", "L'image suit, et conduit"],
    ["Réparer ce qui est fragile", "Chaque remarque dit pourquoi cela compte"],
    ["Partager", "Pour celles et ceux qui ne lisent pas de code"],
  ]);
