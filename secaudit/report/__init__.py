"""The Word report: `compose` says what stands in it, `word` writes it through a template."""
