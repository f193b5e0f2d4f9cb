"""What we agreed: how long things may take before they are due, late, or over."""
