"""Speakers: who is named, under which names, and which source each quotation has."""
