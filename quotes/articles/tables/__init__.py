"""Tables: a row is an article. `cells` makes articles of rows, one file here reads one format."""
