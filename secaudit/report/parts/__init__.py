"""Parts of the report: a sheet on one system, an extract for one person or department."""
