"""What can be done at a place of a file by choosing it from a list, one kind of action a module."""
