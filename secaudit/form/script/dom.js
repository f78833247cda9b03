/** @typedef {Node | string | number | boolean | null | undefined | Child[]} Child */

/**
 * An element: its name with classes (`p.note`), its attributes and listeners, what is in it.
 *
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === null) continue;
    if (typeof value === "function") element.addEventListener(key, value);
    else if (key === "value") Object.assign(element, { value });
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  add(element, ...children);
  return element;
}

/** Put children into an element. @param {Element} element @param {...Child} children */
export function add(element, ...children) {
  for (const child of /** @type {any[]} */ (children.flat(9)))
    if (child !== false && child !== null && child !== undefined)
      element.append(child instanceof Node ? child : String(child));
}

/** Put children in the place of what is in an element. @param {Element} element @param {...Child} children */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, ...children);
}

/** A button. @param {string} label @param {() => void} pressed @param {string} [look] */
export function button(label, pressed, look = "") {
  return h(look ? `button.${look}` : "button", { type: "button", click: pressed }, label);
}

/** What stands in a template of the page, once more. @param {string} id */
export function template(id) {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {DocumentFragment} */ (content.cloneNode(true));
}

/** The element that has an id, which the page is written with. @param {ParentNode} within @param {string} id */
export function byId(within, id) {
  return /** @type {HTMLElement} */ (within.querySelector(`#${id}`));
}

let last = 0;
/** An id that nothing else on the page has. */
export function newId() {
  last += 1;
  return `e${last}`;
}

/** What is folded until it is opened. @param {string} summary @param {...Child} children */
export function folded(summary, ...children) {
  return h("details", {}, h("summary", {}, summary), ...children);
}
