"""What words mean to graphbuild, as data: frames, word lists, gazetteers, and the loaders that refuse a bad file.

"Officers hauled the editor off to a police station" needs three facts that no grammar holds: *haul off* is a Detention
(`frames/detention.yaml`), *officer* is one of the police (`words/agencies.yaml`), *editor* a journalist
(`words/positions.yaml`). Each is a line in a YAML file beside its reason, so that a person who knows the field, and no
Python, can mend it.
"""
