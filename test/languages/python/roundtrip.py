"""python roundtrip.py <quicktype | pydantic> <examples>"""

import importlib
import json
import sys

tool, examples = sys.argv[1:]
for line in open(examples, encoding="utf-8"):
    example = json.loads(line)
    module, name = example["module"], example["type"]
    if tool == "quicktype":
        types = importlib.import_module(f"quicktype_types.{name}")
        read = getattr(types, f"{module}_payload_from_dict")(example["body"])
        print(json.dumps(getattr(types, f"{module}_payload_to_dict")(read)))
    else:
        model = getattr(importlib.import_module(f"pydantic_types.{module}"), name)
        print(model.model_validate(example["body"]).model_dump_json(exclude_unset=True))
