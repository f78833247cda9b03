import { data } from "./data.js";
import { asked, corrections, isAnswered } from "./rules.js";

/** What needs no quotes: it can be read as nothing but the text. */
const PLAIN = /^([A-Z][A-Za-z0-9._-]*|[a-z][a-z0-9_-]*|[0-9]{4}-[0-9]{2}-[0-9]{2})$/;
const RESERVED = /^(null|true|false|yes|no|on|off|y|n)$/i;
/** The fields with a number; of employees, one for each status. */
const NUMBERS = ["hours", "cost", "maturity", ...Object.keys(data.words)];

/** A form with its answers as a document of YAML, such as `secaudit record` reads. @param {Form} form @param {Reply} reply @param {Respondent} respondent */
export function documentOf(form, reply, respondent) {
  const given = asked(form, reply).ids.filter((id) => isAnswered(reply.answers[id]));
  const facts = corrections(form, reply);
  return written({
    form: "secaudit/1",
    campaign: data.campaign,
    subject: { kind: form.kind, id: form.id, name: form.name },
    issue: form.issue,
    respondent,
    ...(Object.keys(facts).length ? { facts } : {}),
    answers: Object.fromEntries(given.map((id) => [id, said(reply.answers[id])])),
  });
}

/** An answer in the words of the campaign's language, without what is empty. @param {Answer} answer */
function said({ status, maturity, evidence, ...others }) {
  const piece = kept(evidence ?? {});
  return kept({
    status: status && data.words[status],
    maturity: maturity === "unchanged" ? data.words.unchanged : maturity,
    ...others,
    evidence: piece && [piece],
  });
}

/** What is not empty, with numbers as such; nothing if all is. @param {Record<string, any>} mapping @returns {any} */
function kept(mapping) {
  const full = Object.entries(mapping)
    .map(([key, value]) => {
      if (isMapping(value)) return [key, kept(value)];
      return [key, NUMBERS.includes(key) && /^[0-9]{1,15}$/.test(value) ? Number(value) : value];
    })
    .filter(([, value]) => (value ?? "") !== "");
  return full.length ? Object.fromEntries(full) : undefined;
}

/** @param {any} value */
function isMapping(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A mapping as lines of YAML. @param {Record<string, any>} mapping @param {number} [indent] @returns {string} */
function written(mapping, indent = 0) {
  const lines = Object.entries(mapping).map(
    ([key, value]) => `${" ".repeat(indent)}${scalar(key)}:${behind(value, indent + 2)}`,
  );
  return lines.join("");
}

/** What stands behind a name. @param {any} value @param {number} indent @returns {string} */
function behind(value, indent) {
  if (isMapping(value)) return Object.keys(value).length ? `\n${written(value, indent)}` : " {}\n";
  if (!Array.isArray(value)) return ` ${scalar(value, indent)}\n`;
  if (!value.some(isMapping)) return ` [${value.map((one) => scalar(one)).join(", ")}]\n`;
  const start = `${" ".repeat(indent)}- `;
  return `\n${value.map((one) => start + written(one, indent + 2).trimStart()).join("")}`;
}

/** A text is a block where quotes would need escapes, so that it stands as it was typed. @param {any} value */
function scalar(value, indent = 0) {
  if (typeof value !== "string") return String(value ?? "");
  if (PLAIN.test(value) && !RESERVED.test(value)) return value;
  if (!/["\\\n]/.test(value)) return `"${value}"`;
  const lines = value.split("\n").map((line) => line.trim() && " ".repeat(indent) + line);
  return `|2-\n${lines.join("\n")}`;
}
