// The panel of the picture: shows it, moves it, and tells which cards and lines are wanted.

import type { FromPanel, ToPanel } from "../messages";

interface State {
  file?: string;
  view?: string;
  scale?: number;
  left?: number;
  top?: number;
}

interface Editor {
  postMessage(message: FromPanel): void;
  getState(): State | undefined;
  setState(state: State): void;
}

declare function acquireVsCodeApi(): Editor;

type Words = Readonly<Record<"file" | "view" | "whole" | "nearer" | "farther" | "fit" | "save" | "waiting" | "picture", string>>;

const NEAREST = 4;
const FARTHEST = 0.05;
const STEP = 1.25;
const MOVED = 4;

const editor = acquireVsCodeApi();
const words = JSON.parse(document.body.dataset["words"] ?? "{}") as Words;
let state: State = editor.getState() ?? {};
let marked: readonly string[] = [];
let size = { width: 1, height: 1 };
let fitted = state.scale === undefined;

const choice = document.createElement("select");
const stage = document.createElement("main");
const sheet = document.createElement("div");
const told = document.createElement("p");

build();
window.addEventListener("message", (event: MessageEvent<ToPanel>) => hear(event.data));
editor.postMessage({ type: "ready" });

function build(): void {
  const bar = document.createElement("header");
  choice.setAttribute("aria-label", words.view);
  choice.title = words.view;
  choice.addEventListener("change", () => {
    keep({ view: choice.value });
    editor.postMessage({ type: "view", name: choice.value });
  });
  bar.append(choice, space());
  bar.append(button("M3 8H13", words.farther, () => zoom(1 / STEP)), button("M3 8H13M8 3V13", words.nearer, () => zoom(STEP)));
  bar.append(button("M2 6V2H6M10 2H14V6M14 10V14H10M6 14H2V10", words.fit, fit));
  bar.append(button("M8 2V10M4.5 7L8 10.5L11.5 7M2.5 13.5H13.5", words.save, () => editor.postMessage({ type: "save" })));
  stage.tabIndex = 0;
  stage.setAttribute("aria-label", words.picture);
  sheet.className = "sheet";
  stage.append(sheet);
  told.setAttribute("role", "status");
  told.textContent = words.waiting;
  document.body.append(bar, told, stage);
  keep({ file: words.file });
  gestures();
}

/** Return a button whose sign is drawn with one stroke, so that no font need have it. */
function button(stroke: string, title: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  const sign = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", stroke);
  sign.setAttribute("viewBox", "0 0 16 16");
  sign.append(path);
  made.append(sign);
  made.title = title;
  made.setAttribute("aria-label", title);
  made.addEventListener("click", act);
  return made;
}

function space(): HTMLElement {
  const made = document.createElement("span");
  made.className = "space";
  return made;
}

function hear(message: ToPanel): void {
  switch (message.type) {
    case "picture":
      show(message);
      break;
    case "told":
      told.textContent = message.text;
      told.hidden = false;
      break;
    case "mark":
      marked = message.ids;
      mark(message.reveal);
      break;
  }
}

function show(message: Extract<ToPanel, { type: "picture" }>): void {
  const parsed = new DOMParser().parseFromString(message.svg, "image/svg+xml").documentElement;
  size = { width: Number(parsed.getAttribute("width")), height: Number(parsed.getAttribute("height")) };
  sheet.replaceChildren(document.importNode(parsed, true));
  told.hidden = true;
  for (const id of message.places) {
    const card = document.getElementById(id);
    if (card && !id.startsWith("lane-")) {
      card.classList.add("written");
      if (id.startsWith("card-")) {
        card.setAttribute("tabindex", "0");
      }
    }
  }
  const options = ["", ...message.views].map((name) => new Option(name || words.whole, name, false, name === message.view));
  choice.replaceChildren(...options);
  choice.hidden = message.views.length === 0;
  place();
  mark(false);
}

function mark(reveal: boolean): void {
  for (const old of sheet.querySelectorAll(".marked")) {
    old.classList.remove("marked");
  }
  const found = marked.map((id) => document.getElementById(id)).filter((one) => one !== null);
  for (const one of found) {
    one.classList.add("marked");
  }
  sheet.classList.toggle("marking", found.length > 0);
  const first = found[0];
  if (reveal && first && !fitted) {
    uncover(first);
  }
}

/** Move the picture so that a card can be seen, if it cannot. */
function uncover(card: Element): void {
  const box = card.getBoundingClientRect();
  const seen = stage.getBoundingClientRect();
  if (box.left < seen.left || box.right > seen.right || box.top < seen.top || box.bottom > seen.bottom) {
    const left = (state.left ?? 0) + seen.left + seen.width / 2 - (box.left + box.width / 2);
    const top = (state.top ?? 0) + seen.top + seen.height / 2 - (box.top + box.height / 2);
    keep({ left, top });
    place();
  }
}

function open(target: EventTarget | null, more: boolean): void {
  const card = target instanceof Element ? target.closest(".written") : null;
  if (!card) {
    return;
  }
  const others = more ? marked.filter((id) => id !== card.id) : [];
  const ids = more && marked.includes(card.id) && others.length > 0 ? others : [...others, card.id];
  editor.postMessage({ type: "open", ids });
}

function gestures(): void {
  let from: { x: number; y: number; left: number; top: number; target: EventTarget | null } | undefined;
  let moved = false;
  stage.addEventListener("pointerdown", (event) => {
    from = { x: event.clientX, y: event.clientY, left: state.left ?? 0, top: state.top ?? 0, target: event.target };
    moved = false;
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from) {
      return;
    }
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    moved ||= Math.hypot(x, y) > MOVED;
    if (moved) {
      fitted = false;
      keep({ left: from.left + x, top: from.top + y });
      place();
    }
  });
  stage.addEventListener("pointerup", (event) => {
    if (from && !moved) {
      open(from.target, event.ctrlKey || event.metaKey || event.shiftKey);
    }
    from = undefined;
  });
  stage.addEventListener("pointercancel", () => (from = undefined));
  stage.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
      } else {
        fitted = false;
        keep({ left: (state.left ?? 0) - event.deltaX, top: (state.top ?? 0) - event.deltaY });
        place();
      }
    },
    { passive: false },
  );
  stage.addEventListener("keydown", keys);
  window.addEventListener("resize", place);
}

function keys(event: KeyboardEvent): void {
  const acts: Record<string, () => void> = {
    "+": () => zoom(STEP),
    "=": () => zoom(STEP),
    "-": () => zoom(1 / STEP),
    "0": fit,
    Enter: () => open(event.target, event.ctrlKey || event.metaKey || event.shiftKey),
  };
  const act = event.ctrlKey && event.key !== "Enter" ? undefined : acts[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

function fit(): void {
  fitted = true;
  place();
}

function zoom(by: number, x?: number, y?: number): void {
  const seen = stage.getBoundingClientRect();
  const [atX, atY] = [(x ?? seen.left + seen.width / 2) - seen.left, (y ?? seen.top + seen.height / 2) - seen.top];
  const { scale = 1, left = 0, top = 0 } = state;
  const now = Math.min(NEAREST, Math.max(FARTHEST, scale * by));
  fitted = false;
  // What stands under the pointer stays there.
  keep({ scale: now, left: atX - ((atX - left) * now) / scale, top: atY - ((atY - top) * now) / scale });
  place();
}

function place(): void {
  if (fitted) {
    const seen = stage.getBoundingClientRect();
    const scale = Math.min(1.5, seen.width / size.width, seen.height / size.height) || 1;
    state = { ...state, scale, left: (seen.width - size.width * scale) / 2, top: (seen.height - size.height * scale) / 2 };
  }
  sheet.style.transform = `translate(${state.left ?? 0}px, ${state.top ?? 0}px) scale(${state.scale ?? 1})`;
}

function keep(change: State): void {
  state = { ...state, ...change };
  const { scale, left, top, ...rest } = state;
  editor.setState(fitted ? rest : { ...rest, ...definite({ scale, left, top }) });
}

function definite(of: { scale: number | undefined; left: number | undefined; top: number | undefined }): State {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as State;
}
