"""What the leverage of a theory's strategies is, told to people and to programs."""
