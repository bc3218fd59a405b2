"""python roundtrip.py <examples>: prints the message, as JSON, of a body that it cannot read"""

import json
import sys

import openapi_client.models

for line in open(sys.argv[1], encoding="utf-8"):
    example = json.loads(line)
    model = getattr(openapi_client.models, example["type"])
    try:
        print(json.dumps(json.loads(model.from_dict(example["body"]).to_json())))
    except ValueError as error:
        print(json.dumps(f"not read: {error}"))
