// What the reader has chosen, in one place; the address says it too, so that a link or a reload brings it back.

const NOTHING = { chosen: "", follow: "both", search: "", hit: -1, actor: "", kind: "", step: -1 };
const FOLLOWS = ["both", "causes", "effects", "near"];
const state = { ...NOTHING };

// Changes some of the state and shows it; `visit` makes it a place to which "back" returns.
function change(some, visit = false) {
  Object.assign(state, some);
  show();
  writeAddress(visit);
}

function addressed() {
  const parts = [];
  if (state.search) parts.push(["q", state.search]);
  if (state.actor) parts.push(["actor", state.actor]);
  if (state.kind) parts.push(["kind", state.kind]);
  if (state.follow !== "both") parts.push(["follow", state.follow]);
  if (state.step >= 0) parts.push(["step", String(state.step + 1)]);
  const said = parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return [encodeURIComponent(state.chosen), ...said].join("&");
}

function writeAddress(visit) {
  const wanted = `#${addressed()}`;
  if (wanted === (location.hash || "#")) return;
  try {
    // From a file, as everywhere, only what stands behind the # changes.
    history[visit ? "pushState" : "replaceState"](null, "", wanted === "#" ? location.pathname + location.search : wanted);
  } catch {
    location.hash = wanted;
  }
}

function plainly(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The state that the address asks for; what does not exist in this picture is left out.
function readAddress() {
  const [first, ...parts] = location.hash.slice(1).split("&");
  const found = { ...NOTHING };
  const begins = first.includes("=") ? [first, ...parts] : parts;
  if (!first.includes("=") && exists(plainly(first))) found.chosen = plainly(first);
  for (const part of begins) {
    const at = part.indexOf("=");
    const [name, value] = [part.slice(0, at), plainly(part.slice(at + 1))];
    if (name === "q") found.search = value;
    if (name === "actor" && data.actors.some(([id]) => id === value)) found.actor = value;
    if (name === "kind" && data.kinds.some(([kind]) => kind === value)) found.kind = value;
    if (name === "follow" && FOLLOWS.includes(value)) found.follow = value;
    if (name === "step" && Number(value) >= 1) found.step = Math.min(Math.trunc(Number(value)), data.steps.length) - 1;
  }
  return found;
}
