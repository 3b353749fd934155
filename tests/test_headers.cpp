// The headers that all unit tests include, compiled once.
