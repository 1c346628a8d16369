"""Rules on leverage: which strategies pull their weight, and on what the answer rests."""
