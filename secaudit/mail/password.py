"""The password of the mail server: where it stands, and what it may be."""

from secaudit.language import _
from secaudit.problems import Refused
from secaudit.workspace import Post

PASSWORD = "SECAUDIT_SMTP_PASSWORD"  # noqa: S105 (the name of the variable that holds it)


def refuse_password(post: Post, password: str) -> None:
    """Raise Refused where there is none, or one that smtplib cannot hand over."""
    told = {"user": post.user, "variable": PASSWORD}
    if post.user and not password:
        sentence = _("the password of {user} must stand in the variable {variable}")
        raise Refused(sentence.format(**told))
    if post.user and not (post.user + password).isascii():
        sentence = _(
            "user and password of the mail server may hold only letters a-z, digits and "
            "common signs: give {user} another password"
        )
        raise Refused(sentence.format(**told))
