import { data, t } from "./data.js";
import { all, one, template } from "./dom.js";
import { groups } from "./group.js";
import { changed, load, state } from "./store.js";

/** What this is, who answers, and where a draft is loaded. @param {() => void} shown Called when one was. */
export function startView(shown) {
  const view = template("start");
  const found = one(view, "#found");
  found.hidden = !state.found;
  if (state.found) {
    const time = new Date(state.found).toLocaleString(data.language);
    found.textContent = t("found", { time });
    one(view, "#begin").textContent = t("go_on");
  }
  one(view, "#by-question").hidden = groups().every(({ forms }) => forms.length < 3);
  bindWho(view);
  const input = /** @type {HTMLInputElement} */ (one(view, "#load"));
  input.addEventListener("change", async () => {
    const [name, words] = load((await input.files?.[0]?.text()) ?? "");
    if (name.startsWith("loaded")) shown();
    one(document, "#loaded").textContent = t(name, words);
  });
  return view;
}

/** The fields that say who answers. @param {HTMLElement} view */
export function bindWho(view) {
  for (const input of /** @type {HTMLInputElement[]} */ (all(view, "[data-who]"))) {
    const name = /** @type {"name" | "email"} */ (input.dataset.who);
    input.value = state.respondent[name];
    input.addEventListener("input", () => {
      state.respondent[name] = input.value.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "");
      changed();
    });
  }
}
