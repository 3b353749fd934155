"""What is wrong with what the user wrote: where it stands, how it is said, and what to write instead."""
