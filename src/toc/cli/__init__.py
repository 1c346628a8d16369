"""The command line: one command a file; what they share with the terminal, the disk and each other is in `shell`."""
