"""The Word documents, and the workbooks beside them."""
