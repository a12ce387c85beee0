#!/usr/bin/env python3
"""Prints the figures of the annotated articles by outlet, as `score.py --outlets` does."""

from score import outlet_lines

if __name__ == "__main__":
    print("\n".join(outlet_lines()))
