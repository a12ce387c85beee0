"""WHAT was learnt from data?"""

from musnad.trained.files import trained_bytes, trained_path, trained_sha256

__all__ = ["trained_bytes", "trained_path", "trained_sha256"]
