"""Review: guards over a draft; plain data in, findings out."""
