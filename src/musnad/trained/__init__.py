"""WHAT was learnt from data?"""

from musnad.trained.files import trained_bytes, trained_digest, trained_path

__all__ = ["trained_bytes", "trained_digest", "trained_path"]
