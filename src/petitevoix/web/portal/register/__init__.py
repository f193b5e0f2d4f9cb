"""The register of our errors, open to anybody: what went wrong, why, and how it was put right."""
