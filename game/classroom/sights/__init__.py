"""What each page of a phone shows, made of a person’s eyes alone; templates put it into HTML."""
