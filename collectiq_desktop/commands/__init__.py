"""The verbs of the command line: words in, an answer for people or machines out.

Beside `app` and above `ui`: may import app, documents, interchange, demo and
core, and `self-test` asks ui; only `cli` imports this room. `grammar` stays
light, so that help is quick; a verb's own module is loaded when it is called.
"""
