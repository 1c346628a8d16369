// Follows the model: takes over each new picture, and shows what toc says about the text.

const live = { ...JSON.parse(element("live-data").textContent), socket: null, pause: 500, gone: false };
const FRAME = live.frame;
const SIGN = {
  error: '<circle cx="10" cy="10" r="7.5"/><path d="m7.3 7.3 5.4 5.4M12.7 7.3l-5.4 5.4"/>',
  warning: '<path d="M10 2.8 18 16.8H2z"/><path d="M10 8v4.2M10 14.6v.1"/>',
  info: '<circle cx="10" cy="10" r="7.5"/><path d="M10 9.2v4.6M10 6.2v.1"/>',
  fine: '<circle cx="10" cy="10" r="7.5"/><path d="m6.6 10.2 2.4 2.4 4.4-5"/>',
};
const printed = new CSSStyleSheet();
document.adoptedStyleSheets = [printed];

// What is said about the text is in the language of whoever writes it.
const dock = element("live-dock");
const toggle = element("live-toggle");
const notices = element("live-notices");
document.querySelector(".ui-main").append(dock, notices);
element("ui-actor").closest("label").before(element("live-views"));
document.querySelector(".ui-gap").after(toggle);

function signOf(severity) {
  const sign = document.createElementNS(SVG, "svg");
  sign.setAttribute("viewBox", "0 0 20 20");
  sign.setAttribute("class", `live-${severity}`);
  sign.setAttribute("aria-hidden", "true");
  sign.innerHTML = SIGN[severity];
  return sign;
}

const worst = () => live.remarks.worst || "fine";
const counted = () => live.remarks.counted || live.words.clean;

function showWords() {
  const said = live.words;
  for (const node of [dock, toggle, notices, element("live-views")]) node.lang = live.language;
  element("live-views").firstChild.textContent = said.views;
  element("live-view").title = said.views;
  element("live-title").textContent = said.remarks;
  for (const node of [dock, element("live-list")]) node.setAttribute("aria-label", said.remarks);
  for (const name of ["aria-label", "title"]) element("live-close").setAttribute(name, said.close);
  toggle.title = said.remarks;
}

function showViews() {
  fillViews(element("live-view"));
  element("live-views").hidden = live.views.length < 2;
}

function fillViews(select) {
  const options = live.views.map(([name, title]) => {
    const option = make("option", "", title);
    option.value = name;
    return option;
  });
  const same = select.options.length === options.length && options.every((each, at) => each.isEqualNode(select.options[at]));
  if (!same) select.replaceChildren(...options);
  select.value = live.view;
}

function showRemarks() {
  toggle.hidden = false;
  toggle.firstChild.replaceWith(signOf(worst()));
  toggle.lastChild.textContent = counted();
  const list = element("live-list");
  const [top, focused] = [list.scrollTop, [...list.querySelectorAll(".live-remark")].indexOf(document.activeElement)];
  const items = make("ol", "", ...live.remarks.items.map((each) => make("li", "", remark(each))));
  const more = live.remarks.more ? [make("p", "", live.remarks.more)] : [];
  list.replaceChildren(...(live.remarks.count ? [items, ...more] : [make("p", "", live.words.clean)]));
  list.scrollTop = top;
  if (focused >= 0) (list.querySelectorAll("button.live-remark")[focused] ?? list).focus({ preventScroll: true });
}

// A remark about something that stands in the picture leads there.
function remark(each) {
  const leading = exists(each.about);
  const node = make(leading ? "button" : "div", "live-remark", signOf(each.severity));
  node.append(make("span", "live-message", ...spoken(each.message)));
  node.firstChild.after(make("span", "ui-unseen", `${each.weight}: `));
  if (each.hint) node.append(make("span", "live-hint", ...spoken(each.hint)));
  node.append(make("span", "live-place", `${each.place} · ${each.rule} (${each.code})`));
  if (!leading) return node;
  node.type = "button";
  node.title = live.words.about;
  node.addEventListener("click", () => point(each.about));
  return node;
}

// What stands between backticks is as it is written in the text.
const spoken = (text) => text.split("`").map((part, at) => (at % 2 ? make("code", "", part) : part));

function point(id) {
  if (!exists(id)) return;
  if (state.chosen !== id) choose(id);
  const area = cardOf.get(id)?.box ?? cardOf.get(arcOf.get(id).to).box;
  if (!camera.fitted) bring(area);
}

function showNotices() {
  const said = live.gone ? [live.words.gone] : live.notices;
  notices.replaceChildren(...said.map((text) => make("p", "", text)));
  notices.hidden = !said.length;
}

function open(wanted) {
  dock.hidden = !wanted;
  document.body.classList.toggle("live-open", wanted);
  toggle.setAttribute("aria-expanded", String(wanted));
}

// Takes over a new state: its picture where that has changed, and what is said beside it.
function take(fresh) {
  const before = { ...live };
  const { svg, data: known, sheet, ...rest } = fresh;
  if (rest.frame !== FRAME && dressed(rest.frame)) return;
  Object.assign(live, rest);
  document.title = live.title;
  document.querySelector("h1").textContent = live.title;
  if (svg) {
    printed.replaceSync(sheet);
    if (live.view !== before.view) Object.assign(camera, { fitted: true });
    if (live.view !== before.view && state.step >= 0) state.step = -1;
    replacePicture(svg, known);
  }
  showAll();
  if (live.sound && !before.sound) announce(live.words.mended);
  else if (live.notices.join() !== before.notices.join()) announce(live.notices.join(". "));
  else if (counted() !== before.remarks.counted && live.remarks.errors) announce(counted());
}

function showAll() {
  showWords();
  showViews();
  showRemarks();
  showNotices();
}

// A picture in other colours or another language asks for another page; that comes once, never again and again.
function dressed(frame) {
  if (kept("dressed") === frame) return false;
  keep("dressed", frame);
  location.reload();
  return true;
}

function keep(name, value) {
  try {
    sessionStorage.setItem(`toc-live-${name}`, JSON.stringify(value));
  } catch {
    // Then a reload begins with the whole picture.
  }
}

function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(`toc-live-${name}`));
  } catch {
    return null;
  }
}

const asked = () => new URLSearchParams(location.search).get("view") ?? "";

function connect() {
  const address = new URL("live", location.href);
  address.protocol = "ws:";
  address.hash = "";
  address.search = new URLSearchParams({ view: asked(), picture: live.name });
  const socket = new WebSocket(address);
  live.socket = socket;
  socket.addEventListener("message", (event) => {
    if (live.gone) announce(live.words.returned);
    live.gone = false;
    live.pause = 500;
    take(JSON.parse(event.data));
  });
  socket.addEventListener("close", () => {
    setTimeout(reconnect, live.pause);
    live.pause = Math.min(live.pause * 1.6, 4000);
  });
}

// Whoever only reloads or restarts it quickly hears nothing of this.
function reconnect() {
  if (live.socket.readyState !== WebSocket.CLOSED) return;
  if (!live.gone && live.pause > 1000) {
    live.gone = true;
    showNotices();
    announce(live.words.gone);
  }
  connect();
}

element("live-view").addEventListener("change", (event) => {
  const search = new URLSearchParams(location.search);
  search.set("view", event.target.value);
  history.replaceState(null, "", `?${search}${location.hash}`);
  if (live.socket.readyState === WebSocket.OPEN) live.socket.send(event.target.value);
});
toggle.addEventListener("click", () => {
  open(dock.hidden);
  remember("remarks", dock.hidden ? "closed" : "open");
});
element("live-close").addEventListener("click", () => {
  toggle.click();
  toggle.focus();
});
addEventListener("online", reconnect);
document.addEventListener("visibilitychange", () => document.hidden || reconnect());
addEventListener("pagehide", () => {
  const { x, y, k, fitted } = camera;
  keep("camera", fitted || state.step >= 0 ? null : { view: live.view, x, y, k });
});

// After the page itself has started: where the picture stood before a reload, and what has come since.
queueMicrotask(() => {
  const wish = remembered("remarks");
  open(wish ? wish === "open" : innerWidth > 900 && live.remarks.count > 0);
  showAll();
  const place = kept("camera");
  if (performance.getEntriesByType("navigation")[0]?.type === "reload" && place?.view === live.view && state.step < 0) {
    camera.fitted = false;
    move(...held(place.x, place.y, place.k));
  }
  connect();
});
