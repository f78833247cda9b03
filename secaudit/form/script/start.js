import { count, data, longDay, t } from "./data.js";
import { button, folded, h } from "./dom.js";
import { field } from "./fields.js";
import { changed, load, state } from "./store.js";

/** What this is, from whom, how long it takes, until when, why the data is kept, to whom it goes. @param {() => void} shown Called when a draft was loaded. */
export function startView(shown) {
  const minutes = data.forms.reduce((sum, form) => sum + form.minutes, 0);
  const questions = data.forms.reduce((sum, form) => sum + form.questions.length, 0);
  const [first] = data.forms;
  const due = data.forms.map((form) => form.due).sort()[0];
  const to = data.officer ? t("goes_to", { name: data.officer.name }) : t("goes_back");
  return [
    h("h1", { tabindex: -1 }, t("welcome", { name: data.person.name })),
    h("p.lead", {}, t("intro", { organisation: data.organisation })),
    h(
      "ul.facts-of",
      {},
      h("li", {}, t("takes", { questions: count("questions", questions), minutes: count("minutes", minutes) })),
      h("li", {}, t("due", { date: longDay(due) })),
      h("li", {}, to),
    ),
    h("p", {}, t("how")),
    h("a.main.button", { href: `#${first.issue}` }, t(state.found ? "go_on" : "begin")),
    state.found && h("p.note", {}, t("found", { time: new Date(state.found).toLocaleString(data.language) })),
    h("section", { "aria-labelledby": "who" }, h("h2", { id: "who" }, t("who")), whoFields()),
    folded(t("privacy"), privacy()),
    folded(t("draft_load"), loader(shown)),
  ];
}

/** Who answers. */
export function whoFields() {
  return h(
    "div.pair",
    {},
    ["name", "email"].map((name) =>
      field({
        label: t(name),
        wanted: true,
        value: state.respondent[/** @type {"name" | "email"} */ (name)],
        set: (value) => {
          Object.assign(state.respondent, { [name]: value });
          changed();
        },
      }),
    ),
  );
}

/** What GDPR article 13 asks for. */
function privacy() {
  const contact = data.officer ? `${data.officer.name}, ${data.officer.email}` : data.organisation;
  return t("privacy_text", { organisation: data.organisation, contact })
    .split("\n")
    .map((line) => h("p", {}, line));
}

/** @param {() => void} shown */
function loader(shown) {
  const told = h("p", { role: "status" });
  const input = /** @type {HTMLInputElement} */ (
    h("input", { type: "file", accept: ".json,application/json", id: "load" })
  );
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    const [name, words] = load(await file.text());
    if (name.startsWith("loaded")) shown();
    const place = document.getElementById("loaded") ?? told;
    place.textContent = t(name, words);
  });
  return h("div.field", {}, h("label", { for: "load" }, t("draft_file")), input, told);
}

/** A button that writes what is answered so far into a file. @param {() => void} pressed */
export function draftButton(pressed) {
  return button(t("draft_save"), pressed);
}
