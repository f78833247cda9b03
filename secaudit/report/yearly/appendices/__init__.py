"""The appendices: applicability (SoA), gaps per system, answers per department, inputs."""
