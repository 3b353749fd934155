"""What the user said, typed and with every default filled in."""
