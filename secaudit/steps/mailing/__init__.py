"""Mails: who gets one about what, with the page or a link to it, as a draft or sent, each once."""
