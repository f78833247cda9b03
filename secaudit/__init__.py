"""The yearly IT-security self-assessment: from a catalogue to a Word report of the gaps."""

__version__ = "0.1.0"
