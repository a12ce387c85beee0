"""`python -m musnad` is `musnad`."""

from musnad.cli import main

if __name__ == "__main__":
    main()
