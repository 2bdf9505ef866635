from weft.formats.files.characters import bytes_of_text, with_whole_characters


def test_whole_text_stays_and_half_characters_are_replaced():
    assert with_whole_characters("Bö 🧵") == "Bö 🧵"
    assert with_whole_characters("a\ud800b\udcff") == "a\ufffdb\ufffd"
    assert with_whole_characters("\ud83e\uddf5") == "🧵"


def test_bytes_that_could_not_be_decoded_come_back():
    assert bytes_of_text(b"B\xf6".decode("utf-8", "surrogateescape")) == b"B\xf6"
    assert bytes_of_text("Bö") == "Bö".encode()
    assert bytes_of_text("\ud800") == "\ufffd".encode()
