"""python generate.py <schemas> <folder>: a module of pydantic models per event schema"""

import sys
import warnings
from pathlib import Path

from datamodel_code_generator.__main__ import main

warnings.simplefilter("ignore")
schemas, folder = map(Path, sys.argv[1:])
folder.mkdir(parents=True, exist_ok=True)
for schema in sorted(schemas.glob("*/*.json")):
    module = folder / f"{schema.parent.name}.py"
    model = ["--output-model-type", "pydantic_v2.BaseModel", "--disable-timestamp"]
    if main(["--input", str(schema), *model, "--output", str(module)]) != 0:
        sys.exit(f"{schema}: no models")
