"""What all commands share: the application itself, its language, what it prints, and the files it reads and writes."""
