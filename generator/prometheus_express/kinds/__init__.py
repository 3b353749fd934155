"""The words of the field that every stage uses: what a metric, a value and a failure can be."""
