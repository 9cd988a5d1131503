"""Archives: files in a file, read as they come out of it; nothing is written to disk."""
