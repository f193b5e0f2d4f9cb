"""The form: a person writes from our pages."""
