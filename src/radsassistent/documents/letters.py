"""Which letters are capitals and which are small, as parts of patterns: names in Norway are Norwegian, Sámi and others'."""

# Latin-1's, and those of the Sámi languages beside them.
CAPITALS = "A-ZÀ-ÖØ-ÞČĐŊŠŦŽ"
CAPITAL = f"[{CAPITALS}]"
SMALLS = "a-zà-öø-ÿčđŋšŧž"
SMALL = f"[{SMALLS}]"
