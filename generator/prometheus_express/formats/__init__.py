"""What each wire form writes."""
