"""The text layer: pure functions of text, no model, no lexicon of names."""
