"""Credit note: goods came back, or a price was lowered; set against bills."""
