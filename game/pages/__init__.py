"""Pages: HTML templates and styles that other floors fill with what they tell; it may use only located."""
