// The picture told step by step, in the whole window, by keyboard or by hand.

function present(step = 0) {
  if (!data.steps.length) return;
  change({ step, chosen: "", search: "", hit: -1 }, true);
  showStepPlace(true);
  stage.focus({ preventScroll: true });
  tellStep();
}

function leave() {
  if (document.fullscreenElement) document.exitFullscreen();
  change({ step: -1, chosen: "" }, true);
  fit();
  announce(say("left"));
  element("ui-present").focus();
}

function toStep(step) {
  const wanted = between(0, step, data.steps.length - 1);
  if (wanted === state.step) return;
  change({ step: wanted, chosen: "" });
  showStepPlace(true);
  tellStep();
}

function stepNumber() {
  return say("step_of", { n: state.step + 1, count: data.steps.length });
}

function tellStep() {
  announce(`${stepNumber()}: ${data.steps[state.step].title}. ${many("shown", data.cards.filter((card) => isVisible(card.id)).length)}.`);
}

// Everything there is at this step, as large as it goes; the last step shows the whole picture.
function showStepPlace(glide) {
  if (state.step === data.steps.length - 1) return fitBox([0, 0, data.width, data.height], { margin: 18, glide });
  const boxes = data.cards.filter((card) => isVisible(card.id)).map((card) => card.box);
  if (!boxes.length) return;
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  fitBox([left, top, right - left, bottom - top], { most: 1.5, margin: 64, glide });
}

function showSteps() {
  const presenting = state.step >= 0;
  document.body.classList.toggle("ui-presenting", presenting);
  element("ui-steps").hidden = !presenting;
  element("ui-present").hidden = !data.steps.length;
  if (!presenting) return;
  element("ui-step-title").textContent = data.steps[state.step].title;
  element("ui-step-number").textContent = stepNumber();
  element("ui-back").disabled = state.step === 0;
  element("ui-next").disabled = state.step === data.steps.length - 1;
}

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => announce(say("no_full")));
}

// In a window that may not fill the screen, the presentation still fills the window.
element("ui-present").addEventListener("click", () => {
  present();
  document.documentElement.requestFullscreen?.().catch(() => {});
});
element("ui-back").addEventListener("click", () => toStep(state.step - 1));
element("ui-next").addEventListener("click", () => toStep(state.step + 1));
element("ui-full").addEventListener("click", toggleFull);
element("ui-leave").addEventListener("click", leave);
