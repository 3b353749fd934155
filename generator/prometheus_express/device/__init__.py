"""Descriptions of devices, read into a model of their own."""
