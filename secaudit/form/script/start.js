import { data, t } from "./data.js";
import { all, onClick, one, template } from "./dom.js";
import { load } from "./drafts.js";
import { groups } from "./several.js";
import { changed, firstLeft, forget, isBegun, state } from "./store.js";

/** What this is, who answers, and where a draft is loaded. @param {() => void} shown Called when one was. */
export function startView(shown) {
  const view = template("start");
  const [found, begin] = ["#found", "#begin"].map((id) => one(view, id));
  const begun = data.forms.some(isBegun);
  found.hidden = !state.found;
  const time = new Date(state.found || 0);
  const style = { dateStyle: "long", timeStyle: "short" };
  found.textContent = t("found", {
    time: time.toLocaleString(data.locale, /** @type {any} */ (style)),
  });
  begin.setAttribute("href", `#${firstLeft()?.issue ?? "finish"}`);
  if (begun) begin.textContent = t("go_on");
  one(view, "#by-question").hidden = groups().every(({ forms }) => forms.length < 3);
  bindWho(view);
  const input = all(view, "#load")[0];
  input.addEventListener("change", async () => {
    const text = (await input.files?.[0]?.text()) ?? "";
    input.value = ""; // the same file can be chosen again
    if (begun && !confirm(t("load_confirm"))) return;
    const [name, words] = load(text);
    if (name.startsWith("loaded")) shown();
    one(document, "#loaded").textContent = t(name, words);
  });
  return view;
}

/** The fields that say who answers, and the button that takes the answers away from the browser. @param {HTMLElement} view @param {() => void} [after] */
export function bindWho(view, after = () => {}) {
  for (const input of all(view, "[data-who]")) {
    const name = /** @type {"name" | "email"} */ (input.dataset.who);
    input.value = state.respondent[name];
    input.addEventListener("input", () => {
      state.respondent[name] = input.value.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "");
      changed();
      after();
    });
  }
  onClick(view, ".forget", () => {
    if (!confirm(t("forget_confirm"))) return;
    forget();
    location.hash = "#start";
    location.reload();
  });
}
