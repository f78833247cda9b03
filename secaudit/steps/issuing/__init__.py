"""Who gets which form: planned, issued, written as files, withdrawn, handed over."""
