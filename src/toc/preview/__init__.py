"""The live preview: a page that follows a model as it is saved, served to this machine alone."""
