// Where the picture stands in the window, and how large: `x` and `y` of its corner in px, `k` its scale.

const camera = { x: 0, y: 0, k: 1, fitted: true };
const LARGEST = 6;
const LEGIBLE = 0.85;
// A window no wider, or no higher, is that of a phone.
const PHONE = 500;
const still = matchMedia("(prefers-reduced-motion: reduce)");
let flight = 0;
let settling = 0;

function place() {
  drawing.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.k})`;
}

// While it moves, the picture is a layer of its own, which is fast; once still, it is drawn sharp again.
function move(x, y, k) {
  camera.x = x;
  camera.y = y;
  camera.k = k;
  stage.classList.add("ui-moving");
  clearTimeout(settling);
  settling = setTimeout(() => stage.classList.remove("ui-moving"), 160);
  place();
}

// The part of the stage that neither panel nor steps cover.
function room() {
  const all = stage.getBoundingClientRect();
  const found = { left: 0, top: 0, right: all.width, bottom: all.height };
  const panel = element("ui-panel").getBoundingClientRect();
  if (panel.width && panel.left - all.left > all.width / 4) found.right = panel.left - all.left;
  else if (panel.width && panel.top - all.top > all.height / 4) found.bottom = panel.top - all.top;
  const steps = element("ui-steps").getBoundingClientRect();
  if (steps.height) found.bottom = Math.min(found.bottom, steps.top - all.top);
  return found;
}

function smallest() {
  const free = room();
  return Math.min(1, (free.right - free.left) / data.width, (free.bottom - free.top) / data.height) / 2;
}

const between = (low, value, high) => Math.min(Math.max(value, low), high);

// Part of the picture always stays in sight.
function held(x, y, k) {
  const free = room();
  const margin = 60;
  return [
    between(free.left + margin - data.width * k, x, free.right - margin),
    between(free.top + margin - data.height * k, y, free.bottom - margin),
    k,
  ];
}

function zoomAt(px, py, factor) {
  stop();
  const k = between(smallest(), camera.k * factor, LARGEST);
  const by = k / camera.k;
  camera.fitted = false;
  move(...held(px - (px - camera.x) * by, py - (py - camera.y) * by, k));
}

function zoom(factor) {
  const free = room();
  zoomAt((free.left + free.right) / 2, (free.top + free.bottom) / 2, factor);
  announce(say("zoomed", { n: Math.round(camera.k * 100) }));
}

function pan(dx, dy) {
  stop();
  camera.fitted = false;
  move(...held(camera.x + dx, camera.y + dy, camera.k));
}

function stop() {
  cancelAnimationFrame(flight);
}

// Glides to a place; at once for those who want no motion.
function fly(x, y, k) {
  stop();
  if (still.matches) return move(x, y, k);
  const from = { ...camera };
  const began = performance.now();
  const frame = (now) => {
    const part = Math.min(1, (now - began) / 320);
    const eased = 1 - (1 - part) ** 3;
    const scale = from.k * (k / from.k) ** eased;
    // The scale grows by equal factors; the corner follows so that the way is straight on the screen.
    const way = k === from.k ? eased : (scale - from.k) / (k - from.k);
    move(from.x + (x - from.x) * way, from.y + (y - from.y) * way, scale);
    if (part < 1) flight = requestAnimationFrame(frame);
  };
  flight = requestAnimationFrame(frame);
}

// Shows all of a box (x, y, width, height in the picture), as large as it may be.
function fitBox([x, y, width, height], { most = 1.6, margin = 24, free = room(), glide = true } = {}) {
  const wide = free.right - free.left;
  const high = free.bottom - free.top;
  const k = between(0.01, Math.min((wide - 2 * margin) / width, (high - 2 * margin) / height), most);
  const to = [free.left + (wide - width * k) / 2 - x * k, free.top + (high - height * k) / 2 - y * k, k];
  if (glide) fly(...to);
  else move(...to);
}

function fit(glide = true) {
  fitBox([0, 0, data.width, data.height], { most: 1.25, margin: innerWidth < 700 ? 6 : 14, free: beside(), glide });
  camera.fitted = true;
}

// What is seen first: all of it, or on a phone, where that is too small to read, the title and the vision.
function begin() {
  fit(false);
  if (Math.min(innerWidth, innerHeight) > PHONE || camera.k >= LEGIBLE * 0.6) return;
  const free = room();
  const k = LEGIBLE * 0.62;
  const vision = data.cards.find((card) => card.kind === "vision");
  const [x, y, width, height] = vision ? vision.box : [0, 0, data.width, 0];
  const start = (middle, seen, whole) => between(0, middle - seen / 2, Math.max(0, whole - seen));
  const left = start(x + width / 2, (free.right - free.left) / k, data.width);
  const high = (free.bottom - free.top) / k;
  const top = y + height < high ? 0 : start(y + height / 2, high, data.height);
  move(free.left - left * k, free.top - top * k, k);
  camera.fitted = false;
}

// The room, less the corner with the buttons where the picture would reach into it.
function beside() {
  const free = room();
  const buttons = document.querySelector(".ui-zoom").getBoundingClientRect();
  const wide = free.right - free.left;
  const high = free.bottom - free.top;
  const k = Math.min(wide / data.width, high / data.height, 1.25);
  const reaches = (wide - data.width * k) / 2 < buttons.width && (high - data.height * k) / 2 < buttons.height;
  if (buttons.width && wide > 600 && reaches) free.left += buttons.width + 12;
  return free;
}

// Moves no more than it must for a box to be seen.
function reveal([x, y, width, height]) {
  const free = room();
  const margin = 28;
  const k = camera.k;
  const shift = (low, high, size, start) => {
    if (size + 2 * margin > high - low) return (low + high - size) / 2 - start;
    return Math.max(0, low + margin - start) || Math.min(0, high - margin - size - start);
  };
  const dx = shift(free.left, free.right, width * k, camera.x + x * k);
  const dy = shift(free.top, free.bottom, height * k, camera.y + y * k);
  if (!dx && !dy) return;
  camera.fitted = false;
  fly(camera.x + dx, camera.y + dy, k);
}

// Shows a box in the middle where it was out of sight, and large enough to be read.
function bring(area) {
  if (camera.k >= LEGIBLE * 0.6) return reveal(area);
  const [x, y, width, height] = area;
  const free = room();
  const k = Math.min(LEGIBLE, (free.right - free.left - 40) / width);
  camera.fitted = false;
  fly((free.left + free.right - width * k) / 2 - x * k, (free.top + free.bottom - height * k) / 2 - y * k, k);
}

new ResizeObserver(() => {
  if (!data) return;
  if (state.step >= 0) showStepPlace(false);
  else if (camera.fitted) fit(false);
  else move(...held(camera.x, camera.y, camera.k));
}).observe(stage);

element("ui-in").addEventListener("click", () => zoom(1.3));
element("ui-out").addEventListener("click", () => zoom(1 / 1.3));
element("ui-fit").addEventListener("click", () => {
  fit();
  announce(say("fitted"));
});
