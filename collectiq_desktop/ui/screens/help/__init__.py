"""Help: the page of a screen, the keyboard sheet, the first five minutes."""
