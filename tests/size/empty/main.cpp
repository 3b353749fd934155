// What every program here has: start-up and the way to the host. Its size is subtracted from the others'.
int main() { return 0; }
