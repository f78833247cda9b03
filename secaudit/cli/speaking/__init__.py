"""How it is said: in which language, in what words of Click's, on lines; quick to import."""
