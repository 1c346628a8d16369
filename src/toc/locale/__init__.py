"""Translations: the catalogue of messages and the rules' pages of each language but English."""
