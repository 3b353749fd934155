static int unused_placeholder [[maybe_unused]];
