"""`python -m secaudit`."""

from secaudit.cli import main

if __name__ == "__main__":
    main()
