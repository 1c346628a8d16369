// What the page says, in the language of its picture; the words come with it.

const WORDS = JSON.parse(document.getElementById("ui-data").textContent).words;
const plurals = new Intl.PluralRules(document.documentElement.lang || "en");

function say(name, fields = {}) {
  return WORDS[name].replace(/\{(\w+)\}/g, (whole, field) => (field in fields ? String(fields[field]) : whole));
}

// "1 cause", "3 causes": what is said of one stands under `name_one`, of several under `name_other`.
function many(name, n) {
  return say(`${name}_${plurals.select(n) === "one" ? "one" : "other"}`, { n });
}

let told = 0;

// Tells a screen reader, once what the reader does has settled.
function announce(text) {
  clearTimeout(told);
  told = setTimeout(() => {
    document.getElementById("ui-live").textContent = text;
  }, 150);
}
