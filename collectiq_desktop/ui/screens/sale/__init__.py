"""Sales invoice: an amount alone, or lines of goods with HSN and GST."""
