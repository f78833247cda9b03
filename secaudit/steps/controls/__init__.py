"""The catalogues as this workspace uses them: checked, listed, a control shown."""
