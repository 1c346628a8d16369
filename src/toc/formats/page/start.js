// Brings everything together, and lets a page that follows a file replace its picture.

// Takes another picture (SVG as text, or null to keep the one that stands there) and its data.
// What is chosen, searched, filtered and zoomed stays, as far as the new picture has it. What was chosen and is gone
// is chosen again when it comes back: a file may be seen while half of it is written.
let missed = "";

function replacePicture(svg, fresh) {
  const focused = cardOf.has(document.activeElement?.id) ? document.activeElement.id : "";
  const first = data === null;
  let node = stage.querySelector("svg");
  if (svg !== null) {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    if (parsed.nodeName !== "svg") throw new Error("not an SVG picture");
    const imported = document.importNode(parsed, true);
    node.replaceWith(imported);
    node = imported;
  }
  adopt(node, fresh);
  panelled = null;
  prepareFilters();
  if (first) return;
  const wanted = state.chosen || missed;
  state.chosen = exists(wanted) ? wanted : "";
  missed = state.chosen ? "" : wanted;
  if (!data.actors.some(([id]) => id === state.actor)) state.actor = "";
  if (!data.kinds.some(([kind]) => kind === state.kind)) state.kind = "";
  state.step = Math.min(state.step, data.steps.length - 1);
  change({});
  if (state.step >= 0) showStepPlace(false);
  else if (camera.fitted) fit(false);
  else move(...held(camera.x, camera.y, camera.k));
  if (cardOf.has(focused)) nodeOf.get(focused).focus({ preventScroll: true });
}

function returnTo() {
  const found = readAddress();
  const moved = found.step !== state.step;
  Object.assign(state, found, { hit: found.search === state.search ? state.hit : -1 });
  show();
  if (state.step >= 0) showStepPlace(true);
  else if (moved) fit();
  else if (cardOf.has(state.chosen)) bring(cardOf.get(state.chosen).box);
}

root.classList.add("ui-live");
prepareLook();
replacePicture(null, JSON.parse(element("ui-data").textContent));
Object.assign(state, readAddress());
show();
if (state.step >= 0) showStepPlace(false);
else {
  begin();
  if (cardOf.has(state.chosen)) bring(cardOf.get(state.chosen).box);
  else if (hits().length) reveal(hits()[0].box);
}
addEventListener("popstate", returnTo);
addEventListener("hashchange", returnTo);
window.toc = { replacePicture };
