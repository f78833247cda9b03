"""The yearly IT-security self-assessment: from a catalogue to a Word report of the gaps."""

__version__ = "0.2.0"
