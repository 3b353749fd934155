"""Projects of users: what they begin with, and the library as they can take it in."""
