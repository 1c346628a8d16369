"""From a theory to a picture: what stands on the cards, where they stand, and how links run between them."""
