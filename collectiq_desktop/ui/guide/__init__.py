"""The guided first five minutes: one step at a time, done by the clerk's own keys."""
