// The picture and what is known of it: cards, the links between them, and what can be told of each.

// `data` comes with the picture (see data.py); a new picture brings new data.
let data = null;
let drawing = null;
let cardOf = new Map();
let arcOf = new Map();
let arcsInto = new Map();
let arcsOutOf = new Map();
let nodeOf = new Map();

const SVG = "http://www.w3.org/2000/svg";
const element = (id) => document.getElementById(id);
const stage = element("ui-stage");

// Takes over an SVG element and its data.
function adopt(svg, fresh) {
  data = fresh;
  drawing = svg;
  cardOf = new Map(data.cards.map((card) => [card.id, card]));
  arcOf = new Map();
  arcsInto = new Map(data.cards.map((card) => [card.id, []]));
  arcsOutOf = new Map(data.cards.map((card) => [card.id, []]));
  for (const arc of data.arcs) {
    for (const part of arc.parts) arcOf.set(part, arc);
    arcsInto.get(arc.to)?.push(arc);
    for (const from of arc.from) arcsOutOf.get(from)?.push(arc);
  }
  nodeOf = new Map();
  for (const node of svg.querySelectorAll(".card, .link")) nodeOf.set(node.id, node);
  for (const card of data.cards) prepareCard(nodeOf.get(card.id), card);
  for (const node of svg.querySelectorAll(".link")) prepareLink(node);
  prepareRings();
}

function prepareCard(node, card) {
  node.setAttribute("tabindex", "0");
  node.setAttribute("role", "button");
  node.setAttribute("aria-pressed", "false");
  // Its name is what is seen on it, in that order: then it need not pop up again, nor marks be heard by themselves.
  node.querySelector(":scope > title")?.remove();
  const seen = [...node.querySelectorAll(".mark")].map((mark) => {
    mark.setAttribute("aria-hidden", "true");
    return [...mark.querySelectorAll("text")].map((line) => line.textContent).join(" ");
  });
  node.setAttribute("aria-label", [card.says, ...seen.filter(Boolean)].join(", "));
  const [causes, effects] = [arcsInto.get(card.id).length, arcsOutOf.get(card.id).length];
  node.setAttribute("aria-description", [...card.marks, many("causes", causes), many("effects", effects)].join(", "));
}

// A thin line is hard to touch: beneath each lies a broad one that nobody sees.
function prepareLink(node) {
  const line = node.querySelector("path");
  if (!line) return;
  const broad = document.createElementNS(SVG, "path");
  broad.setAttribute("d", line.getAttribute("d"));
  broad.setAttribute("class", "ui-reach");
  line.before(broad);
}

const exists = (id) => cardOf.has(id) || arcOf.has(id);

// The id under which a card or a link is chosen: that of a link of several parts is its first.
function chooseable(id) {
  if (cardOf.has(id)) return id;
  const arc = arcOf.get(id) ?? data.arcs.find((each) => each.gate === id);
  return arc ? arc.id : "";
}

// Whether anything can be followed from there: in a picture without links nothing stands back.
const leads = (id) => arcOf.has(id) || arcsInto.get(id)?.length > 0 || arcsOutOf.get(id)?.length > 0;

// What is to be seen as causes and effects of a card or a link: ids of cards and of arcs.
function followed(id, follow) {
  const found = { cards: new Set(), arcs: new Set() };
  const arc = arcOf.get(id);
  if (arc) {
    found.arcs.add(arc.id);
    for (const card of [...arc.from, arc.to]) found.cards.add(card);
    return found;
  }
  found.cards.add(id);
  if (follow !== "effects") walk(id, arcsInto, (each) => each.from, follow === "near", found);
  if (follow !== "causes") walk(id, arcsOutOf, (each) => [each.to], follow === "near", found);
  return found;
}

// Feedback leads back to nearly everything: it is followed from the card itself, not from what lies behind.
function walk(start, arcsAt, ends, near, found) {
  const seen = new Set([start]);
  const pending = [start];
  while (pending.length) {
    const here = pending.pop();
    for (const arc of arcsAt.get(here) ?? []) {
      if (arc.feedback && here !== start) continue;
      found.arcs.add(arc.id);
      for (const end of ends(arc)) {
        found.cards.add(end);
        if (!seen.has(end) && !near && !arc.feedback) {
          seen.add(end);
          pending.push(end);
        }
      }
    }
  }
}

// The parts of an arc that belong to lit cards: of a gate's sources, those that are lit.
function litParts(arc, cards) {
  return arc.parts.filter((part, at) => at >= arc.from.length || cards.has(arc.from[at]));
}

// Rings around cards: which is chosen, which are found, which has the focus.
const RINGS = { found: 5, pointed: 5, chosen: 4, focus: 9 };
let rings = null;

function prepareRings() {
  rings = document.createElementNS(SVG, "g");
  rings.setAttribute("class", "ui-rings");
  rings.setAttribute("aria-hidden", "true");
  drawing.append(rings);
}

function ring(sort, id) {
  const [x, y, width, height] = cardOf.get(id).box;
  const away = RINGS[sort];
  const rect = document.createElementNS(SVG, "rect");
  const values = { x: x - away, y: y - away, width: width + 2 * away, height: height + 2 * away, rx: 13 + away };
  for (const [name, value] of Object.entries(values)) rect.setAttribute(name, value);
  rect.setAttribute("class", `ui-ring ui-${sort}`);
  rings.append(rect);
}
