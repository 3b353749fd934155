"""What the suites share: the source tree, the presets' builds, servers that tests start, and those who read their pages."""
