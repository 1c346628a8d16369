// What is lit, dimmed, ringed and hidden, as the state says.

const common = (one, other) => (one ? new Set([...one].filter((each) => other.has(each))) : other);

// At a step only what it holds is there.
function isVisible(id) {
  return state.step < 0 || seenAt(state.step).has(id);
}

// The cards and links there are at a step: those of the one before, with what comes and without what goes.
function seenAt(number) {
  const step = data.steps[number];
  if (!step.seen) {
    step.seen = new Set(number > 0 ? seenAt(number - 1) : []);
    for (const id of step.comes) step.seen.add(id);
    for (const id of step.goes) step.seen.delete(id);
  }
  return step.seen;
}

function show() {
  const found = hits();
  if (state.hit >= found.length) state.hit = found.length - 1;
  const path = leads(state.chosen) ? followed(state.chosen, state.follow) : null;
  const lit = litCards(found, path);
  for (const card of data.cards) {
    const node = nodeOf.get(card.id);
    const visible = isVisible(card.id);
    const dim = lit !== null && !lit.has(card.id);
    node.classList.toggle("ui-away", !visible);
    node.classList.toggle("ui-dim", dim);
    node.setAttribute("aria-pressed", String(card.id === state.chosen));
    node.setAttribute("tabindex", visible ? "0" : "-1");
  }
  showArcs(lit, path);
  showLanes();
  showRings(found);
  showSearch(found);
  showFilters();
  showPanel();
  showSteps();
}

// The cards that stay lit; null where all do.
function litCards(found, path) {
  let lit = null;
  if (state.actor || state.kind) lit = new Set(data.cards.filter(isFiltered).map((card) => card.id));
  if (path) lit = common(lit, path.cards).add(state.chosen);
  else if (folded(state.search)) lit = common(lit, new Set(found.map((card) => card.id)));
  return lit;
}

function showArcs(lit, path) {
  for (const arc of data.arcs) {
    const ends = lit === null || (lit.has(arc.to) && arc.from.some((from) => lit.has(from)));
    const on = (ends && (!path || path.arcs.has(arc.id))) || arc.id === state.chosen;
    const parts = new Set(lit === null || arc.id === state.chosen ? arc.parts : litParts(arc, lit));
    for (const part of arc.parts) {
      const node = nodeOf.get(part);
      node.classList.toggle("ui-dim", !(on && parts.has(part)));
      node.classList.toggle("ui-chosen-link", arc.id === state.chosen);
      node.classList.toggle("ui-away", !isVisible(part));
    }
    if (!arc.gate) continue;
    const gate = nodeOf.get(arc.gate);
    gate.classList.toggle("ui-dim", !on);
    gate.classList.toggle("ui-away", !isVisible(arc.gate));
  }
}

// A lane of which nothing is there yet stands back.
function showLanes() {
  const full = new Set(data.cards.filter((card) => isVisible(card.id)).map((card) => card.laneId));
  for (const lane of drawing.querySelectorAll(".lane")) {
    lane.classList.toggle("ui-faint", state.step >= 0 && !full.has(lane.id));
  }
}

function showRings(found) {
  rings.replaceChildren();
  if (folded(state.search)) found.forEach((card) => ring("found", card.id));
  const pointed = state.step >= 0 ? data.steps[state.step].points : [];
  for (const id of pointed) if (cardOf.has(id)) ring("pointed", id);
  if (found[state.hit]) ring("chosen", found[state.hit].id);
  if (cardOf.has(state.chosen)) ring("chosen", state.chosen);
  const focused = document.activeElement;
  if (cardOf.has(focused?.id) && focused.matches(":focus-visible")) ring("focus", focused.id);
}

// Chooses a card or a link (none: ""), and shows where its causes and effects are.
function choose(id) {
  const fresh = id !== state.chosen;
  change({ chosen: fresh ? id : "" }, fresh);
  // As long as nobody moved it, the picture makes room for the panel, and takes it back.
  if (camera.fitted && state.step < 0) fit();
  if (!state.chosen) return announce(say("nothing_chosen"));
  if (cardOf.has(id)) {
    if (!camera.fitted) reveal(cardOf.get(id).box);
    const card = cardOf.get(id);
    const counts = [many("causes", arcsInto.get(id).length), many("effects", arcsOutOf.get(id).length)];
    announce(`${card.says}. ${counts.join(", ")}.`);
  } else announce(arcOf.get(id).title);
}

function focusCard(id) {
  nodeOf.get(id).focus({ preventScroll: true });
  reveal(cardOf.get(id).box);
}

stage.addEventListener("focusin", (event) => {
  const card = cardOf.get(event.target.id);
  if (card && event.target.matches(":focus-visible")) reveal(card.box);
  if (card) showRings(hits());
});
stage.addEventListener("focusout", () => showRings(hits()));
