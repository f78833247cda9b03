import { data, t } from "./data.js";
import { byId, template } from "./dom.js";
import { changed, load, state } from "./store.js";

/** What this is, who answers, and where a draft is loaded. @param {() => void} shown Called when one was. */
export function startView(shown) {
  const view = template("start");
  bindWho(view);
  if (state.found) {
    const time = new Date(state.found).toLocaleString(data.language);
    Object.assign(byId(view, "found"), { hidden: false, textContent: t("found", { time }) });
    byId(view, "begin").textContent = t("go_on");
  }
  const input = /** @type {HTMLInputElement} */ (byId(view, "load"));
  input.addEventListener("change", async () => {
    const [name, words] = load((await input.files?.[0]?.text()) ?? "");
    if (name.startsWith("loaded")) shown();
    byId(document, "loaded").textContent = t(name, words);
  });
  return view;
}

/** The fields that say who answers. @param {ParentNode} view */
export function bindWho(view) {
  for (const name of /** @type {const} */ (["name", "email"])) {
    const input = /** @type {HTMLInputElement} */ (byId(view, name));
    input.value = state.respondent[name];
    input.addEventListener("input", () => {
      state.respondent[name] = input.value.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "");
      changed();
    });
  }
}
