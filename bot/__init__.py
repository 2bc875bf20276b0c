"""Every front end: turns words typed into questions, and matches into cards."""
