"""Beats: on which days each is walked, and in which order its parties are called on."""
