"""Numbers as pictures: pure functions from values and texts to SVG, which know nothing of models."""
