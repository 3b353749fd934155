"""resolve: from nodes to the model."""
