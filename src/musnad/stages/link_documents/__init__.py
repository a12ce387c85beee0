"""Many readings get what they share."""
