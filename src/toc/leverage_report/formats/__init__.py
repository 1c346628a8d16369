"""How a leverage report is written: one format a file."""
