"""What makes the neural tagger of names: weights, encoder, corpora, training, export."""
