// The mouse, the wheel and fingers.

const fingers = new Map();
let dragged = false;
let pinched = null;

const at = (event) => {
  const corner = stage.getBoundingClientRect();
  return [event.clientX - corner.left, event.clientY - corner.top];
};

stage.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 18 : event.deltaMode === 2 ? innerHeight : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    if (!event.ctrlKey && (event.shiftKey || Math.abs(dx) > Math.abs(dy))) return pan(-(dx || dy), 0);
    // A pinch on a touchpad comes as small turns of a wheel with the control key.
    zoomAt(...at(event), Math.exp(-between(-240, dy, 240) * (event.ctrlKey ? 0.01 : 0.0018)));
  },
  { passive: false },
);

stage.addEventListener("pointerdown", (event) => {
  if (event.pointerType === "mouse" && event.button !== 0) return;
  stop();
  fingers.set(event.pointerId, at(event));
  if (fingers.size === 1) dragged = false;
  pinched = fingers.size > 1 ? grip() : null;
});

stage.addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = at(event);
  if (fingers.size === 1) drag(event, before, now);
  else {
    fingers.set(event.pointerId, now);
    pinch();
  }
});

function drag(event, [x, y], [nx, ny]) {
  // A click is seldom quite still.
  if (!dragged && Math.hypot(nx - x, ny - y) < (event.pointerType === "mouse" ? 4 : 9)) return;
  if (!dragged) {
    dragged = true;
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("ui-dragged");
  }
  fingers.set(event.pointerId, [nx, ny]);
  pan(nx - x, ny - y);
}

// Where two fingers hold the picture: the middle between them, and how far they are apart.
function grip() {
  const [one, two] = [...fingers.values()];
  return {
    middle: [(one[0] + two[0]) / 2, (one[1] + two[1]) / 2],
    apart: Math.max(1, Math.hypot(one[0] - two[0], one[1] - two[1])),
  };
}

function pinch() {
  const now = grip();
  dragged = true;
  pan(now.middle[0] - pinched.middle[0], now.middle[1] - pinched.middle[1]);
  zoomAt(...now.middle, now.apart / pinched.apart);
  pinched = now;
}

for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, (event) => {
    fingers.delete(event.pointerId);
    pinched = fingers.size > 1 ? grip() : null;
    if (!fingers.size) stage.classList.remove("ui-dragged");
  });
}

stage.addEventListener("click", (event) => {
  if (dragged) {
    dragged = false;
    return;
  }
  const node = event.target.closest(".card, .link");
  if (state.step >= 0 && !node) return;
  choose(node ? chooseable(node.id) : "");
});

stage.addEventListener("dblclick", (event) => {
  if (!event.target.closest(".card, .link")) zoomAt(...at(event), 1.6);
});

// Focus must not scroll what is moved by hand.
stage.addEventListener("scroll", () => stage.scrollTo(0, 0));
stage.addEventListener("dragstart", (event) => event.preventDefault());
