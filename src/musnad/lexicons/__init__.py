"""WHICH words do several stages share? TOML lists by class."""
