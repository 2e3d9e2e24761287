"""The UPI code on the screen, for a customer to scan."""
