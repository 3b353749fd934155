// The headers that the firmware of every sensor includes, compiled once.
