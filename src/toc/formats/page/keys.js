// The keyboard. Letters and signs can be switched off, for those who speak to their computer.

const OPPOSITE = { ArrowUp: "ArrowDown", ArrowDown: "ArrowUp", ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };
const TOWARDS = { up: "ArrowUp", down: "ArrowDown", left: "ArrowLeft", right: "ArrowRight" };
const FORTH = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);
const PANNED = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
const dialog = element("ui-keys");
const letters = element("ui-letters");

const middleOf = ([x, y, width, height]) => [x + width / 2, y + height / 2];

// The nearest of some cards, as the eye measures: the way across counts more than the way along.
function nearest(from, ids, key) {
  const [x, y] = middleOf(cardOf.get(from).box);
  const across = key === "ArrowUp" || key === "ArrowDown" ? [3, 1] : [1, 3];
  const away = (id) => {
    const [nx, ny] = middleOf(cardOf.get(id).box);
    return Math.abs(nx - x) * across[0] + Math.abs(ny - y) * across[1];
  };
  return ids.filter((id) => isVisible(id)).sort((one, two) => away(one) - away(two))[0];
}

// Whoever came here by an arrow goes back by the opposite one.
let arrived = { at: "", by: "", from: "" };

// From a card, arrows lead along its effects and causes; across, to the cards beside it.
function neighbour(id, key) {
  const towards = TOWARDS[data.direction];
  if (key === towards) return nearest(id, arcsOutOf.get(id).map((arc) => arc.to), key);
  if (key === OPPOSITE[towards]) return nearest(id, arcsInto.get(id).flatMap((arc) => arc.from), key);
  const upright = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  const [x, y, width, height] = cardOf.get(id).box;
  const beside = data.cards.filter(({ box: [nx, ny, nwidth, nheight] }) =>
    upright
      ? ny < y + height && ny + nheight > y && (nx - x) * sign > 0
      : nx < x + width && nx + nwidth > x && (ny - y) * sign > 0,
  );
  return nearest(id, beside.map((card) => card.id), key);
}

function onCard(event, id) {
  if (event.key === "Enter" || event.key === " ") {
    choose(id);
    if (state.chosen) focusPanel();
    return true;
  }
  if (event.key === "Home" || event.key === "End") {
    const seen = data.cards.filter((card) => isVisible(card.id));
    focusCard(seen.at(event.key === "Home" ? 0 : -1).id);
    return true;
  }
  if (!(event.key in OPPOSITE)) return false;
  const back = arrived.at === id && arrived.by === OPPOSITE[event.key] && isVisible(arrived.from);
  const next = back ? arrived.from : neighbour(id, event.key);
  arrived = { at: next, by: event.key, from: id };
  if (!next) announce(say("no_further"));
  else {
    if (state.chosen) change({ chosen: next });
    focusCard(next);
  }
  return true;
}

function onStage(event) {
  if (event.key in PANNED) pan(...PANNED[event.key]);
  else return false;
  return true;
}

function onSteps(event) {
  if (event.target.closest("button, input, select, a") && (event.key === "Enter" || event.key === " ")) return false;
  if (FORTH.has(event.key)) toStep(state.step + 1);
  else if (BACK.has(event.key)) toStep(state.step - 1);
  else if (event.key === "Home") toStep(0);
  else if (event.key === "End") toStep(data.steps.length - 1);
  else return false;
  return true;
}

const SIGNS = {
  "/": () => {
    box.focus();
    box.select();
  },
  "+": () => zoom(1.3),
  "=": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
  0: () => element("ui-fit").click(),
  p: () => (state.step < 0 ? element("ui-present").click() : leave()),
  d: () => element("ui-look").click(),
  f: toggleFull,
  n: () => toHit(1),
  "?": () => dialog.showModal(),
};

// One step back at a time, from the innermost.
function escape(event) {
  if (event.target.closest(".ui-panel")) leavePanel(false);
  else if (state.step >= 0 && !state.chosen) leave();
  else if (state.chosen) choose("");
  else if (state.search) {
    change({ search: "", hit: -1 });
    announce(say("all_shown"));
  } else if (state.actor || state.kind) filter({ actor: "", kind: "" });
}

document.addEventListener("keydown", (event) => {
  if (dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") return escape(event);
  if (event.target.closest("input:not([type=radio]), select, textarea")) return;
  let done = false;
  if (state.step >= 0 && !event.target.closest(".ui-panel")) done = onSteps(event);
  if (!done && cardOf.has(event.target.id)) done = onCard(event, event.target.id);
  if (!done && event.target === stage) done = onStage(event);
  if (!done && letters.checked && event.key in SIGNS) {
    SIGNS[event.key]();
    done = true;
  }
  if (done) event.preventDefault();
});

element("ui-help").addEventListener("click", () => dialog.showModal());
element("ui-keys-close").addEventListener("click", () => dialog.close());
element("ui-skip").addEventListener("click", (event) => {
  event.preventDefault();
  stage.focus({ preventScroll: true });
});
