"""One file, or one folder, for each place that On Record talks in."""
