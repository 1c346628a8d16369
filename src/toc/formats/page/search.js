// Search and filters: which cards are meant.

const box = element("ui-search");

// "Œuvre d’été" and "oeuvre d'ete" are the same for whoever searches.
function folded(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

function searched(card) {
  card.folded ??= folded([card.title, card.kindName, card.lane, ...card.actors.map(actorName), card.key].join("\n"));
  return card.folded;
}

function actorName(id) {
  return data.actors.find(([each]) => each === id)?.[1] ?? "";
}

// The cards that hold every word searched for, in reading order; none where nothing is searched for.
function hits() {
  const words = folded(state.search).split(" ").filter(Boolean);
  if (!words.length) return [];
  return data.cards.filter((card) => isVisible(card.id) && words.every((word) => searched(card).includes(word)));
}

function isFiltered(card) {
  return (!state.actor || card.actors.includes(state.actor)) && (!state.kind || card.kind === state.kind);
}

function search(text) {
  change({ search: text, hit: -1 });
  const found = hits();
  if (found.length) {
    change({ hit: 0 });
    reveal(found[0].box);
  }
  if (text.trim()) announce(found.length ? many("hits", found.length) : say("no_hits"));
}

function toHit(by) {
  const found = hits();
  if (!found.length) return;
  const hit = (state.hit + by + found.length) % found.length;
  change({ hit });
  bring(found[hit].box);
  announce(say("hit_at", { n: hit + 1, count: found.length, label: found[hit].says }));
}

function showSearch(found) {
  if (box.value !== state.search) box.value = state.search;
  const asked = folded(state.search) !== "";
  const at = state.hit >= 0 && found.length ? say("hit_of", { n: state.hit + 1, count: found.length }) : "";
  element("ui-count").textContent = asked ? at || (found.length ? many("hits", found.length) : say("no_hits")) : "";
  element("ui-previous-hit").hidden = element("ui-next-hit").hidden = found.length < 2;
}

function fill(select, all, options) {
  const entries = [["", all], ...options];
  select.replaceChildren(
    ...entries.map(([value, label]) => {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = label;
      return option;
    }),
  );
  select.closest("label").hidden = options.length < 2;
}

function prepareFilters() {
  fill(element("ui-actor"), say("all_actors"), data.actors);
  fill(element("ui-kind"), say("all_kinds"), data.kinds);
}

function filter(some) {
  change(some);
  const count = data.cards.filter(isFiltered).length;
  announce(state.actor || state.kind ? many("shown", count) : say("all_shown"));
}

function showFilters() {
  element("ui-actor").value = state.actor;
  element("ui-kind").value = state.kind;
  element("ui-actor").classList.toggle("ui-set", Boolean(state.actor));
  element("ui-kind").classList.toggle("ui-set", Boolean(state.kind));
  element("ui-reset").hidden = !(state.actor || state.kind || state.search || state.chosen);
}

box.addEventListener("input", () => search(box.value));
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    toHit(event.shiftKey ? -1 : 1);
  } else if (event.key === "ArrowDown") {
    const found = hits();
    if (!found.length) return;
    event.preventDefault();
    focusCard(found[Math.max(state.hit, 0)].id);
  }
});
element("ui-previous-hit").addEventListener("click", () => toHit(-1));
element("ui-next-hit").addEventListener("click", () => toHit(1));
element("ui-actor").addEventListener("change", (event) => filter({ actor: event.target.value }));
element("ui-kind").addEventListener("change", (event) => filter({ kind: event.target.value }));
element("ui-reset").addEventListener("click", () => {
  change({ search: "", hit: -1, actor: "", kind: "", chosen: "", follow: "both" }, true);
  announce(say("all_shown"));
  box.focus();
});
