import { data, t } from "./data.js";
import { all, fill, h, link, one } from "./dom.js";
import { finishView } from "./finish.js";
import { formView } from "./form.js";
import { groups, togetherView } from "./group.js";
import { nameOf, stateOf } from "./progress.js";
import { startView } from "./start.js";
import { flush, followOthers, restore, state, whenChanged } from "./store.js";

const [main, nav, menu, saved] = ["#main", "#entries", "#menu", "#saved"].map((id) =>
  one(document, id),
);

/** The list of all forms, with how far each is. @param {string} place What is shown. */
function drawNav(place) {
  const plain = [
    link("#start", t("start")),
    groups().length > 0 && link("#together", t("by_question")),
    ...data.forms.map((form) => [link(`#${form.issue}`, nameOf(form)), h("span.progress")]),
    link("#finish", t("finish")),
  ];
  fill(
    nav,
    plain.map((entry) => entry && h("li", {}, entry)),
  );
  unfoldMenu(false);
  one(nav, `[href="#${place}"]`)?.setAttribute("aria-current", "page");
  drawProgress();
}

function drawProgress() {
  const places = all(nav, ".progress");
  for (const [n, form] of data.forms.entries()) {
    const { done, all: asks } = stateOf(form);
    const bar = h("progress", { max: asks, value: done, "aria-hidden": "true" });
    fill(places[n], bar, done === asks ? `✓ ${t("answered")}` : t("of", { done, all: asks }));
    places[n].classList.toggle("done", done === asks);
  }
  saved.textContent = state.unkept.size
    ? t("not_kept")
    : state.changedSince
      ? t("changed_since")
      : "";
}

/** Show what the address asks for. */
function show() {
  flush();
  const [place, id] = location.hash.slice(1).split("/");
  const form = data.forms.find((each) => each.issue === place);
  if (form) fill(main, formView(form, id, show));
  else if (place === "together" && groups().length) fill(main, togetherView(id));
  else if (place === "finish") fill(main, finishView());
  else fill(main, startView(show));
  drawNav(form || ["together", "finish"].includes(place) ? place : "start");
  focusOn(id && one(main, `[data-control="${CSS.escape(id)}"] h2`));
}

/** What is new is read aloud, and comes into view. @param {HTMLElement | ""} heading */
function focusOn(heading) {
  (heading || one(main, "h1")).focus({ preventScroll: true });
  if (heading) heading.scrollIntoView({ block: "start" });
  else scrollTo(0, 0);
}

/** On a small screen the list is folded. @param {boolean} open */
function unfoldMenu(open) {
  menu.setAttribute("aria-expanded", String(open));
}

menu.addEventListener("click", () => unfoldMenu(menu.ariaExpanded !== "true"));
one(document, ".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address says which part of the page is shown
  focusOn("");
});

/** On paper nothing is folded. @param {boolean} open */
function unfold(open) {
  for (const each of all(main, "#overview-fold")) each.toggleAttribute("open", open);
}

addEventListener("beforeprint", () => unfold(true));
addEventListener("afterprint", () => unfold(false));
restore();
whenChanged(drawProgress);
followOthers(show);
addEventListener("hashchange", show);
addEventListener("pagehide", flush);
show();
