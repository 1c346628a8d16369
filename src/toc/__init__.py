"""toc: theories of change as text, checked and drawn."""

__version__ = "0.1.0"
