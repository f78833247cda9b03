/** @typedef {Node | string | number | boolean | null | undefined | Child[]} Child */

/** An element: its name with classes (`p.note`), its attributes and listeners, what is in it. @param {string} tag @param {Record<string, any>} [attributes] @param {...Child} children */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else element.setAttribute(key, String(value));
  }
  return fill(element, ...children);
}

/** Put children in the place of what is in an element. @template {Element} E @param {E} element @param {...Child} children */
export function fill(element, ...children) {
  element.replaceChildren(.../** @type {any[]} */ (children.flat(9)).filter(Boolean));
  return element;
}

/** A button. @param {string} label @param {() => void} click @param {string} [look] */
export function button(label, click, look = "") {
  return h("button", { type: "button", class: look, click }, label);
}

/** What stands in a template of the page, once more. @param {string} id @returns {HTMLElement} */
export function template(id) {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return h("div", {}, content.cloneNode(true));
}

/** The first element that a selector names, which is there. @param {ParentNode} within @param {string} selector */
export function one(within, selector) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

/** All of them. @param {ParentNode} within @param {string} selector */
export function all(within, selector) {
  return /** @type {HTMLInputElement[]} */ ([...within.querySelectorAll(selector)]);
}

/** Do something at every click on it. @param {ParentNode} within @param {string} selector @param {() => void} click */
export function onClick(within, selector, click) {
  one(within, selector).addEventListener("click", click);
}

let last = 0;
/** An id that nothing else on the page has. */
export function newId() {
  last += 1;
  return `e${last}`;
}

/** What is folded until it is opened. @param {Child} summary @param {...Child} children */
export function folded(summary, ...children) {
  return h("details", {}, h("summary", {}, summary), children);
}

/** A list of what is there, an entry each. @param {Child[]} entries */
export function list(entries) {
  const items = entries.map((entry) => h("li", {}, entry));
  return h("ul", {}, items);
}

/** A line that says what it is, then what there is. @param {string[]} words */
export function line([label, text]) {
  return h("p", {}, h("span.soft", {}, `${label} `), h("span", {}, text));
}

/** A link; some look like buttons. @param {string} href @param {Child} text @param {string} [look] */
export function link(href, text, look = "") {
  return h("a", { href, class: look }, text);
}
