// Light or dark, and what is remembered of the reader's wishes where the browser allows that.

const darkness = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

function remember(name, value) {
  try {
    localStorage.setItem(`toc-${name}`, value);
  } catch {
    // A page opened from a file may not remember anything.
  }
}

function remembered(name) {
  try {
    return localStorage.getItem(`toc-${name}`);
  } catch {
    return null;
  }
}

const isDark = () => getComputedStyle(root).colorScheme === "dark";

function showLook() {
  element("ui-look").setAttribute("aria-pressed", String(isDark()));
}

element("ui-look").addEventListener("click", () => {
  root.dataset.look = isDark() ? "light" : "dark";
  remember("look", root.dataset.look);
  showLook();
});
darkness.addEventListener("change", showLook);
element("ui-print").addEventListener("click", () => print());
letters.addEventListener("change", () => remember("letters", letters.checked ? "yes" : "no"));

function prepareLook() {
  const look = remembered("look");
  if (look === "dark" || look === "light") root.dataset.look = look;
  letters.checked = remembered("letters") !== "no";
  showLook();
}
