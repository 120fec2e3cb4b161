"""What a widget draws with: letters, icons, plates and marks, all anti-aliased and kept once made."""
