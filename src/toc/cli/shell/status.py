"""What a command's exit status says."""

CLEAN, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130
