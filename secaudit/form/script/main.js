import { data, t } from "./data.js";
import { all, fill, h, onClick, one } from "./dom.js";
import { finishView } from "./finish.js";
import { formView } from "./form.js";
import { groups, togetherView } from "./several.js";
import { startView } from "./start.js";
import { followOthers, restore, state, stateOf, whenChanged } from "./store.js";

const [main, nav, menu, saved] = ["#main", "#entries", "#menu", "#saved"].map((id) =>
  one(document, id),
);

/** In the list of all forms, how far each is. */
function drawProgress() {
  for (const form of data.forms) {
    const { done, all: asks, left } = stateOf(form);
    const place = one(nav, `[data-progress="${form.issue}"]`);
    const bar = h("progress", { max: asks, value: done, "aria-hidden": "true" });
    fill(place, bar, left ? t("of", { done, all: asks }) : `✓ ${t("answered")}`);
    place.classList.toggle("done", !left);
  }
  const told = state.unkept.size ? "not_kept" : state.changedSince && "changed_since";
  saved.textContent = told ? t(told) : "";
}

/** Show what the address asks for. */
function show() {
  const [place, id] = location.hash.slice(1).split("/");
  const form = data.forms.find((each) => each.issue === place);
  const together = place === "together" && groups().length > 0;
  if (form) fill(main, formView(form, id, show));
  else if (together) fill(main, ...togetherView(id));
  else fill(main, place === "finish" ? finishView() : startView(show));
  const known = form || together || place === "finish" ? place : "start";
  for (const each of all(nav, "[aria-current]")) each.removeAttribute("aria-current");
  one(nav, `[href="#${known}"]`).setAttribute("aria-current", "page");
  one(nav, '[href="#together"]').hidden = !groups().length;
  unfoldMenu(false);
  drawProgress();
  focusOn(id && one(main, `[data-control="${CSS.escape(id)}"] h2`));
}

/** What is new is read aloud, and comes into view. @param {HTMLElement | "" | undefined} [heading] */
function focusOn(heading) {
  (heading || one(main, "h1")).focus({ preventScroll: true });
  if (heading) heading.scrollIntoView({ block: "start" });
  else scrollTo(0, 0);
}

/** On a small screen the list is folded. @param {boolean} open */
function unfoldMenu(open) {
  menu.setAttribute("aria-expanded", String(open));
}

/** On paper nothing is folded. @param {boolean} open */
function unfold(open) {
  for (const each of all(main, "#overview-fold")) each.toggleAttribute("open", open);
}

onClick(document, "#menu", () => unfoldMenu(menu.ariaExpanded !== "true"));
one(document, ".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address says which part of the page is shown
  focusOn();
});
addEventListener("beforeprint", () => unfold(true));
addEventListener("afterprint", () => unfold(false));
addEventListener("hashchange", show);
restore();
whenChanged(drawProgress);
followOthers(show);
show();
