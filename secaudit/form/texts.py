"""What the page says, by the name that its script has for it."""

from typing import Any

from secaudit.language import _, later

TEXTS = {
    "skip": later("Skip to the content"),
    "forms": later("Your forms"),
    "noscript": later(
        "This page needs JavaScript. Open it in Edge, Chrome or Firefox, or fill in "
        "the forms (.yaml) in the same folder."
    ),
    "start": later("Start"),
    "menu": later("Menu"),
    "how": later(
        "Answer as well as you can. 'Do not know' is an honest answer. At the end the"
        " page saves a file that you send. You may close the page and go on later in "
        "the same browser on the same computer."
    ),
    "begin": later("Begin"),
    "go_on": later("Go on"),
    "found": later("Your answers from {time} are here."),
    "who": later("Who answers?"),
    "name": later("Name"),
    "email": later("E-mail"),
    "privacy": later("What we do with what you write"),
    "draft_load": later("Go on with a draft that you saved as a file"),
    "draft_file": later("Choose the file; its name begins with 'kladde-'"),
    "loaded": later("The draft is loaded."),
    "loaded_newer": later(
        "The draft is loaded. One of the forms was issued anew after it was saved. "
        "Answers to the same questions are taken along; look them through."
    ),
    "loaded_part": later(
        "The draft is loaded, but for what this page does not ask about: {names}"
    ),
    "not_draft": later(
        "The file is not a draft from this page. Choose a file whose name begins with"
        " 'kladde-'."
    ),
    "not_draft_answers": later(
        "This is a file with answers, to be sent. Choose a file whose name begins "
        "with 'kladde-'."
    ),
    "other_campaign": later(
        "The draft is from the campaign {campaign}. Nothing was loaded."
    ),
    "other_person": later("The draft is another person's. Nothing was loaded."),
    "not_kept": later(
        "The browser cannot keep your answers. Press 'Save a draft' under 'Check and "
        "save' before you close the page."
    ),
    "by_question": later("Answer for several systems at once"),
    "by_question_hint": later(
        "Here you answer the same question for several systems at once. The answers "
        "also stand in each system's form."
    ),
    "finish": later("Check and save"),
    "operations": later("technical questions"),
    "occasion_due": later("what falls due"),
    "occasion_returned": later("sent back"),
    "kind_owner": later("Your own duties"),
    "kind_organisation": later("The organisation"),
    "kind_employees": later("The employees"),
    "answered": later("answered"),
    "unanswered": later("unanswered"),
    "of": later("{done} of {all}"),
    "due": later("Answer by {date}"),
    "mode_one": later("Show one question at a time"),
    "mode_all": later("Show all questions"),
    "number": later("Question {n} of {all}"),
    "next": later("Next question"),
    "back": later("Back"),
    "next_form": later("Go on: {name}"),
    "standing": later("Answers from earlier years that still stand"),
    "facts": later("Is this right?"),
    "facts_right": later("Yes, it is right"),
    "facts_correct": later("Correct"),
    "facts_done": later("Done"),
    "facts_hint": later(
        "Correct what is wrong and add what is missing; leave what you are in doubt "
        "about. Nothing changes in the inventory before the municipality has read it."
    ),
    "facts_corrected": later("Your corrections are sent with your answers."),
    "opened": later(
        "This is asked because you corrected the facts. Answer now if you can, else "
        "you are asked later."
    ),
    "not_stated": later("not stated"),
    "yes": later("yes"),
    "no": later("no"),
    "clear_answer": later("Clear the answer"),
    "unchanged": later("Unchanged: still {status}"),
    "level": later("level {n}"),
    "law": later("required by law"),
    "guidance": later("What do the answers mean?"),
    "examples": later("For example, point at:"),
    "needs_date": later("'Met' and 'partly met' need the date of the latest review."),
    "needs_evidence": later("'Met' and 'partly met' need evidence."),
    "never": later("'{status}' cannot be answered here."),
    "answered_before": later("Last answered {date}: "),
    "answered_now": later("Answered {date}: "),
    "stands": later("The answer still stands, unless you answer again."),
    "review": later("The municipality's review"),
    "comment": later("Comment"),
    "comment_partial": later("What is missing?"),
    "comment_not-met": later("Why is it not met?"),
    "comment_not-applicable": later("Why is it not applicable?"),
    "comment_unknown": later("Who may know?"),
    "evidence_where": later("Where can it be seen?"),
    "evidence_seen": later("When did you see it?"),
    "reviewed_on": later("When was it last reviewed?"),
    "action": later("Action"),
    "action_what": later("What will be done?"),
    "action_responsible": later("By whom?"),
    "action_due": later("By when?"),
    "action_hours": later("Hours"),
    "action_cost": later("Cost in kroner"),
    "wish": later("A wish that it be accepted"),
    "wish_hint": later("Only a decision of the management accepts a gap."),
    "wish_why": later("Why?"),
    "wish_until": later("Until and including which day?"),
    "add_comment": later("Add a comment"),
    "add_acceptance": later("Ask the management to accept it"),
    "optional": later("optional"),
    "taken_out": later("An invisible sign was taken out."),
    "half_day": later("This is not a whole date. Write day, month and year."),
    "same_which": later("Which systems get the same answer?"),
    "change": later("Change {name}"),
    "together_for": later("This answer is for"),
    "each": later("Each system by itself"),
    "complete": later("Nothing is missing."),
    "odd": later("Look at these answers once more"),
    "answered_on": later("Day of the answers"),
    "clock": later(
        "The clock of this computer is wrong. Write the day of your answers."
    ),
    "save": later("Save the answers"),
    "draft_save": later("Save a draft"),
    "draft_saved": later(
        "The draft is saved as {file}. Load it under 'Start' to go on, here or on "
        "another computer."
    ),
    "saved": later("The answers are saved as {file}"),
    "nothing": later("Nothing is answered yet, so nothing was saved."),
    "mail": later("Write the mail"),
    "mail_subject": later("Self-assessment {campaign}: answers from {name}"),
    "mail_text": later(
        "My answers are in the attached file, {file}.\n\nKind regards\n{name}"
    ),
    "forget_hint": later(
        "Your answers lie in this browser until you remove them. Do it when the file "
        "is sent, or when you have saved a draft."
    ),
    "forget": later("Remove the answers from this browser"),
    "all_answers": later("See all your answers"),
    "problem_unanswered": later("Choose an answer."),
    "problem_comment-missing": later("Write what is missing, or why."),
    "problem_review-date-missing": later("Write when it was last reviewed."),
    "problem_evidence-missing": later("Write where it can be seen."),
    "problem_never-not-applicable": later(
        "This concerns everyone; choose another answer."
    ),
    "problem_provider-not-applicable": later(
        "Other systems rely on this answer; choose another one."
    ),
    "problem_gap-without-action": later("Write what will be done, if you know it."),
    "problem_date-after-answer": later(
        "A date of a review or of evidence cannot be after the day of the answers."
    ),
    "problem_date-before-answer": later(
        "A deadline cannot be before the day of the answers."
    ),
    "problem_unchanged-overdue": later(
        "The deadline of the action has passed. Write a new one."
    ),
    "problem_stale-evidence": later(
        "The evidence was last seen more than a year ago; look at it again if you can."
    ),
    "problem_whole-number": later("Write numbers as whole ones, such as 15000."),
    "problem_cpr-number": later("This looks like a CPR number; take it out if it is."),
    "problem_date-before-issue": later(
        "The day of the answers is before the forms were issued."
    ),
    "problem_date-in-future": later("The day of the answers is in the future."),
    "load_confirm": later(
        "The answers in the draft take the place of those that stand here in the same "
        "forms. Go on?"
    ),
    "changed_since": later(
        "You have changed something since you saved. Save the answers again."
    ),
    "next_left": later("Go on with the rest"),
    "facts_undo": later("Undo the corrections"),
    "confirmed": later("confirmed"),
    "unconfirmed": later("You have not confirmed what is known of: {names}"),
    "reviewed": later("Last reviewed"),
    "none_ticked": later("Tick at least one system."),
    "full": later("There is no room for more here."),
    "known": later("From the inventory. Correct it if it is wrong."),
    "known_old": later("The inventory says {date}."),
    "dated_risk_assessment": later("It is the date of the risk assessment itself."),
    "dated_supervised_on": later("It is the date of the latest supervision."),
    "dated_dpia": later("It is the date of the impact assessment itself."),
    "dated_processor_agreement": later("It is the date of the agreement itself."),
    "reuse": later("Use the text from last time"),
    "should": later("should be filled in"),
    "same_give": later("Give them this answer"),
    "replaces": later("{name} (replaces: {status})"),
    "shared": later("Do others use this computer?"),
    "forget_confirm": later("The answers are removed, here on the page, too. Go on?"),
    "problem_no-name": later("Write your name."),
    "saved_left": later(
        "Not complete yet: {names}. Send the file now, or fill in the rest, save "
        "again and send the new one."
    ),
    "questions_one": later("{n} question in all"),
    "questions_many": later("{n} questions in all"),
    "minutes_one": later("about {n} minute"),
    "minutes_many": later("about {n} minutes"),
    "closed_one": later("{n} question falls away because of your corrections."),
    "closed_many": later("{n} questions fall away because of your corrections."),
    "corrected_one": later("{n} correction"),
    "corrected_many": later("{n} corrections"),
    "left_one": later("Something is missing at {n} question:"),
    "left_many": later("Something is missing at {n} questions:"),
    "same_one": later("Same answer for my other system"),
    "same_many": later("Same answer for my {n} other systems"),
    "filled_one": later("{n} system got the same answer:"),
    "filled_many": later("{n} systems got the same answer:"),
    "unchanged_for_one": later("Unchanged, for those with an earlier answer ({n})"),
    "unchanged_for_many": later("Unchanged, for those with an earlier answer ({n})"),
    "groups_one": later("See the question ({n})"),
    "groups_many": later("See all {n} questions"),
}


def said(name: str, **words: Any) -> str:
    """A text in the active language, with its words filled in."""
    return _(TEXTS[name]).format(**words)


def count(name: str, n: int) -> str:
    """The same for one or several."""
    return said(f"{name}_one" if n == 1 else f"{name}_many", n=n)
