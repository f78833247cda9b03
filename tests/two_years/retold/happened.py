"""Section 11, told again: reviews, incidents, audits; and the remark of section 10."""

from collections.abc import Iterator

from tests.two_years.retold.told import Row, Said, Told
from tests.two_years.standing import Asked
from tests.two_years.words import day


def checks(told: Told) -> Iterator[Said]:
    """What the reviews of the answers showed."""
    seen = [
        (asked, review)
        for asked in told.standing.own.values()
        if asked.word and (review := told.reviewed(asked))
    ]
    outcomes = [review["outcome"] for _asked, review in seen]
    counts = [outcomes.count(one) for one in ("agreed", "returned", "assessed")]
    if seen:
        yield len(seen), *(number for number in counts if number)
    again = sum(_answered_again(asked, told) for asked in told.standing.own.values())
    if again:
        yield (again,)
    points = {"met": 2, "partial": 1, "not-met": 0, "unknown": 0}
    steps = [
        points[review["status"]] - points[asked.word["status"]]
        for asked, review in seen
        if review["outcome"] == "assessed"
        and {review["status"], asked.word["status"]} <= points.keys()
    ]
    worse, better = sum(s < 0 for s in steps), sum(s > 0 for s in steps)
    yield from ((number,) for number in (worse, better) if number)


def _answered_again(asked: Asked, told: Told) -> bool:
    """Whether the latest review on the question sent back an earlier answer."""
    found = [
        (event, review["outcome"])
        for (event, control), review in told.standing.round.reviews.items()
        if (review["subject"], control) == asked.key
    ]
    if not found or not asked.word:
        return False
    event, outcome = found[-1]
    return bool(outcome == "returned" and asked.word["event"] > event)


def incidents(told: Told) -> Iterator[Row]:
    """The numbers of the notes, beside those of the campaign before."""
    now = told.notes.get(told.standing.round.id, {}).get("incidents", {})
    before = told.before.round.id if told.before else ""
    then = told.notes.get(before, {}).get("incidents", {})
    names = ("count", "personal_data_breaches", "reported_to_datatilsynet")
    for name in (*names, "reported_under_nis2"):
        label = {"reported_to_datatilsynet": (33,), "reported_under_nis2": (2,)}
        if name in now:
            beside = (then[name], int(before)) if name in then else ()
            yield label.get(name, ()), (now[name], *beside)
    if "text" in now:
        yield (), now["text"]


def audits(told: Told) -> Iterator[Row]:
    """What the notes tell of audits, in the order they were made."""
    found = told.notes.get(told.standing.round.id, {}).get("audits", ())
    for audit in sorted(found, key=lambda audit: str(audit["on"])):
        by = [audit["by"]] if "by" in audit else []
        yield (audit["what"], *by, day(audit["on"])), audit["result"]


def objectives(told: Told) -> Iterator[Row]:
    """What the notes tell of objectives."""
    for aim in told.notes.get(told.standing.round.id, {}).get("objectives", ()):
        yield aim["what"], (aim["result"],) if "result" in aim else ()


def feedback(told: Told) -> Iterator[Row]:
    """What the notes tell that others said."""
    for said in told.notes.get(told.standing.round.id, {}).get("feedback", ()):
        yield said["by"], said["text"]


def remark(told: Told) -> Said:
    """What the data protection officer says."""
    dpo = told.notes.get(told.standing.round.id, {}).get("dpo")
    return (dpo["by"], day(dpo["on"]), dpo["text"]) if dpo else ()
