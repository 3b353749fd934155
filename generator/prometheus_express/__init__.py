"""From a schema of a device's metrics to the C++ that serves them."""
