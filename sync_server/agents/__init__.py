"""The agents' phones: what they ask and send as JSON, and the web app that they run.

An agent reaches the books through the same commands, asks and gate as
everybody: nothing here decides what may be seen or done.
"""
