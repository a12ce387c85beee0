"""Every statement in Arabic news with its chain of sources."""

__version__ = "0.1.0"
