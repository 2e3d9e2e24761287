"""What is foretold, as several screens show it: words, pictures, and the shape of their lists.

Screens only read what the scoring counter published; nothing is worked out here.
"""
