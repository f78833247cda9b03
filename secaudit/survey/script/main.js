/** The first element that a selector names, which is there. @param {string} selector @returns {any} */
const one = (selector) => document.querySelector(selector);
const form = one("form");
const made = one("#made");
/** @type {HTMLElement[]} */
const questions = [...form.querySelectorAll("[data-name]")];

/** What is chosen of a question, if anything is. @param {HTMLElement} question @returns {HTMLInputElement | null} */
function chosen(question) {
  return question.querySelector(":checked:enabled");
}

/** The line of text: as_text in secaudit/survey/words.py makes the same. */
export function line() {
  const told = questions.map((question) => [question.dataset.name, chosen(question)?.value]);
  const parts = told.filter(([, value]) => value).map((pair) => pair.join("="));
  return [`secaudit ${form.dataset.campaign}`, ...parts].join("; ");
}

/** A link to a question. @param {HTMLElement} question */
function linkTo(question) {
  const link = document.createElement("a");
  link.href = `#${question.id}`;
  link.textContent = question.querySelector("h2")?.textContent ?? "";
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}

/** Show the text, and what is not answered. */
function show() {
  const left = questions.filter((question) => !chosen(question));
  const nothing = left.length === questions.length;
  const { one: single, many } = one("#left p").dataset;
  one("#left p").textContent = (left.length === 1 ? single : many).replace("{n}", left.length);
  one("#left ul").replaceChildren(...left.map(linkTo));
  one("#left").hidden = nothing || !left.length;
  one("#nothing").hidden = !nothing;
  one("#text").hidden = nothing;
  one("#line").value = line();
  one("#copied").textContent = "";
}

form.addEventListener("submit", (/** @type {Event} */ event) => {
  event.preventDefault();
  show();
  made.hidden = false;
  one("#made h3").focus();
});
form.addEventListener("change", () => made.hidden || show());
form.addEventListener("reset", () => {
  made.hidden = true;
  one("#line").value = "";
  one("h1").focus();
});
one("#copy").addEventListener("click", () => {
  one("#line").select();
  // navigator.clipboard is not there on an intranet without https
  const { copied, byHand } = one("#copy").dataset;
  one("#copied").textContent = document.execCommand("copy") ? copied : byHand;
});
