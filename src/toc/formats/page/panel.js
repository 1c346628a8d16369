// The panel beside the picture: everything that is known of the card or link chosen.

let panelled = null;

function make(name, className, ...content) {
  const node = document.createElement(name);
  if (className) node.className = className;
  // Text, never markup.
  node.append(...content);
  return node;
}

function showPanel() {
  const id = state.chosen;
  const panel = element("ui-panel");
  panel.hidden = !id;
  document.body.classList.toggle("ui-panelled", Boolean(id));
  const wanted = `${id} ${state.follow}`;
  if (!id || panelled === wanted) {
    if (!id) panelled = null;
    return;
  }
  const sheet = element("ui-sheet");
  const same = panelled?.split(" ")[0] === id;
  panelled = wanted;
  sheet.replaceChildren(...(cardOf.has(id) ? cardSheet(cardOf.get(id)) : linkSheet(arcOf.get(id))));
  if (!same) sheet.scrollTop = 0;
}

function cardSheet(card) {
  const head = make("header", "ui-head", make("p", "ui-kind", card.kindName));
  head.firstChild.style.setProperty("--hue", `var(--${card.hue}-line)`);
  if (card.lane) head.append(make("p", "ui-lane", card.lane));
  const title = make("h2", "", card.title);
  title.id = "ui-sheet-title";
  title.tabIndex = -1;
  const parts = [head, title];
  if (leads(card.id)) parts.push(followChoice());
  parts.push(...rowsOf(data.details[card.id]));
  parts.push(...arcList("why_causes", arcsInto.get(card.id), card.id, (arc) => arc.from));
  parts.push(...arcList("why_effects", arcsOutOf.get(card.id), card.id, (arc) => [arc.to]));
  return parts;
}

function followChoice() {
  const group = make("fieldset", "ui-follow", make("legend", "ui-unseen", say("follow")));
  for (const follow of FOLLOWS) {
    const input = make("input");
    Object.assign(input, { type: "radio", name: "ui-follow", value: follow, checked: follow === state.follow });
    input.addEventListener("change", () => {
      change({ follow });
      element("ui-sheet").querySelector(`input[value="${follow}"]`).focus();
      const path = followed(state.chosen, follow);
      announce(many("shown", path.cards.size));
    });
    group.append(make("label", "", input, make("span", "", say(`follow_${follow}`))));
  }
  return group;
}

function rowsOf(rows) {
  if (!rows?.length) return [];
  const list = make("dl", "ui-rows");
  for (const [heading, text] of rows) {
    const brief = text.length < 32 && text.length + heading.length < 48 && !text.includes("\n");
    list.append(make("div", brief ? "ui-brief" : "", make("dt", "", heading), make("dd", "", ...linesOf(text))));
  }
  return [list];
}

const BULLET = "• ";

// Lines behind bullets are a list; of other lines the first is what they are about.
function linesOf(text) {
  const lines = text.split("\n");
  const listed = lines.filter((line) => line.startsWith(BULLET));
  if (!listed.length) return lines.map((line, at) => make("p", lines.length > 1 && !at ? "ui-about" : "", line));
  return [make("ul", "ui-list", ...listed.map((line) => make("li", "", line.slice(BULLET.length))))];
}

function arcList(heading, arcs, id, ends) {
  if (!arcs.length) return [];
  const list = make("ul", "ui-arcs");
  for (const arc of arcs) {
    const item = make("li", arc.feedback ? "ui-back-arc" : "");
    for (const end of ends(arc)) item.append(cardButton(end));
    const others = arc.from.filter((from) => from !== id && !ends(arc).includes(from));
    const manner = make("button", "ui-manner", arc.manner);
    manner.type = "button";
    manner.title = arc.title;
    manner.addEventListener("click", () => go(arc.id));
    item.append(manner);
    if (others.length) item.append(make("p", "ui-why", say("together_with", { others: others.map(titleOf).join(" & ") })));
    if (arc.why) item.append(make("p", "ui-why", arc.why));
    list.append(item);
  }
  const title = make("h3", "", say(heading), make("span", "ui-number", String(arcs.length)));
  return [title, list];
}

const titleOf = (id) => cardOf.get(id)?.title ?? "";

function cardButton(id) {
  const button = make("button", "ui-to", titleOf(id));
  button.type = "button";
  button.addEventListener("click", () => go(id));
  return button;
}

// From within the panel: the panel turns to what was asked for, and the picture shows where that is.
function go(id) {
  choose(id);
  if (cardOf.has(id) && !camera.fitted) bring(cardOf.get(id).box);
  focusPanel();
}

function focusPanel() {
  element("ui-sheet-title")?.focus({ preventScroll: true });
}

function linkSheet(arc) {
  const title = make("h2", "ui-sentence", arc.title);
  title.id = "ui-sheet-title";
  title.tabIndex = -1;
  const parts = [make("header", "ui-head", make("p", "ui-lane", arc.manner)), title];
  parts.push(...rowsOf(data.details[arc.id] ?? (arc.why ? [[say("why"), arc.why]] : [])));
  const ends = make("ul", "ui-arcs");
  for (const id of [...arc.from, arc.to]) ends.append(make("li", "", cardButton(id)));
  return [...parts, make("h3", "", say("ends")), ends];
}

element("ui-close").addEventListener("click", () => leavePanel(true));

// Back to the card that the panel is about; with `clear` it is no longer chosen.
function leavePanel(clear) {
  const id = cardOf.has(state.chosen) ? state.chosen : (arcOf.get(state.chosen)?.to ?? "");
  if (clear) choose("");
  if (cardOf.has(id)) nodeOf.get(id).focus({ preventScroll: true });
  else stage.focus({ preventScroll: true });
}
