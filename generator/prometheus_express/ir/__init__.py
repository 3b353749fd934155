"""What the generator knows once every decision is made."""
