"""lower: from the model to the intermediate representation."""
