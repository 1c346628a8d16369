"""What each word and sign of a file is there for, as it was read: for whoever colours a text."""
