"""Speech: what may be reported speech, one construction a file. It knows nothing of who anybody is."""
