"""What a reader takes away: pictures, rows and whole tables as files."""
