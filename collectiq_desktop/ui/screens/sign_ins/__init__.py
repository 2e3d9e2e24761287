"""Sign-ins: who said PIN or password at this counter, rightly or not."""
