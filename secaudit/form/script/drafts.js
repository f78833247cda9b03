import { data } from "./data.js";
import { isBegun, keep, replyTo, respondent, takeReply, takeWho } from "./store.js";

/** Everything that is answered, to be loaded again. */
export function draft() {
  const forms = data.forms.filter(isBegun);
  return {
    draft: "secaudit/1",
    campaign: data.campaign,
    person: data.person.id,
    respondent: respondent(),
    forms: forms.map((form) => {
      const { issue, label } = form;
      return { issue, label, about: about(form), ...replyTo(form) };
    }),
  };
}

/** What a form is about, also where it was issued anew. @param {Form} form */
function about(form) {
  return [form.kind, form.id, form.part, form.occasion].join(" ");
}

/** Take the answers of a draft. Gives what is to be told of it: the name of a text, and words for it. @param {string} text @returns {[string, Record<string, string>]} */
export function load(text) {
  const found = parsed(text);
  if (!found) return [text.includes("form: secaudit/") ? "not_draft_answers" : "not_draft", {}];
  if (found.campaign !== data.campaign) return ["other_campaign", { campaign: found.campaign }];
  if (found.person !== data.person.id) return ["other_person", {}];
  const told = found.forms.map((/** @type {any} */ value) => taken(Object(value), found.forms));
  takeWho(found.respondent);
  const lost = told.filter((/** @type {any} */ each) => typeof each === "string");
  if (lost.length) return ["loaded_part", { names: lost.join(", ") }];
  return [told.includes(false) ? "loaded_newer" : "loaded", {}];
}

/** @param {string} text */
function parsed(text) {
  try {
    const found = JSON.parse(text);
    const isDraft = found?.draft === "secaudit/1" && typeof found.campaign === "string";
    return isDraft && Array.isArray(found.forms) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Take a form of a draft: true; false into a newer form; else what it was about. @param {any} value @param {any[]} among */
function taken(value, among) {
  const same = data.forms.find((form) => form.issue === value.issue);
  const others = data.forms.filter((form) => !among.some((each) => each?.issue === form.issue));
  const form = same ?? others.find((each) => about(each) === value.about);
  if (!form) return String(value.label ?? value.about);
  takeReply(form, value);
  keep(form);
  return Boolean(same);
}
