"""What a name becomes in C++, and which names C++ keeps for itself."""
