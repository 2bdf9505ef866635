"""The mailbox of one person does not tell what the others write to each other."""

import weft

PEOPLE = [f"p{i}@x.org" for i in range(6)]


def read(tmp_path, pairs):
    """Return the network of mails from one to another, two rounds of each pair."""
    path = tmp_path / "mails.mbox"
    path.write_text(
        "".join(
            f"From {sender} Tue Nov 14 23:13:20 2023\n"
            f"From: {sender}\nTo: {recipient}\nDate: Tue, {day} Nov 2023 10:00:00 +0000\n"
            f"Message-ID: <{i}.{day}@x.org>\n\nHello\n\n"
            for day in (14, 15)
            for i, (sender, recipient) in enumerate(pairs)
        )
    )
    return weft.read(path, key={person: person.split("@")[0] for person in PEOPLE})


def test_what_the_others_write_to_each_other_is_unknown_in_the_mailbox_of_one(tmp_path):
    owner, *others = PEOPLE
    network = read(
        tmp_path,
        [(owner, other) for other in others]
        + [(other, owner) for other in others[:4]]
        + [(owner, other) for other in others[:2]],
    )

    (said,) = [n for n in network.notices if n.kind == "one-mailbox"]
    assert said.text == (
        f"{tmp_path / 'mails.mbox'}: 22 of 22 mails were written by or to the same person, as in "
        "the mailbox of one person. What the others write to each other is not in it, so that "
        "there is no tie between two of them says nothing. Read the mails of everyone, in one "
        "folder."
    )
    assert network.coverage()[0]["answered"] == 5
    assert network.coverage()[0]["undeclared"] == 1


def test_an_address_that_never_wrote_may_be_that_of_a_list(tmp_path):
    group, *others = PEOPLE
    network = read(tmp_path, [(other, group) for other in others] * 2)

    (said,) = [n for n in network.notices if n.kind == "one-address"]
    assert said.text == (
        f"{tmp_path / 'mails.mbox'}: 20 of 20 mails went to one address that never wrote. If it is "
        "that of a list or a group, it is no person: leave the ties of writes_to out, and look at "
        "replies_to."
    )


def test_the_mails_of_everyone_say_who_did_not_write(tmp_path):
    ring = list(zip(PEOPLE, PEOPLE[1:] + PEOPLE[:1], strict=True))
    network = read(tmp_path, ring * 2)

    assert {n.kind for n in network.notices} & {"one-mailbox", "one-address"} == set()
    assert network.coverage()[0]["answered"] == 6
