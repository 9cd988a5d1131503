"""Weigh: what a feature is worth, read from one table that a script fits from gold."""
