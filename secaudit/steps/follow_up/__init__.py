"""What is done about gaps: actions, decisions, who may accept, and the workbook of actions."""
