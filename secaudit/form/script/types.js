/**
 * What the page was written with (secaudit/form/contents.py), and what is answered on it.
 *
 * @typedef {Record<string, any>} Facts
 * @typedef {{path: string, label: string, kind: string, choices: Record<string, string>}} Fact
 *
 * @typedef {object} Question
 * @property {string} text
 * @property {"status" | "maturity" | "counts"} field
 * @property {Record<string, string[]>} needed By field, the statuses that cannot do without it.
 * @property {number} months How often it is reviewed; 0 where it has no date.
 * @property {string} dated_by The fact that has the date.
 * @property {boolean} never Whether "not applicable" cannot be answered.
 * @property {Record<string, (string | boolean)[]>} when
 *
 * @typedef {{reference?: string, seen_on?: string}} Evidence
 *
 * @typedef {object} Answer
 * @property {string} [status] A status, or "unchanged".
 * @property {string} [maturity] A level, or "unchanged".
 * @property {Record<string, Record<string, string>>} [counts] By department and status.
 * @property {string} [reviewed_on]
 * @property {string} [comment]
 * @property {Evidence} [evidence]
 * @property {{what?: string, responsible?: string, due?: string, hours?: string, cost?: string}} [action]
 * @property {{why?: string, until?: string}} [acceptance]
 *
 * @typedef {Omit<Answer, "evidence" | "maturity" | "action"> & {maturity?: string | number | null,
 *   evidence: Evidence[], action?: Record<string, string | number | undefined>}} Meant
 *   What an answer comes to.
 *
 * @typedef {object} Earlier
 * @property {string} status
 * @property {number | null} [maturity]
 * @property {string} [comment]
 * @property {Evidence[]} [evidence]
 * @property {{what?: string, responsible?: string, due?: string, hours?: number, cost?: number}} [action]
 * @property {boolean} again Whether it may be said to be unchanged.
 * @property {boolean} back Whether it was sent back.
 * @property {string} label What the button for "unchanged" says.
 * @property {[string, string][]} lines What is shown of it; first the day and the word.
 *
 * @typedef {object} Form
 * @property {string} issue
 * @property {string} kind
 * @property {string} id
 * @property {string} name
 * @property {string} label What it is called.
 * @property {string} part
 * @property {string} occasion
 * @property {string} issued_on
 * @property {Facts} facts
 * @property {string[]} questions
 * @property {string[]} answered
 * @property {string[]} conditional
 * @property {string[]} provides
 * @property {Record<string, Earlier>} earlier
 *
 * @typedef {{facts: Facts, answers: Record<string, Answer>, confirmed?: boolean, on?: string}} Reply
 * @typedef {{name: string, email: string, answered_on: string}} Respondent
 * @typedef {{control: string, code: string, warning: boolean}} Problem
 *
 * @typedef {object} Data
 * @property {string} locale
 * @property {string} campaign
 * @property {string} latest The day that the latest form was issued.
 * @property {{id: string, name: string, email: string}} person
 * @property {{name: string, email: string} | null} officer
 * @property {{needed: Record<string, string[]>, warnings: string[], planned: string[],
 *   not_after: string[][], not_before: string[][], free: string[][], stale_days: number,
 *   cpr: string, quotes: string, most: Record<string, number>, target: number, unwanted: string}} rules
 * @property {Record<string, string>} words What every answer is called: a status, a level.
 * @property {Fact[]} facts
 * @property {Record<string, Question>} questions
 * @property {Form[]} forms
 * @property {Record<string, string>} texts
 */
