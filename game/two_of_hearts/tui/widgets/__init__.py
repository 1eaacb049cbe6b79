"""What is drawn on the table."""
