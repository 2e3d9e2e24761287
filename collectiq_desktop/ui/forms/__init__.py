"""Forms: what the screens that record a voucher have in common.

`presenter`, `goods` and `spread` are plain Python and import no Qt; `fields`,
`screen` and the panels are what stands on the page. No screen is known here.
"""
