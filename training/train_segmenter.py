#!/usr/bin/env python3
"""Trains what cuts clitics off words (`trained/segmenter.crfsuite`) on UD_Arabic-PUD 1-800."""

from pathlib import Path

from corpora.clitics import train_segmenter, word_parts
from corpora.treebank import PUD_TRAINING, pud
from shared import absence, shared_folder

from musnad.text.segments import MODEL

TARGET = Path(__file__).parents[1] / "src" / "musnad" / "trained" / MODEL


def main() -> None:
    """Trains the shipped model and writes it."""
    shared = shared_folder()
    if shared is None:
        print(absence("The segmenter was"))
        return
    sentences = pud(shared)[:PUD_TRAINING]
    train_segmenter((parts for sentence in sentences for parts in word_parts(sentence)), TARGET)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
