// The models that people open in the stories.

/** Nine lines without an error, weak in some places. */
export const WEAK = `théorie "Lire" { langues fr; enjeu "Peu de livres"; contexte "Quatre villages"; révision tous les ans }

vision lecture "Chaque enfant de la vallée aime lire" { pour familles }
changement soir "Les familles lisent une histoire presque chaque soir" { chez familles }
stratégie bus "Un bus de livres passe dans chaque village" { par ville; effort moyen }
bus -> soir fort { parce que "On lit ce que l'on a sous la main" }
soir => lecture { parce que "On aime ce que l'on partage" }
acteur familles "Les familles"
acteur ville "La ville"
`;
