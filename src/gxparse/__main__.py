"""``python -m gxparse`` and the command ``gxparse``."""

from __future__ import annotations

from gxparse.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
