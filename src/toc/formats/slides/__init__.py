"""PowerPoint in its parts: where things stand on a slide, their words, and the lines between them."""
