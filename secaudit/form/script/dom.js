/** @typedef {Node | string | number | boolean | null | undefined | Child[]} Child */

/**
 * An element: its name with classes (`p.note`), its attributes and listeners, what is in it.
 *
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...Child} children
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== false && value !== undefined) element.setAttribute(key, String(value));
  }
  fill(element, ...children);
  return element;
}

/** Put children in the place of what is in an element. @param {Element} element @param {...Child} children */
export function fill(element, ...children) {
  const shown = /** @type {any[]} */ (children.flat(9)).filter((child) => child || child === 0);
  element.replaceChildren(...shown);
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
  return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
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

/** @param {string[]} lines */
export function list(lines) {
  return h(
    "ul",
    {},
    lines.map((line) => h("li", {}, line)),
  );
}

/** A link; some look like buttons. @param {string} href @param {Child} text @param {string} [look] */
export function link(href, text, look = "") {
  return h("a", { href, class: look }, text);
}
