"""document: what the user wrote, as nodes that know where they stand, held against the JSON schemas."""
