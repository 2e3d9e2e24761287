"""Import: files of other programs taken in, looked through first, and taken back."""
