"""A small French Stanza pipeline, trained on the CPU in about two minutes from `treebank.py`: no network, no models.

python tests/contract/micro.py DIR     leaves it in DIR, for `quotes extract … --parser stanza --model-dir DIR`

It is there to try the adapter on a real pipeline, with its own tokenizer and its multiword tokens. It has
read a few hundred drawn sentences and is no parser for French: see `benchmarks/parsers.py`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from conllu import named
from treebank import conllu

SIZES = {"train": (440, 1), "dev": (40, 2), "test": (40, 3)}
NETWORK = "--hidden_dim 32 --char_hidden_dim 16".split()
TAGGER = "--no_charlm --no_pretrain --deep_biaff_hidden_dim 32 --num_layers 1".split() + NETWORK
ENTITIES = "--mode train --shorthand fr_micro --no_pretrain --train_file train.json --eval_file dev.json".split()
# What Stanza calls the processor; what trains it; how it is kept small.
STEPS = {
    "tokenize": (
        "stanza.utils.training.run_tokenizer",
        "fr_micro --no_charlm --steps 400 --eval_steps 400 --batch_size 8 --hidden_dim 32".split(),
    ),
    "mwt": ("stanza.utils.training.run_mwt", "fr_micro --dict_only".split()),
    "pos": (
        "stanza.utils.training.run_pos",
        "fr_micro --max_steps 600 --eval_interval 600 --batch_size 50 --lr 0.01".split()
        + "--composite_deep_biaff_hidden_dim 10".split()
        + TAGGER,
    ),
    "lemma": ("stanza.utils.training.run_lemma", "fr_micro --no_charlm --dict_only".split()),
    "depparse": (
        "stanza.utils.training.run_depparse",
        "fr_micro --max_steps 300 --eval_interval 300 --batch_size 300".split() + TAGGER,
    ),
    "ner": (
        "stanza.models.ner_tagger",
        ENTITIES + "--max_steps 200 --eval_interval 200 --batch_size 32 --optim adam --lr 0.01".split() + NETWORK,
    ),
}
PREPARE = {"tokenizer": (), "mwt": (), "pos": (), "lemma": ("--gold",), "depparse": ("--gold",)}
NAME = "micro"


def train(folder: Path) -> None:
    """Leave a pipeline in ``folder``, laid out as `stanza.download` does: resources.json and fr/."""
    with TemporaryDirectory() as name:
        work = Path(name)
        bank = work / "ud" / "UD_French-Micro"
        bank.mkdir(parents=True)
        for part, (sentences, seed) in SIZES.items():
            text = conllu(sentences, seed)
            (bank / f"fr_micro-ud-{part}.conllu").write_text(text, encoding="utf-8")
            rows = [[{"text": word, "ner": tag} for word, tag in sentence] for sentence in named(text)]
            (work / f"{part}.json").write_text(json.dumps(rows), encoding="utf-8")
        empty = work / "empty"  # Stanza asks for its list of models even where it needs none
        empty.mkdir()
        (empty / "resources.json").write_text("{}", encoding="utf-8")
        places = {"UDBASE": bank.parent, "DATA_ROOT": work / "data", "STANZA_RESOURCES_DIR": empty}
        env = {**os.environ, **{key: str(value) for key, value in places.items()}, "OMP_NUM_THREADS": "1"}
        for kind, extra in PREPARE.items():
            _run(work, env, f"stanza.utils.datasets.prepare_{kind}_treebank", "UD_French-Micro", *extra)
        for processor, (trainer, options) in STEPS.items():
            saved = ["--save_dir", str(work / "saved" / processor), "--save_name", f"{NAME}.pt"]
            _run(work, env, trainer, *options, *saved)
            target = folder / "fr" / processor
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(work / "saved" / processor / f"{NAME}.pt", target)  # without the trainer's checkpoints
    whole = dict.fromkeys(STEPS, NAME)
    packages = {"default": whole, "nameless": {key: name for key, name in whole.items() if key != "ner"}}
    names = {processor: {NAME: {}} for processor in STEPS}
    resources = {"fr": {"lang_name": "French", "packages": packages, **names}}
    (folder / "resources.json").write_text(json.dumps(resources), encoding="utf-8")


def _run(work: Path, env: dict[str, str], module: str, *args: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, *args], cwd=work, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{module} failed: {done.stderr[-2000:]}")


if __name__ == "__main__":
    train(Path(sys.argv[1]).resolve())
