"""python roundtrip.py <quicktype | pydantic> <examples>"""

import importlib
import json
import sys

tool, examples = sys.argv[1:]
for line in open(examples, encoding="utf-8"):
    example = json.loads(line)
    name = example["event"].replace("-", "_")
    types = importlib.import_module(f"{tool}_types.{name}")
    if tool == "quicktype":
        read = getattr(types, f"{name}_from_dict")(example["body"])
        print(json.dumps(getattr(types, f"{name}_to_dict")(read)))
    else:
        model = getattr(types, f"{name.title().replace('_', '')}Payload")
        print(model.model_validate(example["body"]).model_dump_json(exclude_unset=True))
