"""What is a learner called who gives no name? A friendly name drawn from the class and the learner, always the same."""

import hashlib

COLOURS = (
    *("Amber", "Azure", "Blue", "Bronze", "Copper", "Coral", "Crimson", "Golden", "Green", "Grey", "Indigo", "Ivory"),
    *("Jade", "Lilac", "Lime", "Maroon", "Mint", "Ochre", "Olive", "Orange", "Pearl", "Plum", "Purple", "Red"),
    *(
        "Rose",
        "Ruby",
        "Rust",
        "Saffron",
        "Scarlet",
        "Silver",
        "Teal",
        "Turquoise",
        "Umber",
        "Violet",
        "White",
        "Yellow",
    ),
)
ANIMALS = (
    *("Badger", "Bear", "Beaver", "Bison", "Crane", "Deer", "Dolphin", "Dove", "Eagle", "Falcon", "Finch", "Fox"),
    *("Gecko", "Hare", "Hawk", "Hedgehog", "Heron", "Ibex", "Jay", "Kestrel", "Kingfisher", "Koala", "Lark", "Lynx"),
    *("Magpie", "Marten", "Mole", "Moose", "Newt", "Otter", "Owl", "Panda", "Pelican", "Penguin", "Puffin", "Quail"),
    *("Raven", "Robin", "Seal", "Sparrow", "Stork", "Swan", "Swift", "Tern", "Tiger", "Toucan", "Turtle", "Wren"),
)


def pseudonym(class_code: str, learner_id: int, again: int = 0) -> str:
    """Such as "Blue Heron 7"; `again` counts the names before it that were taken in the class.

    It tells nothing about the learner, and another class gives another name.
    """
    said = f"{class_code}:{learner_id}:{again}".encode()
    number = int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "big")
    number, colour = divmod(number, len(COLOURS))
    number, animal = divmod(number, len(ANIMALS))
    return f"{COLOURS[colour]} {ANIMALS[animal]} {number % 9 + 1}"
