"""Where things lie on this machine: books, settings, logs and resources.

The only module that knows the layout of folders; it creates none and reads
no file. Every room may be handed a folder instead. It also asks the system who
its user is.
"""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

import platformdirs

_APP = "CollectIQ"
_RESOURCES = "resources"


def user_name() -> str:
    """What the system calls the person who sits here; empty where it knows nobody."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def books_folder() -> Path:
    """The folder in which a new firm's books are offered a place."""
    return Path(platformdirs.user_documents_dir()) / _APP


def data_folder() -> Path:
    """The folder for what the program keeps for itself, such as anchors."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def config_folder() -> Path:
    """The folder for this user's settings."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False, roaming=True))


def log_folder() -> Path:
    """The folder for log files and crash reports."""
    return Path(platformdirs.user_log_dir(_APP, appauthor=False))


def resources_folder() -> Path:
    """The folder of fonts, print templates and pictures that we ship.

    Raises:
        FileNotFoundError: the program was copied without its resources.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    checkout = Path(__file__).resolve().parent.parent
    folder = (Path(bundle) if bundle is not None else checkout) / _RESOURCES
    if not folder.is_dir():
        message = f"The folder {folder} is missing: please install CollectIQ again."
        raise FileNotFoundError(message)
    return folder


def fonts_folder() -> Path:
    """The folder of the fonts that every paper is set in."""
    return resources_folder() / "fonts"


def print_folder() -> Path:
    """The folder of the templates that papers are made from."""
    return resources_folder() / "print"


def papers_folder() -> Path:
    """The folder for papers that are sent to parties."""
    return books_folder() / "Papers"
