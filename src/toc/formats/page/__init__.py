"""The page around a picture: its template, its script in readable pieces, its look, and what it says."""
