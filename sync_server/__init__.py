"""The server: another device, which gives every fact its place.

Imports of the desktop package only core, documents and the gateways razorpay,
whatsapp, sms and email; the desktop never imports it.
"""
