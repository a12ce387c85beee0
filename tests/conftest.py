"""Settings of all tests."""

from hypothesis import settings

settings.register_profile("musnad", deadline=None, derandomize=True)
settings.load_profile("musnad")
