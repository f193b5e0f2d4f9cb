"""Custom fields: what this house writes down besides of its cases, persons and organisations."""
